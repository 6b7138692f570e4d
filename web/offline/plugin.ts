import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Adds the service worker to a build, with the names of all its files and a version made of what is in them. */
export function offline(): Plugin {
  const source = resolve(import.meta.dirname, 'service-worker.js');
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const assets = readdirSync(resolve(import.meta.dirname, '../public'));
      const files = [...new Set(['index.html', ...assets, ...Object.keys(bundle)])]
        .filter((name) => !name.endsWith('.map'))
        .sort();
      const hash = createHash('sha256');
      for (const name of files) {
        const made = bundle[name];
        hash.update(name).update(made === undefined ? '' : made.type === 'chunk' ? made.code : made.source);
      }
      const text = readFileSync(source, 'utf8');
      const version = hash.update(text).digest('hex').slice(0, 16);
      const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: head + text });
    },
  };
}
