import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePage } from '../../src/cli/serve.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

describe('the server of the page', () => {
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    const base = mkdtempSync(join(tmpdir(), 'serve-'));
    folder = join(base, 'web');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(base, 'secret.js'), 'secret');
    writeFileSync(join(folder, 'index.html'), '<title>page</title>');
    writeFileSync(join(folder, 'assets', 'a-1.js'), 'code');
    writeFileSync(join(folder, 'notes.txt'), 'no type that a page needs');
    server = await servePage(folder, 0);
  });
  afterAll(() => {
    server.close();
    rmSync(join(folder, '..'), { recursive: true });
  });

  // Not `fetch`, which mends paths before it asks.
  const ask = (path: string, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ port, host: '127.0.0.1', path, method }, (answer) => {
        let text = '';
        answer.on('data', (part) => (text += String(part)));
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
      })
        .on('error', reject)
        .end();
    });

  it('gives the page and its files, with what they may do and how long they last', async () => {
    const page = await ask('/?x=1');
    expect([page.status, page.text]).toEqual([200, '<title>page</title>']);
    expect(page.headers['content-security-policy']).toMatch(
      /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(page.headers['content-security-policy']).not.toContain("'unsafe-eval'");
    expect(page.headers['cache-control']).toBe('no-cache');
    const asset = await ask('/assets/a-1.js');
    expect([asset.text, asset.headers['content-type']]).toEqual(['code', 'text/javascript; charset=utf-8']);
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await ask('/', 'HEAD')).text).toBe('');
  });

  it('gives nothing from elsewhere, and nothing to those who do not read', async () => {
    const paths = [
      '/../secret.js',
      '/%2e%2e/secret.js',
      '/..%2fsecret.js',
      '/assets/../../secret.js',
      '/%00.js',
      '/%',
      '//',
      '/notes.txt',
    ];
    for (const path of paths) expect((await ask(path)).text, path).not.toContain('secret');
    for (const path of ['/..%2fsecret.js', '/%', '/notes.txt', '/none.js']) expect((await ask(path)).status).toBe(404);
    expect((await ask('/', 'POST')).status).toBe(404);
  });

  it('listens to this machine only', () => {
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
  });
});
