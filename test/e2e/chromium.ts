/** A Chromium to look at the page with: the machine's own, else the one that comes with a package (for Linux). */
import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the browser named in the environment (`CHROMIUM`), of the first one found, or of the bundled one, unpacked. */
export async function unpackBrowser(): Promise<string> {
  return process.env['CHROMIUM'] ?? USUAL_PLACES.find((path) => existsSync(path)) ?? (await bundled.executablePath());
}

/** Milliseconds that anything is waited for on a page: a machine with other work may need many for what takes one. */
const PATIENCE = 120_000;

export async function openBrowser(): Promise<Browser> {
  const executablePath = await unpackBrowser();
  // Tests may run as root, where Chromium has no sandbox.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE));
  return browser;
}
