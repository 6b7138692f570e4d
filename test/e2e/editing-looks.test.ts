/** Accessibility and width of every page of the table view, and of every dialog, as they are and with mistakes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { englishLeft } from './english-left.ts';
import { openSite } from './site.ts';
import { broken } from './texts.ts';
import { edit, showTable, schemesIn, WORDS } from './walk.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../scenarios/five-channels.yaml'), 'utf8');

/** Brings the editor into each of its states, and looks at it there. */
async function eachState(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const pages = page.locator('.table-pages button');
  for (let k = 0; k < 5; k++) {
    await pages.nth(k).click();
    await look(`page ${k}`);
  }
  await page.locator('.draw').first().click();
  await page.locator('dialog').waitFor();
  await look('drawing');
  await page.keyboard.press('Escape');
  const tools = page.locator('.document > button');
  for (const k of [0, 2, 4, 5]) {
    await tools.nth(k).click();
    await page.locator('dialog').waitFor();
    await look(`dialog ${k}`);
    await page.keyboard.press('Escape');
  }
  await edit(page, broken);
  await page.locator('.state.error').waitFor();
  await showTable(page);
  await page.locator('td.error').first().waitFor();
  await look('mistakes');
}

describe('the editor of scenarios', () => {
  const site = openSite();

  it.each(['en', 'zh-CN'] as const)('is accessible in light and in dark, in every state, in %s', async (locale) => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, locale });
    const page = await context.newPage();
    await page.goto(site.server.url);
    await page.getByText(WORDS[locale].fine).waitFor();
    const found: string[] = [];
    let checked = 0;
    await eachState(page, async (state) => {
      if (locale === 'zh-CN')
        found.push(...(await englishLeft(page, [example, broken])).map((text) => `${state}: ${text}`));
      for (const colorScheme of schemesIn(locale)) {
        await page.emulateMedia({ colorScheme });
        const { violations, passes } = await new AxeBuilder({ page }).include('.scenario').setLegacyMode().analyze();
        checked += passes.length;
        for (const { id, nodes } of violations) {
          found.push(...nodes.map((node) => `${state}, ${colorScheme}: ${id} at ${node.html.slice(0, 200)}`));
        }
      }
    });
    expect(found).toEqual([]);
    expect(checked).toBeGreaterThan(100 * schemesIn(locale).length);
    await context.close();
  });

  it.each(['en', 'zh-CN'] as const)('never scrolls sideways at 390 px, in %s', async (locale) => {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 844 }, locale });
    await page.goto(site.server.url);
    await page.getByText(WORDS[locale].fine).waitFor();
    const widths = new Set<number>();
    await eachState(page, async () => {
      widths.add(await page.evaluate(() => document.documentElement.scrollWidth));
    });
    expect([...widths]).toEqual([390]);
    await page.close();
  });
});
