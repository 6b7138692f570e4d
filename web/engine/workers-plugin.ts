import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const WEB = resolve(import.meta.dirname, '..');
const WORKER = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\)/g;

/**
 * Builds workers together with the page, as further entries of one build: what several of them need is in files that are
 * fetched once. By itself Vite builds every worker apart, each with its own copy of all it imports.
 */
export function sharedWorkers(): Plugin {
  return {
    name: 'shared-workers',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(WEB) || !code.includes('new Worker(')) return undefined;
      return code.replaceAll(WORKER, (_, file: string) => {
        const name = basename(file).replace(/\.ts$/, '');
        const worker = this.emitFile({ type: 'chunk', id: resolve(dirname(id), file), name });
        return `new Worker(import.meta.ROLLUP_FILE_URL_${worker}`;
      });
    },
  };
}
