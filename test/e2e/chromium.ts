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

/** Starts the browser named in the environment (`CHROMIUM`), or the first one found. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env['CHROMIUM'] ?? USUAL_PLACES.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: found ?? (await bundled.executablePath()),
    // Tests may run as root, where Chromium has no sandbox.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}
