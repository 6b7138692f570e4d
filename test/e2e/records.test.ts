/** Decisions on the record: saved from the page, and run again in it. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../../src/runs/record.ts';
import { readRecord } from '../../src/runs/record/read-record.ts';
import { verify } from '../../src/runs/verify.ts';
import { engineOfFile } from '../support/engine.ts';
import { openSite } from './site.ts';
import { small } from './texts.ts';
import { runToEnd, use, WORDS } from './walk.ts';

const PAYLOAD = '<img src=x onerror=hit()>';

describe('records of decisions', () => {
  const engine = engineOfFile();
  const site = openSite();
  let page: Page;
  let text: string;

  beforeAll(async () => {
    page = await site.browser.newPage({ locale: 'en-US' });
    await page.goto(site.server.url);
    await use(page, small);
    await runToEnd(page, WORDS.en);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the decision record' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Two-channels-record.json');
    text = await readFile(await download.path(), 'utf8');
  });

  const check = () => page.getByRole('button', { name: 'Run it again' });
  const altered = (change: (record: DecisionRecord) => object) => {
    const record = readRecord(text);
    return JSON.stringify({ ...record, ...change(record) }, undefined, 2);
  };

  it('that the page saves come out the same in another engine', async () => {
    expect((await verify(engine, readRecord(text))).verdict).toBe('same');
  });

  it('are dropped anywhere, and run again to the last bit', async () => {
    await page.locator('main').evaluate((main, record) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([record], 'decision.json', { type: 'application/json' }));
      for (const kind of ['dragover', 'drop']) {
        main.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, text);
    await check().press('Enter');
    const headline = page.locator('.study .headline');
    await headline.waitFor();
    expect(await headline.innerText()).toBe('The same comes out again, to the last bit.');
    expect(await page.locator('.study strong').count()).toBe(0);
    expect(await page.getByRole('row', { name: 'Seed apportion' }).count()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).include('.views').setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    // The scenario that is open stays.
    expect(await page.locator('.document-state .warning').innerText()).toBe('');
  });

  it('show what differs when they were altered, and texts in them as texts', async () => {
    const forged = altered(({ decision, files: [file] }) => ({
      decision: {
        ...decision,
        expectedProfit: 99_999,
        headline: [PAYLOAD],
        spend: { ...decision.spend, [PAYLOAD]: [5] },
      },
      files: [{ ...file, name: PAYLOAD, text: `${file!.text}# ` }],
    }));
    await page.getByRole('textbox', { name: 'Record', exact: true }).fill(forged);
    await page.locator('.study .stale').waitFor();
    await check().click();
    await expect
      .poll(() => page.locator('.study .headline').innerText())
      .toBe('Something else comes out: the record is not as it was made.');
    const differs = await page.locator('.study tr:has(strong) th').allInnerTexts();
    expect(differs).toEqual(['Expected profit', `Spend on ${PAYLOAD}`, `Text of ${PAYLOAD}`]);
    expect(await page.getByRole('row', { name: 'Expected profit 99,999' }).count()).toBe(1);
    expect(await page.locator('.study li', { hasText: PAYLOAD }).count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator('img, [onerror]').count()).toBe(0);
  });

  it('that are none are refused, with the place of what is wrong', async () => {
    const field = page.getByRole('textbox', { name: 'Record', exact: true });
    await field.fill('');
    await check().click();
    expect(await page.getByRole('alert').innerText()).toMatch(/^Put in a record first/);
    await field.fill(small);
    await check().click();
    await page.getByText('is no record: it is a scenario').waitFor();
    await field.fill(altered(({ options }) => ({ options: { ...options, draws: 1e12 } })));
    await check().click();
    const place = page.getByRole('button', { name: /^Line \d+, column \d+$/ });
    await place.click();
    expect(await field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart))).toMatch(
      /^1000000000000\b/,
    );
    // As deep as no program should follow, and larger than any record.
    await field.fill(`{"apportionRecord": 1, "engine": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    await check().click();
    await page.getByText('engine: must be a text').waitFor();
    await page.locator('.table-field input[type=file]').setInputFiles({
      name: 'large.json',
      mimeType: 'application/json',
      buffer: Buffer.alloc(5_000_001, 32),
    });
    await page.getByText('This is too large for a record').waitFor();
  });

  it('can be given up while they are run, and take a file by its button, in Chinese on a phone', async () => {
    const phone = await site.browser.newPage({ viewport: { width: 390, height: 900 }, locale: 'zh-CN' });
    await phone.goto(site.server.url);
    await phone.locator('#tab-verify').click();
    const input = phone.locator('.table-field input[type=file]');
    const long = altered(({ options }) => ({ options: { ...options, draws: 4_194_304 } }));
    const open = async (content: string) => {
      await input.setInputFiles({ name: '决策.json', mimeType: 'application/json', buffer: Buffer.from(content) });
      await expect.poll(() => phone.locator('.table-field textarea').inputValue()).toBe(content);
    };
    await open(long);
    await phone.getByRole('button', { name: '重新计算' }).click();
    await phone.locator('.study').getByRole('button', { name: WORDS['zh-CN'].cancel }).click();
    await phone.locator('.study-state').waitFor({ state: 'detached' });
    await open(text);
    await phone.getByRole('button', { name: '重新计算' }).click();
    await phone.locator('.study .headline').waitFor();
    expect(await phone.locator('.study .headline').innerText()).toBe('重新计算的结果完全相同，直到最后一位。');
    const { violations } = await new AxeBuilder({ page: phone }).include('.views').setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await phone.close();
  });
});
