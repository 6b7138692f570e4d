import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** How zod makes a JSON Schema of a schema, which the page asks of none: 8 kB compressed of what it loads first. */
const JSON_SCHEMA = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/** What such a file exports: called only by who asks for a JSON Schema. */
const EXPORTED = /^export (?:const|function) (\w+)/gm;

/** Leaves out of the built page what every schema of zod brings with it and nothing there calls. */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!JSON_SCHEMA.test(id)) return undefined;
      const names = [...readFileSync(id, 'utf8').matchAll(EXPORTED)].map(([, name]) => `none as ${name}`);
      return `const none = () => undefined;\nexport { ${names.join(', ')} };`;
    },
  };
}
