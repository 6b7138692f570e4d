import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { chunksOfBuild } from './web/engine/chunks.ts';
import { sharedWorkers } from './web/engine/workers-plugin.ts';
import { withoutJsonSchema } from './web/engine/zod-plugin.ts';
import { offline } from './web/offline/plugin.ts';

/** The page, built to plain files that open from any static host and any folder of it. */
export default defineConfig({
  root: 'web',
  base: './',
  plugins: [preact(), sharedWorkers(), withoutJsonSchema(), offline()],
  worker: { format: 'es' },
  // What the workers import, too; found late, it would reload the page in the middle of its first run.
  optimizeDeps: { entries: ['index.html', '**/*.worker.ts', '../src/worker/entry.browser.ts'] },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // What is fetched later is fetched by workers, too, and they have no document to announce it in.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    // The solver is large and fetched only when a plan is first searched.
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunksOfBuild() }] } },
      // Workers import at once what the page imports late.
      checks: { pluginTimings: false, ineffectiveDynamicImport: false },
    },
  },
});
