/** A whole job without a mouse: open an example, change a number, run, read, save. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSite } from './site.ts';
import { WORDS } from './walk.ts';

const words = WORDS.en;
const EXAMPLE = /^Choosing partners/;

/** What can be pressed between any two places of the page is less than this. */
const MOST_STEPS = 150;

/** Name of what has the focus, as it is told to those who do not see it, and whether one sees where it is. */
function inFocus(page: Page): Promise<{ readonly name: string; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = element.ariaLabel ?? element.closest('label')?.querySelector('span')?.textContent;
    const { outlineStyle } = getComputedStyle(element);
    return { name: (label ?? element.textContent).trim(), isSeen: outlineStyle !== 'none' };
  });
}

/** Presses Tab (or the other way) until the focus is on what is called `name`; where it stops must be seen. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isIt = (found: string) => (typeof name === 'string' ? found === name : name.test(found));
  const passed: string[] = [];
  for (let k = 0; k < MOST_STEPS; k++) {
    await page.keyboard.press(key);
    const found = await inFocus(page);
    if (isIt(found.name)) {
      expect(found).toEqual({ name: found.name, isSeen: true });
      return;
    }
    passed.push(found.name.slice(0, 40));
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.join(' | ')}`);
}

describe('the keyboard alone', () => {
  const site = openSite();

  it('does a whole job: example, number, run, reading, report', async () => {
    const page = await site.browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    await page.goto(site.server.url);
    await page.getByText(words.fine).waitFor();

    await tabTo(page, 'Examples…');
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor();
    await tabTo(page, EXAMPLE);
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: EXAMPLE }).waitFor();
    await page.getByText(words.fine).waitFor();
    expect((await inFocus(page)).name).toBe('Examples…'); // where it was before

    // Into the table, to a cell with a number, and out again.
    for (let k = 0; k < MOST_STEPS && (await page.locator('td.here:focus').count()) === 0; k++) {
      await page.keyboard.press('Tab');
    }
    const here = page.locator('td.here');
    for (let k = 0; k < 40 && !/^\d+k?$/.test((await here.locator('.cell-text').innerText()).trim()); k++) {
      await page.keyboard.press('ArrowRight');
    }
    const before = (await here.locator('.cell-text').innerText()).trim();
    await page.keyboard.press('F2');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => here.locator('.cell-text').innerText()).not.toBe(before);
    await page.locator('.findings .state:not(.pending)').waitFor();
    await page.keyboard.press('Escape');

    await tabTo(page, words.start);
    await page.keyboard.press('Enter');
    await page.locator('#result-title:focus').waitFor();
    const headline = page.locator('.result .headline');
    expect(await headline.innerText()).toMatch(/^The recommended plan/);
    // It is where one looks, whatever stands above it.
    expect((await headline.boundingBox())!.y).toBeLessThan(200);

    await tabTo(page, /^Save report/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^<!doctype html>/i);
    await tabTo(page, 'As a table');
    await page.keyboard.press('Enter');
    await page.locator('details[open] table').first().waitFor();

    // Back to the views, and to the next one by an arrow.
    for (let k = 0; k < MOST_STEPS && (await page.locator('[role=tab]:focus').count()) === 0; k++) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('ArrowRight');
    await page.locator('#tab-frontier:focus').waitFor();
    expect((await inFocus(page)).name).toBe('Frontier');
    await page.locator('.study').waitFor();
    await page.keyboard.press('End');
    await page.locator('#tab-verify:focus').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('#tab-recommendation:focus').waitFor();
    await page.close();
  });

  it("changes a group's share, takes it back, cancels a run, and changes the language", async () => {
    const page = await site.browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    await page.goto(site.server.url);
    await page.getByText(words.fine).waitFor();
    await tabTo(page, 'Budget, goal and limits');
    await page.keyboard.press('Enter');
    const share = page.locator('td[data-heading^="share"]');
    await share.waitFor();
    const before = await share.innerText();
    const isIn = (row: string) => page.locator('tr', { hasText: row }).locator('td:focus, th:focus').count();
    for (let k = 0; k < MOST_STEPS && (await isIn('partners')) === 0; k++) await page.keyboard.press('Tab');
    for (let k = 0; k < 40 && (await share.locator(':scope:focus').count()) === 0; k++) {
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.type('55%');
    await page.keyboard.press('Enter');
    await expect.poll(() => share.innerText()).toBe('55%');
    await page.getByText(words.fine).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, /^Undo/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => share.innerText()).toBe(before);

    await tabTo(page, words.draws);
    await page.keyboard.press('End'); // the most draws: judging them takes a while
    await tabTo(page, words.start, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page
      .locator('.progress p')
      .filter({ hasText: /^Judging/ })
      .waitFor();
    await tabTo(page, words.cancel);
    await page.keyboard.press('Enter');
    await page.getByText('Cancelled.').waitFor();
    expect(await inFocus(page)).toEqual({ name: words.start, isSeen: true });

    await tabTo(page, 'Language', 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.locator('html[lang="zh-CN"]').waitFor();
    await page.getByRole('button', { name: WORDS['zh-CN'].start }).first().waitFor();
    await page.close();
  });

  it('tells at once what is typed and not understood, what it is about as code', async () => {
    const page = await site.browser.newPage({ locale: 'en-US' });
    await page.goto(site.server.url);
    const price = page.locator('.grid td[data-at]').filter({ hasText: ' to ' }).first();
    await price.click();
    await page.keyboard.type('1.7 to 2.5x');
    expect(await page.locator('.echo code').innerText()).toBe('x');
    expect(await page.locator('.echo').innerText()).toBe('x after the number is not understood');
    await page.close();
  });

  it('never leaves a cell under the names of the rows', async () => {
    const page = await site.browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
    await page.goto(site.server.url);
    await page.getByText(words.fine).waitFor();
    await page.locator('.grid td[data-at]').first().click();
    await page.keyboard.press('End');
    const covered: string[] = [];
    let isAtName = false;
    for (let k = 0; !isAtName; k++) {
      expect(k).toBeLessThan(MOST_STEPS);
      await page.keyboard.press('ArrowLeft');
      const found = await page.evaluate(() => {
        const cell = document.activeElement!;
        const name = cell.closest('tr')!.querySelector('th')!;
        // Half a pixel is rounding.
        const isCovered = cell.getBoundingClientRect().left < name.getBoundingClientRect().right - 0.5;
        return { isName: cell === name, isCovered, heading: cell.getAttribute('data-heading') ?? '' };
      });
      isAtName = found.isName;
      if (found.isCovered && !isAtName) covered.push(found.heading);
    }
    expect(covered).toEqual([]);
    await page.close();
  });

  it('never leaves what has the focus under the strip at the foot', async () => {
    const page = await site.browser.newPage({ locale: 'en-US', viewport: { width: 390, height: 844 } });
    await page.goto(site.server.url);
    await page.locator('.live .drawing svg').waitFor();
    const covered: string[] = [];
    let isBelow = 0;
    for (let k = 0; k < MOST_STEPS; k++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement!;
        const strip = document.querySelector('.live-strip');
        if (strip === null || strip.contains(element) || element === document.body) return undefined;
        const { bottom, height } = element.getBoundingClientRect();
        const top = strip.getBoundingClientRect().top;
        return { name: element.outerHTML.slice(0, 80), isCovered: bottom > top && height < top };
      });
      if (found === undefined) continue;
      isBelow += 1;
      if (found.isCovered) covered.push(found.name);
    }
    expect(isBelow).toBeGreaterThan(10);
    expect(covered).toEqual([]);
    await page.close();
  });
});
