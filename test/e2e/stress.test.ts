/** Stress and sensitivity, as a planner meets them. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './chromium.ts';
import { servePage, type PageServer } from './server.ts';
import { small } from './texts.ts';
import { use } from './walk.ts';

let browser: Browser;
let server: PageServer;

beforeAll(async () => {
  [server, browser] = [await servePage(), await openBrowser()];
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** The page at its questions about stress. */
async function opened(locale: 'en-US' | 'zh-CN', width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale });
  await page.goto(server.url);
  await use(page, small);
  await page.locator('#tab-stress').click();
  return page;
}

async function answered(page: Page, question: string): Promise<string> {
  await page.getByRole('button', { name: question, exact: true }).click();
  await page.locator('.study .primary').press('Enter');
  await page.locator('.study .drawing svg').first().waitFor({ timeout: 60_000 });
  return page.locator('.study .headline').innerText();
}

describe('questions about stress', () => {
  it('are each asked by a button and answered by a sentence, a picture and a table', { timeout: 90_000 }, async () => {
    const page = await opened('en-US', 1280);
    expect(await answered(page, 'One by one')).toMatch(/ moves expected profit most: -?[\d,]+\sEUR at /);
    expect(await answered(page, 'What may happen')).toMatch(/^The worst of \d+ stresses for today's plan is /);
    expect(await page.locator('.stress-list dt').count()).toBeGreaterThan(5);
    expect(await answered(page, 'How it fails')).toMatch(/^The chance that profit falls to 0\sEUR or below is /);
    expect(await answered(page, 'Sources')).toMatch(/^What makes the profit of today's plan uncertain is /);
    await page.getByText('As a table').click();
    expect(await page.locator('.study .chart tbody tr').count()).toBeGreaterThan(3);
    await page.close();
  });

  it('can be given up, and ask for a number where they need one', { timeout: 90_000 }, async () => {
    const page = await opened('en-US', 1280);
    await page.locator('#tab-pilots').click();
    await page.getByRole('button', { name: 'Value pilots' }).click();
    await page.locator('.study').getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.study-state').waitFor({ state: 'detached' });
    expect(await page.locator('.study .headline').count()).toBe(0);
    await page.locator('#tab-stress').click();
    await page.getByRole('button', { name: 'How it fails' }).click();
    await page.getByLabel('Profit falls to').fill('a lot');
    expect(await page.getByRole('alert').innerText()).toBe('Give a number, such as 50,000.');
    await page.close();
  });

  it('are accessible and fit a phone, in Chinese', { timeout: 90_000 }, async () => {
    const page = await opened('zh-CN', 390);
    const found: string[] = [];
    for (const question of ['逐个假设', '可能发生的事', '如何失败']) {
      expect(await answered(page, question)).toMatch(/。$/);
      await page.getByText('以表格显示数据').first().click();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      found.push(...violations.map(({ id, nodes }) => `${question}: ${id} at ${nodes[0]!.html.slice(0, 200)}`));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
    expect(found).toEqual([]);
    await page.close();
  });
});
