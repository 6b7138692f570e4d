import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../src/documents/gather.ts';
import { writeReport } from '../../src/documents/write-report.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';
import { openSite } from './site.ts';
import { small } from './texts.ts';
import { runToEnd, use, WORDS } from './walk.ts';

const text = `${small}stresses:\n  dearer: { label: Clicks cost a third more, multiply: { '*.price': 1.33 } }\n`;

describe('reports saved from the page', () => {
  const engine = engineOfFile();
  const site = openSite();
  let page: Page;

  beforeAll(async () => {
    page = await site.browser.newPage();
    await page.goto(site.server.url);
    await use(page, text);
    await runToEnd(page, WORDS.en);
  });

  const saved = async (format: string): Promise<{ readonly name: string; readonly path: string }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save report (${format})` }).click(),
    ]);
    return { name: download.suggestedFilename(), path: await download.path() };
  };

  it('are a page that stands alone and that anyone can read', async () => {
    const { name, path } = await saved('HTML');
    expect(name).toBe('Two-channels.html');
    // Axe is a script, and the policy of a report lets none run.
    const context = await site.browser.newContext({ bypassCSP: true, javaScriptEnabled: true });
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      const shown = await context.newPage();
      await shown.setViewportSize({ width, height: 900 });
      await shown.emulateMedia({ colorScheme });
      await shown.setContent(await readFile(path, 'utf8'));
      expect(await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      // All figures of a row are seen at once, but for long tables and those behind charts.
      const wide = await shown.evaluate(() =>
        [...document.querySelectorAll('.scrolls:has(.stacks)')].filter((each) => each.scrollWidth > each.clientWidth),
      );
      expect(wide).toEqual([]);
      // A table may be wider than the screen, what it is called is not.
      const cut = await shown.evaluate(() =>
        [...document.querySelectorAll('caption')].flatMap((caption) => {
          const range = document.createRange();
          range.selectNodeContents(caption);
          return range.getBoundingClientRect().right > innerWidth ? [caption.innerText] : [];
        }),
      );
      expect(cut).toEqual([]);
      const { violations } = await new AxeBuilder({ page: shown }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
      await shown.close();
    }
    await context.close();
  });

  it('run nothing: their policy allows no script', async () => {
    const { path } = await saved('HTML');
    const shown = await site.browser.newPage();
    const text = (await readFile(path, 'utf8')).replace(
      '<main>',
      '<main><img src="x" onerror="document.title=1"><script>document.title=2</script>',
    );
    await shown.setContent(text);
    expect(await shown.title()).toBe('Two channels');
    await shown.close();
  });

  it('are a spreadsheet with the figures shown', async () => {
    const { name, path } = await saved('Excel');
    expect(name).toBe('Two-channels.xlsx');
    const { sheets } = await readXlsx(await readFile(path));
    expect(sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(['Stresses', 'Drivers', 'Provenance']));
  });

  it('are tables and text, those that the command line writes, with drivers and stresses', async () => {
    expect(await readFile((await saved('CSV')).path, 'utf8')).toMatch(/^\uFEFFPeriod,Channel,Plan/);
    const read = readScenario(text);
    const files = [{ name: 'Two-channels.yaml', text }];
    const report = await optimize(engine, read, { ranges: true });
    const expected = await writeReport(await gather(engine, read, report, files), 'md', 'en');
    expect(await readFile((await saved('Markdown')).path, 'utf8')).toBe(expected);
    expect(expected).toContain('Clicks cost a third more');
    expect(expected).toContain('What makes the outcome uncertain');
  });

  it('count on the terms of payment that the view of finance was given', async () => {
    await page.locator('#tab-finance').click();
    await page.getByLabel('Chance to count on').fill('90 %');
    await page.getByLabel('Customers pay after').fill('2');
    await page.locator('#tab-recommendation').click();
    const read = readScenario(text);
    const report = await optimize(engine, read, { ranges: true });
    const files = [{ name: 'Two-channels.yaml', text }];
    const finance = { chance: 0.9, lags: { collect: 2 } };
    const expected = await writeReport(await gather(engine, read, report, files, { finance }), 'md', 'en');
    expect(await readFile((await saved('Markdown')).path, 'utf8')).toBe(expected);
    expect(expected).toContain('customers paying after 2 months');
  });
});
