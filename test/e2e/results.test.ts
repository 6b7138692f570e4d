/** Live answers, comparison, studies and charts, as a planner meets them. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { VIEWS, type View } from '../../web/result/views.ts';
import { openSite } from './site.ts';
import { impossible, weeks } from './texts.ts';
import { edit, ended, run, startScorecard, textOf, schemesIn, use, WORDS } from './walk.ts';

/** Views with an answer that is quick to have. */
const ANSWERED: ReadonlySet<string> = new Set(['frontier', 'stability', 'screen', 'finance', 'actuals']);

const site = openSite();

/** The page, showing the text of the file. */
async function opened(locale: 'en-US' | 'zh-CN', width = 1440): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width, height: 900 }, locale });
  await page.addInitScript(() => localStorage.setItem('apportion.view', 'text'));
  await page.goto(site.server.url);
  await page.locator('.live .drawing svg').waitFor();
  return page;
}

async function chooseView(page: Page, view: View): Promise<void> {
  await page.locator(`#tab-${view}`).click();
}

/** The live panel once it has said all about the newest edit. */
async function settled(page: Page): Promise<Locator> {
  await page
    .locator('.live:not(.dimmed) .live-state')
    .getByText(/^[\d,]+ (draws|次模拟)$/)
    .waitFor();
  return page.locator('.live');
}

const profitOf = async (live: Locator) =>
  Number(
    (await live.locator('.figures dd').first().innerText()).replaceAll(/[^\d]*([\d,]+)[^]*/g, '$1').replaceAll(',', ''),
  );

describe('live answers', () => {
  it('follow an edit', async () => {
    const page = await opened('en-US');
    await use(page, weeks);
    const before = await profitOf(await settled(page));
    await use(page, weeks.replace('80 to 120', '160 to 240'));
    // Refining may be over before it is seen.
    await expect.poll(() => profitOf(page.locator('.live'))).toBeGreaterThan(1.5 * before);
    await settled(page);
    expect(await profitOf(page.locator('.live'))).toBeGreaterThan(1.5 * before);
    await page.close();
  });

  it('keep the last answer, dimmed, while the text has errors', async () => {
    const page = await opened('en-US');
    await use(page, weeks);
    const before = await profitOf(await settled(page));
    await edit(page, weeks.replace('80 to 120', 'eighty'));
    await page.locator('.live.dimmed').getByText('The text has errors').waitFor();
    expect(await profitOf(page.locator('.live'))).toBe(before);
    await page.close();
  });

  it('try out a budget with a slider, and write it into the scenario', async () => {
    const page = await opened('en-US');
    await use(page, weeks);
    await settled(page);
    await page.getByText('Try it out').click();
    const slider = page.getByRole('slider', { name: /^Budget/ });
    await slider.focus();
    for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
    // Whichever button goes, the focus stays, and so do the sliders.
    await page.getByRole('button', { name: /^Let Budget.* go$/ }).press('Enter');
    await page.locator('.slider:not(.held) input:focus').waitFor();
    for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
    const budget = Number(await slider.inputValue());
    expect(budget).toBeGreaterThan(400_000);
    await settled(page);
    await page.getByRole('button', { name: 'Write into the scenario' }).press('Enter');
    await expect.poll(() => page.locator('.slider.held').count()).toBe(0);
    expect(await page.locator('.sliders[open] > summary:focus').count()).toBe(1);
    expect(await textOf(page)).toContain(`total: ${budget}`);
    await page.close();
  });

  it('count the chance of a profit as its line is moved', async () => {
    const page = await opened('en-US');
    await use(page, weeks);
    await settled(page);
    const line = page.getByRole('slider', { name: 'Profit to be reached' });
    await line.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.target output').innerText()).toMatch(/Today\s100\s%/);
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.target output').innerText()).toMatch(/Today\s0\s%/);
    await page.close();
  });
});

