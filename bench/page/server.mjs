/** The built page behind a slow line: every file compressed, and all of them through one narrow pipe. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The page to measure: that named in the environment (`PAGE`), for one built beside others. */
const WEB = resolve(process.env.PAGE ?? join(import.meta.dirname, '../../dist/web'));

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Milliseconds between two portions of an answer. */
const BEAT = 20;

/**
 * Serves the page, compressed by gzip.
 *
 * The line is made here and not by the browser, whose own throttling leaves out what workers fetch.
 *
 * @param line  `bytesPerSecond` for all answers together and `delay` in milliseconds before each; as fast as possible when
 *              left out
 * @returns     `url`, `close`, and the `answers` given: name and compressed bytes of each; undefined where there is no page
 */
export async function servePage(line) {
  if (!existsSync(join(WEB, 'index.html'))) return undefined;
  const packed = new Map();
  const answers = [];
  /** When the pipe is free again. */
  let free = 0;
  const server = createServer(async ({ url }, response) => {
    const name = normalize(new URL(url, 'http://page').pathname.slice(1) || 'index.html');
    const path = join(WEB, name);
    if (!path.startsWith(WEB) || !existsSync(path)) return response.writeHead(404).end();
    if (!packed.has(name)) packed.set(name, gzipSync(readFileSync(path), { level: 9 }));
    const body = packed.get(name);
    answers.push({ name, bytes: body.length });
    if (line !== undefined) await wait(line.delay);
    response.writeHead(200, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      // As GitHub Pages: workers find what the page has fetched.
      'cache-control': 'max-age=600',
    });
    if (line === undefined) return response.end(body);
    const portion = (line.bytesPerSecond * BEAT) / 1000;
    for (let at = 0; at < body.length; at += portion) {
      free = Math.max(free, performance.now()) + BEAT;
      await wait(free - performance.now());
      response.write(body.subarray(at, at + portion));
    }
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, answers, close: () => server.close() };
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
