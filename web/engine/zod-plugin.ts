import type { Plugin } from 'vite';

/** How zod makes a JSON Schema of a schema, which the page asks of none: 8 kB compressed of what it loads first. */
const JSON_SCHEMA = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/** What zod imports from there, called only by who asks for a JSON Schema. */
const NAMES = [
  'allProcessors',
  'createStandardJSONSchemaMethod',
  'createToJSONSchemaMethod',
  'extractDefs',
  'finalize',
  'handleUnrepresentable',
  'initializeContext',
  'processSchema',
  'toJSONSchema',
];

/** Leaves out of the built page what every schema of zod brings with it and nothing there calls. */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      JSON_SCHEMA.test(id)
        ? `const none = () => undefined;\nexport { ${NAMES.map((name) => `none as ${name}`).join(', ')} };`
        : undefined,
  };
}
