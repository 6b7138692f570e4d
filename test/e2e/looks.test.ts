import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { englishLeft } from './english-left.ts';
import { openSite } from './site.ts';
import { broken, impossible, small } from './texts.ts';
import { edit, run, runToEnd, schemesIn, showTable, use, WORDS, type Words } from './walk.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../scenarios/five-channels.yaml'), 'utf8');

/** Brings the page into each of its states, and looks at it there. */
async function eachState(page: Page, words: Words, look: (state: string) => Promise<void>): Promise<void> {
  await page.getByText(words.fine).waitFor();
  await look('first visit');
  await eachStateOfARun(page, words, look);
  await use(page, small);
  await runToEnd(page, words);
  await page.getByText(words.asTable).first().click();
  await look('result');
  await edit(page, broken);
  await page.locator('.state.error').waitFor();
  await run(page, words);
  await look('errors');
  await use(page, impossible);
  await runToEnd(page, words);
  await look('no plan');
}

/** The same while a plan is searched, and after that was given up: by an engine that tells how far it is and never ends. */
async function eachStateOfARun(page: Page, words: Words, look: (state: string) => Promise<void>): Promise<void> {
  const engine = /runner\.worker/;
  const progress = { phase: 'search', iteration: 3, value: 1, bound: 1.2, gap: 0.2 };
  const body = `postMessage(${JSON.stringify({ kind: 'progress', progress })});`;
  await page.route(engine, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await run(page, words);
  const bar = page.locator('.run');
  await bar.getByRole('button', { name: words.stop }).waitFor();
  await look('running');
  await bar.getByRole('button', { name: words.stop }).click();
  await look('stopping');
  await bar.getByRole('button', { name: words.cancel }).click();
  await page.locator('progress').waitFor({ state: 'detached' });
  await look('cancelled');
  await page.unroute(engine);
}

describe('the page', () => {
  const site = openSite();

  it.each(['en', 'zh-CN'] as const)('is accessible in light and in dark, in every state, in %s', async (locale) => {
    const context = await site.browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale,
      serviceWorkers: 'block', // it would fetch the engine itself
    });
    const page = await context.newPage();
    await page.goto(site.server.url);
    const found: string[] = [];
    let checked = 0;
    await eachState(page, WORDS[locale], async (state) => {
      if (locale === 'zh-CN') {
        const english = await englishLeft(page, [example, small]);
        // Chinese has no space before a percent sign.
        const spaced = (await page.locator('main').textContent())!.match(/.{0,20}\d\s%/g) ?? [];
        found.push(...[...english, ...spaced].map((text) => `${state}: ${text}`));
      }
      for (const colorScheme of schemesIn(locale)) {
        await page.emulateMedia({ colorScheme });
        const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        checked += passes.length;
        for (const { id, nodes } of violations) {
          found.push(...nodes.map((node) => `${state}, ${colorScheme}: ${id} at ${node.html.slice(0, 200)}`));
        }
      }
    });
    expect(found).toEqual([]);
    expect(checked).toBeGreaterThan(7 * 20 * schemesIn(locale).length);
    await context.close();
  });

  it.each(['en', 'zh-CN'] as const)('never scrolls sideways at 390 px, in %s', async (locale) => {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 844 }, locale, serviceWorkers: 'block' });
    await page.goto(site.server.url);
    const widths: number[] = [];
    await eachState(page, WORDS[locale], async () => {
      widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
    });
    // Names that nobody would break.
    await use(page, small.replaceAll('search', 'programmaticDisplayRetargetingNorthernEurope'));
    await showTable(page);
    await page.locator('.grid th[data-at]').first().click();
    widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
    expect(widths).toEqual(Array.from({ length: 8 }, () => 390));
    await page.close();
  });

  it('never scrolls sideways at twice its size, nor where the text leaves little room beside it', async () => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    await page.goto(site.server.url);
    await use(page, example);
    await runToEnd(page, WORDS.en);
    for (const width of [640, 720, 1010, 1280]) {
      await page.setViewportSize({ width, height: 400 });
      // Charts are drawn anew one after the other.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.close();
  });

  it('leaves no half of a row of charts empty where there is room for two', async () => {
    const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    await page.goto(site.server.url);
    await use(page, small);
    await showTable(page);
    await runToEnd(page, WORDS.en);
    // Cases, the next unit of money, and what channels bring: three for a plan of one period.
    await page.locator('.result > .chart').nth(2).waitFor();
    const spans = () =>
      page
        .locator('.result > .chart')
        .evaluateAll((charts) => charts.map((chart) => getComputedStyle(chart).gridColumn));
    expect(await spans()).toEqual(['auto', 'auto', '1 / -1']);
    await page.close();
  });

  it('speaks Chinese when asked, result included, and remembers it', async () => {
    const page = await site.browser.newPage({ locale: 'en-US' });
    await page.goto(site.server.url);
    await use(page, small);
    await runToEnd(page, WORDS.en);
    await page.getByLabel('Language').selectOption('简体中文');
    await page.locator('html[lang="zh-CN"]').waitFor();
    // What is said of answers is fetched when the language changes.
    await expect
      .poll(() => page.locator('.result .headline').innerText())
      .toMatch(/^预计推荐方案比当前方案多\s[\d,]+\s±\s\d+\sEUR\s利润。$/);
    await page.reload();
    await page.locator('.run').getByRole('button', { name: WORDS['zh-CN'].start }).waitFor();
    await page.close();
  });

  it.each([
    [1280, 800],
    [390, 844],
  ])('starts a run from where one is, at first in a window of %d by %d', async (width, height) => {
    const page = await site.browser.newPage({ viewport: { width, height }, locale: 'en-US' });
    await page.goto(site.server.url);
    const shortcut = page.locator('.live-strip button');
    await shortcut.waitFor();
    const { y, height: own } = (await shortcut.boundingBox())!;
    expect(y + own).toBeLessThanOrEqual(height);
    await shortcut.click();
    await shortcut.waitFor({ state: 'detached' });
    await page.locator('.run progress').waitFor();
    await page.locator('.run :focus').waitFor();
    await page.close();
  });

  it('can be used with the keyboard alone', async () => {
    const page = await site.browser.newPage({ locale: 'en-US' });
    await page.goto(site.server.url);
    await page.getByText(WORDS.en.fine).waitFor();
    const names: string[] = [];
    const look = async () => {
      names.push(
        await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const { outlineStyle } = getComputedStyle(element);
          const name = element.ariaLabel ?? element.closest('label')?.querySelector('span')?.textContent;
          return `${(name ?? element.textContent).trim()}${outlineStyle === 'none' ? ' without a mark' : ''}`;
        }),
      );
    };
    for (let k = 0; k < 18; k++) {
      await page.keyboard.press('Tab');
      await look();
    }
    // Headings of groups, then the cells, which are one stop.
    for (let k = 0; k < 20 && (await page.locator('td.here:focus').count()) === 0; k++)
      await page.keyboard.press('Tab');
    expect(await page.locator('td.here:focus').count()).toBe(1);
    await page.keyboard.press('Tab');
    await look();
    expect(names).toEqual([
      'Language',
      'Table',
      'Text',
      'Undo',
      'Redo',
      'Examples…',
      'Open a file…',
      'Import exports…',
      'Save file',
      'Share…',
      'Earlier versions…',
      'Five purchase channels, spring',
      'Duplicate',
      'Channels',
      'Budget, goal and limits',
      'Customers and people',
      'Risks',
      'About',
      'Rename',
    ]);
    await page.close();
  });
});
