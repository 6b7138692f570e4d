import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const EXAMPLE = 'scenarios/five-channels.yaml';

/** What dependencies load at once from Node for what we never ask of them: to run other programs. */
const NEVER_ASKED: readonly (readonly [library: string, module: string])[] = [['commander', 'node:child_process']];
const NOTHING = '\0nothing';

/** Leaves out what is loaded from Node and never asked for. */
function leaveOutUnused(): Plugin {
  return {
    name: 'leave-out-unused',
    enforce: 'pre',
    resolveId(id, importer = '') {
      const isUnused = NEVER_ASKED.some(([library, name]) => id === name && importer.includes(`/${library}/`));
      return isUnused ? NOTHING : undefined;
    },
    load: (id) => (id === NOTHING ? 'export default {};' : undefined),
  };
}

/** Has all letters of the bundle be those of ASCII: V8 holds such a text in half the memory, and need not decode it. */
function inAscii(): Plugin {
  return {
    name: 'in-ascii',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escaped(file.code);
    },
  };
}

function escaped(code: string): string {
  // There `\u` would be something else.
  const unsafe = /\\[^\0-\x7f]|\braw`[^`]*[^\0-\x7f]/.exec(code);
  if (unsafe !== null) throw new Error(`This cannot be written in ASCII: ${unsafe[0]}`);
  return code.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Has the compiled program keep the code that V8 makes of the bundle. */
function codeOfBundle(): Plugin {
  return {
    name: 'code-of-bundle',
    writeBundle({ dir }) {
      const stdio = ['ignore', 'ignore', 'inherit'] as const;
      execFileSync(process.execPath, [join(dir!, 'cli/write-code.js'), EXAMPLE], { stdio: [...stdio] });
    },
  };
}

/**
 * The command line and what its worker threads do, bundled into one script, which what the compiler wrote reads instead of five
 * hundred modules. It is a module for `require`, wrapped into a function.
 */
export default defineConfig({
  plugins: [leaveOutUnused(), inAscii(), codeOfBundle()],
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: { 'cli/program.script': 'src/program.ts' },
      output: {
        format: 'cjs',
        entryFileNames: '[name].js',
        codeSplitting: false,
        dynamicImportInCjs: false,
        comments: false,
        postBanner: '(function (exports, require, __filename) {',
        postFooter: '})',
      },
      checks: { pluginTimings: false },
    },
  },
  // HiGHS looks for its WebAssembly beside itself.
  ssr: { noExternal: true, external: ['highs'] },
});
