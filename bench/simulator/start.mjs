/** What a user waits for before anything is computed: the command, and the page. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const at = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const WEB = at('dist/web');

/** Seconds from the shell until a command has ended, the least of some tries. */
export function commandSeconds(words, tries = 5) {
  const seconds = Array.from({ length: tries }, () => {
    const started = performance.now();
    execFileSync(process.execPath, [at('dist/cli/main.js'), ...words], { stdio: 'pipe', cwd: at('.') });
    return (performance.now() - started) / 1000;
  });
  return Math.min(...seconds);
}

/**
 * The page in Chromium: bytes of what it fetches until it can be used, compressed; seconds until then, the least of some
 * tries; and whether the solver was fetched by then. Undefined where there is no page or no browser.
 */
export async function pageFigures(tries = 5) {
  if (!existsSync(join(WEB, 'index.html'))) return undefined;
  const browser = await openBrowser();
  if (browser === undefined) return undefined;
  const server = createServer((request, response) => serve(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const loads = [];
  for (let k = 0; k < tries; k++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1) || 'index.html'));
    const started = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('button:enabled').first().waitFor();
    loads.push({ seconds: (performance.now() - started) / 1000, asked: [...asked] });
    await context.close();
  }
  await browser.close();
  server.close();
  const [fastest] = loads.toSorted((a, b) => a.seconds - b.seconds);
  const files = [...new Set(fastest.asked)].filter((name) => existsSync(join(WEB, name)));
  const all = readdirSync(WEB, { recursive: true }).filter((name) => extname(name) !== '');
  return {
    seconds: fastest.seconds,
    kilobytes: compressed(files),
    everything: compressed(all.filter((name) => !isSolver(name))),
    withSolver: fastest.asked.some(isSolver),
  };
}

const isSolver = (name) => name.includes('highs');
const compressed = (names) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(WEB, name)), { level: 9 }).length, 0) / 1000;

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

function serve({ url }, response) {
  const path = join(WEB, normalize(new URL(url, 'http://page').pathname.slice(1) || 'index.html'));
  if (!path.startsWith(WEB) || !existsSync(path)) return response.writeHead(404).end();
  response
    .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
    .end(readFileSync(path));
}

/** The browser named in the environment (`CHROMIUM`), one of the machine's, or the one that comes with a package. */
async function openBrowser() {
  try {
    const { chromium } = await import('playwright-core');
    const { default: bundled } = await import('@sparticuz/chromium');
    const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
    const executablePath =
      process.env.CHROMIUM ?? usual.find((path) => existsSync(path)) ?? (await bundled.executablePath());
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  } catch {
    return undefined;
  }
}
