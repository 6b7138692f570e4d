/** A Chromium to look at the page with: the machine's own, else the one that comes with a package (for Linux). */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Milliseconds in which a test beside this one has surely unpacked the bundled browser. */
const PATIENCE = 60_000;

/** Starts the browser named in the environment (`CHROMIUM`), or the first one found. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env['CHROMIUM'] ?? USUAL_PLACES.find((path) => existsSync(path));
  if (found !== undefined) return launch(found);
  const path = await bundled.executablePath();
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await launch(path);
    } catch (error) {
      // The system starts no program that is still being written, as by a test beside this one that unpacks it, too.
      if (!String(error).includes('ETXTBSY') || Date.now() > end) throw error;
      await wait(500);
    }
  }
}

function launch(executablePath: string): Promise<Browser> {
  // Tests may run as root, where Chromium has no sandbox.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