describe('the result', () => {
  it('says in the row of a channel why it gets what it gets, and saves every chart as a picture', async () => {
    const page = await opened('en-US');
    await use(page, weeks);
    await run(page, WORDS.en);
    await ended(page);
    await page.locator('#course-heading').waitFor();
    const why = page.locator('.result .why').first();
    await why.locator('summary').click();
    expect(await why.locator('p').innerText()).toMatch(/\w+ .*\./);
    const charts = page.locator('.result .chart');
    await expect.poll(() => charts.count()).toBe(5);
    for (const chart of await charts.all()) {
      const title = await chart.getByRole('heading').innerText();
      const [svg] = await Promise.all([
        page.waitForEvent('download'),
        chart.getByRole('button', { name: `Save “${title}” as SVG` }).click(),
      ]);
      const text = await readFile(await svg.path(), 'utf8');
      expect(text).toContain(`>${title}</text>`);
      expect(text).not.toContain('var(');
      const [png] = await Promise.all([
        page.waitForEvent('download'),
        chart.getByRole('button', { name: `Save “${title}” as PNG` }).click(),
      ]);
      const bytes = await readFile(await png.path());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(bytes.length).toBeGreaterThan(5000);
    }
    await page.close();
  });

  it('mends a conflict of limits at the press of a button', async () => {
    const page = await opened('en-US');
    await use(page, impossible);
    await run(page, WORDS.en);
    await ended(page);
    await page.getByRole('button', { name: /^Change it: raise «total budget» / }).click();
    await expect.poll(() => textOf(page)).toContain('total: 120000');
    await run(page, WORDS.en);
    await ended(page);
    await expect.poll(() => page.locator('.result .headline').innerText()).toMatch(/^The recommended plan/);
    await page.close();
  });
});

describe('two scenarios', () => {
  it('are compared on the same draws, with what differs, how sure that is, and why', async () => {
    const page = await opened('en-US');
    await use(page, weeks);
    await chooseView(page, 'compare');
    await page.getByRole('button', { name: 'Copy this scenario' }).click();
    await use(page, weeks.replace('name: Two channels', 'name: More money').replace('400k', '500k'));
    await page.getByText('“More money” differs from the base in 2 places').first().waitFor();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('heading', { name: 'More money against Two channels' }).waitFor();
    const rows = await page
      .getByRole('table', { name: /^Recommended plans on the same draws/ })
      .locator('tbody tr')
      .allInnerTexts();
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(/^More money\s+500,000/);
    await page.getByRole('heading', { name: 'From Two channels to More money' }).waitFor();

    await page.getByRole('button', { name: 'Reset budget · total to the base' }).click();
    await page.getByText('differs from the base in 1 place').first().waitFor();
    expect(await textOf(page)).toContain('total: 400k');
    await use(page, (await textOf(page)).replace('400k', '600k'));
    await page.getByRole('button', { name: 'Put budget · total into the base' }).click();
    await page.getByText('differs from the base in 1 place').first().waitFor();
    expect(await textOf(page)).toContain('total: 600k');
    await page.getByRole('tab', { name: 'Two channels' }).first().click();
    expect(await textOf(page)).toContain('total: 600k');
    await page.close();
  });
});

describe('every view', () => {
  it.each(['en-US', 'zh-CN'] as const)(
    'is accessible, and fits a phone, in %s',
    { timeout: 400_000 },
    async (locale) => {
      const page = await opened(locale, 390);
      await use(page, weeks);
      await run(page, WORDS[locale === 'en-US' ? 'en' : 'zh-CN']);
      await page.locator('#course-heading').waitFor();
      await page.locator('.sliders summary').click();
      const found: string[] = [];
      const widths: number[] = [];
      for (const view of VIEWS) {
        await chooseView(page, view);
        if (view === 'actuals') await page.locator('.table-field button').nth(1).click();
        if (view === 'actuals')
          await expect.poll(() => page.locator('.table-field textarea').inputValue()).not.toBe('');
        if (view === 'screen') await startScorecard(page);
        if (ANSWERED.has(view)) {
          await page.locator('.study .primary').click();
          await page.locator('.study section').first().waitFor();
        }
        for (const [k, colorScheme] of schemesIn(locale).entries()) {
          await page.emulateMedia({ colorScheme });
          const axe = new AxeBuilder({ page }).setLegacyMode();
          // What stands around the views is the same in all, and all but colours in both schemes.
          if (view !== VIEWS[0]) axe.include('.views');
          if (k > 0) axe.withRules(['color-contrast']);
          const { violations } = await axe.analyze();
          for (const { id, nodes } of violations) {
            found.push(...nodes.map((node) => `${view}, ${colorScheme}: ${id} at ${node.html.slice(0, 200)}`));
          }
        }
        widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
      }
      expect(found).toEqual([]);
      expect(widths).toEqual(VIEWS.map(() => 390));
      await page.close();
    },
  );
});
