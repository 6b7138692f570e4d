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

export async function openBrowser(): Promise<Browser> {
  return launch(await unpackBrowser());
}

function launch(executablePath: string): Promise<Browser> {
  // Tests may run as root, where Chromium has no sandbox.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
