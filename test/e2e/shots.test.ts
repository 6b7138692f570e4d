/** Pictures of every state of the page for people to look at: `npm run shots` writes them to `shots/`, and those of the README to `docs/`. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, it } from 'vitest';
import { openSite } from './site.ts';
import { broken, impossible, small } from './texts.ts';
import { edit, ended, run, runToEnd, showTable, startScorecard, use, WORDS } from './walk.ts';

const FOLDER = resolve(import.meta.dirname, '../../shots');

/** Whose README shows the page. Chinese wants a font that has it. */
const DOCS = resolve(import.meta.dirname, '../../docs');

/** Pages of the table view, and dialogs by the place of their button. */
const TABLE_PAGES = ['channels', 'budget', 'customers', 'risks', 'about'];
const DIALOGS = { examples: 0, import: 2, share: 4, versions: 5 };

describe.runIf(process.env['SHOTS'] !== undefined)('the page', () => {
  const site = openSite();

  beforeAll(async () => {
    await mkdir(FOLDER, { recursive: true });
  });

  it.each([
    ['en', 'plan.png'],
    ['zh-CN', 'plan.zh.png'],
  ] as const)('as the README shows it, in %s', { timeout: 120_000 }, async (locale, name) => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 960 }, colorScheme: 'light', locale });
    await page.goto(site.server.url);
    await page.getByText(WORDS[locale].fine).waitFor();
    await runToEnd(page, WORDS[locale]);
    const { x, y, width } = (await page.locator('.panel.result').boundingBox())!;
    const top = y + (await page.evaluate(() => scrollY));
    // From the tabs above the result to the end of the plan.
    const clip = { x: x - 12, y: top - 50, width: width + 24, height: 900 };
    await page.screenshot({ path: join(DOCS, name), fullPage: true, animations: 'disabled', clip });
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      for (const locale of ['en', 'zh-CN'] as const) {
        it(`in ${colorScheme}, ${width} px wide, in ${locale}`, { timeout: 600_000 }, async () => {
          const viewport = { width, height: width > 1000 ? 900 : 844 };
          const page = await site.browser.newPage({ viewport, colorScheme, locale });
          const words = WORDS[locale];
          const shoot = async (state: string) => {
            const path = join(FOLDER, `${state}-${width}-${colorScheme}-${locale}.png`);
            await page.screenshot({ path, fullPage: true, animations: 'disabled' });
          };
          await page.goto(site.server.url);
          await page.getByText(words.fine).waitFor();
          await shoot('1-first-visit');
          for (const [k, name] of TABLE_PAGES.entries()) {
            await page.locator('.table-pages button').nth(k).click();
            await shoot(`7-table-${name}`);
          }
          await page.locator('.draw').first().click();
          await page.locator('dialog').waitFor();
          await shoot('8-season');
          await page.keyboard.press('Escape');
          for (const [name, k] of Object.entries(DIALOGS)) {
            await page.locator('.document > button').nth(k).click();
            await page.locator('dialog').waitFor();
            await shoot(`8-${name}`);
            await page.keyboard.press('Escape');
          }
          await run(page, words);
          // A quick machine is done before anybody sees it.
          const searching = page.getByText(words.searching).waitFor();
          await Promise.race([searching.catch(() => undefined), ended(page)]);
          await shoot('2-running');
          await ended(page);
          await shoot('3-result');
          await page.getByText(words.asTable).first().click();
          await edit(page, broken);
          await page.locator('.findings button').first().waitFor();
          await shoot('4-errors');
          await showTable(page);
          await page
            .locator('td.error')
            .first()
            .click({ position: { x: 5, y: 5 } });
          await shoot('9-table-errors');
          await use(page, impossible);
          await runToEnd(page, words);
          await shoot('5-impossible');
          await use(page, small);
          await runToEnd(page, words);
          await shoot('6-small');
          await page.locator('.sliders summary').click();
          await shoot('10-sliders');
          for (const view of ['frontier', 'stability', 'screen']) {
            await page.locator(`#tab-${view}`).click();
            if (view === 'screen') await startScorecard(page);
            await page.locator('.study .primary').click();
            await page.locator('.study > section').first().waitFor();
            await shoot(`10-${view}`);
          }
          await page.locator('#tab-stress').click();
          const questions = page.locator('.questions button');
          await questions.first().waitFor();
          for (let k = 0; k < (await questions.count()); k++) {
            await questions.nth(k).click();
            // By keyboard: the page has just become shorter, and the strip at its foot may come where a mouse aims.
            await page.locator('.study .primary').press('Enter');
            await page.locator('.study .drawing svg').first().waitFor();
            await shoot(`11-stress-${k}`);
          }
          await page.locator('#tab-replan').click();
          await page.locator('.study').first().waitFor();
          await shoot('11-replan');
          for (const view of ['finance', 'pilots', 'actuals']) {
            await page.locator(`#tab-${view}`).click();
            if (view === 'actuals') {
              await page.locator('.table-field button').nth(1).click();
              await page.waitForFunction(
                () => document.querySelector<HTMLTextAreaElement>('.table-field textarea')!.value !== '',
              );
            }
            await page.locator('.study .primary').first().click();
            await page.locator('.study .chart').first().waitFor();
            await shoot(`11-${view}`);
          }
          await page.locator('#tab-compare').click();
          await page.locator('.study .actions button').first().click();
          await use(page, small.replace('name: Two channels', 'name: More money').replace('100k', '130k'));
          await page.locator('.deviations').waitFor();
          await page.locator('.study .primary').click();
          await page.locator('.study .chart').waitFor();
          await shoot('10-compare');
          await page.close();
        });
      }
    }
  }
});
