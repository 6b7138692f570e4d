import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './chromium.ts';
import { servePage, type PageServer } from './server.ts';

/** The built page on a server, and a browser to look at it. */
export interface Site {
  readonly browser: Browser;
  readonly server: PageServer;
}

/** A site for the tests that follow in the file or suite: it is there once these begin, and closed after them. */
export function openSite(): Site {
  const site = {} as { -readonly [Part in keyof Site]: Site[Part] };
  beforeAll(async () => {
    site.server = await servePage();
    site.browser = await openBrowser();
  });
  afterAll(async () => {
    await site.browser.close();
    site.server.close();
  });
  return site;
}
