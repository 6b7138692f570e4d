import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, type Command } from 'commander';
import { explain } from './help.ts';
import type { Session } from './session.ts';

const USUAL_PORT = 8417;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** What the page may do: run its own programs, compile WebAssembly, and speak to nobody but this server. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
    "style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** `apportion serve`: the page, for a browser on this machine. */
export function addServe(program: Command, { terminal, words }: Session): void {
  const command = program
    .command('serve')
    .summary('open the page in a browser')
    .description('Serves the page to browsers of this machine, until it is interrupted. Nothing leaves the machine.')
    .option('--port <number>', `port, or 0 for any that is free`, port, USUAL_PORT)
    .action(async ({ port: wanted }: { readonly port: number }) => {
      const folder = pageFolder();
      const server = await servePage(folder, wanted).catch((thrown: NodeJS.ErrnoException) => {
        if (thrown.code !== 'EADDRINUSE') throw thrown;
        return command.error(`error: port ${wanted} is taken: name another with --port`);
      });
      const { port: used } = server.address() as AddressInfo;
      await terminal.print(`http://127.0.0.1:${used}/\n`);
      terminal.tell(`${words.say('Open this address in a browser. Ctrl-C ends it.')}\n`);
      await new Promise((end) => server.once('close', end));
    });
  explain(command, {
    practice: 'plan together: the page shows at once what an edit changes, and keeps every version.',
    examples: [
      ['apportion serve', `the page at http://127.0.0.1:${USUAL_PORT}/`],
      ['apportion serve --port 0', 'at a port that is free'],
    ],
  });
}

/** Serves the files of a folder to this machine alone. @throws when the port is taken */
export async function servePage(folder: string, wanted: number): Promise<Server> {
  // Only here: every other command would wait for it.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/', folder);
    const type = path === undefined ? undefined : TYPES[extname(path)];
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (path === undefined || type === undefined || !isRead) return void response.writeHead(404, HEADERS).end();
    readFile(path).then(
      (bytes) => {
        // Names of built files hold what is in them; the others may change with the next version.
        const caching = path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
        response.writeHead(200, { ...HEADERS, 'content-type': type, 'cache-control': caching });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      },
      () => response.writeHead(404, HEADERS).end(),
    );
  });
  await new Promise<void>((begin, fail) => {
    server.once('error', fail);
    server.listen(wanted, '127.0.0.1', begin);
  });
  return server;
}

/** The file that an address stands for; undefined for what is not within the folder. */
function pathOf(address: string, folder: string): string | undefined {
  try {
    const name = decodeURIComponent(new URL(address, 'http://page').pathname);
    const path = resolve(folder, `.${name.endsWith('/') ? `${name}index.html` : name}`);
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Beside the program where it is built. */
function pageFolder(): string {
  const folders = ['../web', '../../dist/web'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(join(folder, 'index.html')));
  if (found === undefined) throw new Error('the page is not built: run `npm run build` first');
  return found;
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}
