import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../e2e/chromium.ts';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** Path to text of the page and its worker, built as an application builds them. */
async function builtPage(): Promise<ReadonlyMap<string, string>> {
  const input = fileURLToPath(new URL('browser-page.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { write: false, rollupOptions: { input, output: { entryFileNames: 'page.js' } } },
  });
  if (!('output' in result)) throw new Error('one build was asked for');
  const scripts = result.output.map(
    (file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)] as const,
  );
  return new Map([...scripts, ['/', '<!doctype html><script type="module" src="/page.js"></script>']]);
}

// The bundled Chromium is for Linux.
it.skipIf(process.platform !== 'linux')('a pool of browser workers answers, fails, stops and recovers', async () => {
  const files = await builtPage();
  const server = createServer(({ url = '' }, response) => {
    const text = files.get(url);
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': url === '/' ? 'text/html' : 'text/javascript',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const { ticks, ...outcomes } = await page.evaluate<Record<string, string>>('tryAll()');
    expect(outcomes).toStrictEqual({
      answers: '2,4,6',
      throws: 'RangeError: no',
      throwsOutside:
        'Error: Chunk 1 of 1 of the job "throwsOutside" failed twice: a worker stopped (Uncaught Error: thrown outside).',
      cancelled: 'Cancelled: The run was cancelled.',
      afterwards: '2,4,6',
      missing:
        'Error: Chunk 1 of 1 of the job "scaled" failed twice: ' +
        'a worker could not start (its script could not be loaded, or is not allowed here).',
    });
    // In the page's own thread, a clock of 10 ms beats between 20 chunks of 10 ms.
    expect(Number(ticks)).toBeGreaterThanOrEqual(5);
  } finally {
    await browser.close();
    server.close();
  }
});
