/** What readers set in their system or their browser: paper, colours of their own, fingers, large letters. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSite } from './site.ts';
import { small } from './texts.ts';
import { runToEnd, use, WORDS } from './walk.ts';

describe('the page', () => {
  const site = openSite();

  const opened = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await site.browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    await page.goto(site.server.url);
    await page.locator('.live .drawing svg').waitFor();
    return page;
  };

  it('is printed as what was found, without what one presses, and nothing beyond the edge', async () => {
    const page = await opened({ viewport: { width: 1440, height: 900 } });
    await use(page, small);
    await runToEnd(page, WORDS.en);
    const chart = page.locator('.result .drawing svg').first();
    await chart.waitFor();
    const drawn = (await chart.boundingBox())!.width;
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 650, height: 900 }); // a sheet of A4 between its margins
    const shown = () =>
      page.evaluate(() => ({
        beyond: [...document.querySelectorAll('.result *')].filter(
          // Half a pixel cannot be seen: a letter of a chart drawn smaller may end some hundredths beyond it.
          (element) => element.closest('.unseen') === null && element.getBoundingClientRect().right > innerWidth + 0.5,
        ).length,
        seen: [...document.querySelectorAll('button, input, select, .live-strip')].filter(
          (element) => element.getClientRects().length > 0,
        ).length,
      }));
    expect(drawn).toBeGreaterThan(600);
    // Charts are drawn anew for a sheet, one after the other.
    await expect.poll(shown).toEqual({ beyond: 0, seen: 0 });
    expect(await page.locator('.result .headline').isVisible()).toBe(true);
    // What it is about, dark on white whatever the screen was.
    expect(await page.locator('.printed').innerText()).toBe('Two channels');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.printed').evaluate((name) => getComputedStyle(name).color)).toBe('rgb(22, 32, 43)');
    await page.context().close();
  });

  it('tells what is chosen where the system chooses all colours', async () => {
    const page = await opened({ forcedColors: 'active' });
    const backgrounds = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((buttons) => new Set(buttons.map((button) => getComputedStyle(button).backgroundColor)).size);
    for (const group of ['.view-switch button', '.table-pages button', '.views > .tabs button']) {
      expect([group, await backgrounds(group)]).toEqual([group, 2]);
    }
    await page.context().close();
  });

  it('has room for a finger on all that can be pressed', async () => {
    const page = await opened({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.locator('.sliders summary').tap();
    const low = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, summary, a, input')]
        .map((element) => ({ height: element.getBoundingClientRect().height, in: element.closest('.grid') !== null }))
        .filter(({ height, in: isInGrid }) => height > 0 && height < (isInGrid ? 32 : 40)),
    );
    expect(low).toEqual([]);
    await page.context().close();
  });

  it('never scrolls sideways in letters four times as large', async () => {
    const page = await opened({ viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });
});
