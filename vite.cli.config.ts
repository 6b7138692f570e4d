import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const EXAMPLE = 'scenarios/five-channels.yaml';

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
  plugins: [codeOfBundle()],
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
