/** Serves the built page as a static host would, from a folder of the site. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';

/** The page as it was built, or another build of it that is named in the environment (`PAGE`). */
const BUILT = resolve(process.env['PAGE'] ?? join(import.meta.dirname, '../../dist/web'));
const FOLDER = '/some/folder/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

export interface PageServer {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): void;
}

export async function servePage(): Promise<PageServer> {
  if (!existsSync(join(BUILT, 'index.html'))) throw new Error('The page is not built: run `npm run build` first.');
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const path = url.startsWith(FOLDER) ? normalize(url.slice(FOLDER.length) || 'index.html') : '..';
    const type = TYPES[extname(path)];
    if (path.startsWith('..') || type === undefined) return void response.writeHead(404).end();
    readFile(join(BUILT, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${FOLDER}`, asked, close: () => server.close() };
}
