/** Worker threads of Node 20 do not read TypeScript: compiles the entry of the tests. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Compiled {
  readonly entry: URL;
  readonly lifetime: URL;
  remove(): void;
}

export function compile(): Compiled {
  const folder = `${root}node_modules/.cache/worker-${process.pid}/`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}package.json`, '{ "type": "module" }');
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  execFileSync(process.execPath, [tsc, '-p', `${root}test/worker/tsconfig.entry.json`, '--outDir', folder]);
  const compiled = pathToFileURL(`${folder}test/worker/`);
  return {
    entry: new URL('entry.js', compiled),
    lifetime: new URL('lifetime.js', compiled),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
