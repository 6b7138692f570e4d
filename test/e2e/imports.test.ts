/** Exports of CRMs and advertising platforms, imported in the page. */
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/in-process.ts';
import { englishLeft } from './english-left.ts';
import { openSite } from './site.ts';
import { small } from './texts.ts';
import { textOf, use } from './walk.ts';

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/exports', name);
const ZOHO = ['zoho_leads.csv', 'zoho_deals.csv', 'google_ads_de_utf16.csv', 'tiktok_ads_en.xlsx'].map(fixture);
const CHINESE = ['jiandaoyun_客户档案.xlsx', 'jiandaoyun_订单_gbk.csv', 'jiandaoyun_渠道费用.xlsx'].map(fixture);

const PAGES = [
  'jiandaoyun_api_data_list_page1.json',
  'jiandaoyun_api_widget_list.json',
  'jiandaoyun_订单_gbk.csv',
  'jiandaoyun_渠道费用.xlsx',
].map(fixture);

/** What the command line writes for these files. */
async function written(files: readonly string[], ...options: readonly string[]): Promise<string> {
  const output = join(mkdtempSync(join(tmpdir(), 'apportion-')), 'import.yaml');
  const { code } = await run(['import', ...files, '-o', output, ...options]);
  expect(code).toBe(0);
  return readFileSync(output, 'utf8');
}

const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  page.locator('.import input[type=file]').setInputFiles(files);
/** Drops files together where none are asked for. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => [basename(path), readFileSync(path).toString('base64')] as const);
  await page.locator('main').evaluate((main, dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of dropped) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
    }
    for (const kind of ['dragover', 'drop']) {
      main.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, files);
}
const done = (page: Page) => page.locator('.import [role=status].fine').waitFor();

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include('dialog').setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}

describe('exports in the page', () => {
  const site = openSite();

  it('are read beside the page, and give the bytes that the command line writes; undo brings back what was there', async () => {
    // Without the service worker, which at some time fetches all that is needed without a network.
    const page = await site.browser.newPage({ locale: 'en-US', colorScheme: 'dark', serviceWorkers: 'block' });
    await page.goto(site.server.url);
    await use(page, small);
    expect(site.server.asked.filter((path) => /exports\.worker|import-dialog/.test(path))).toEqual([]);
    await page.getByRole('button', { name: 'Import exports…' }).press('Enter');
    await choose(page, ZOHO);
    await done(page);
    expect(site.server.asked.filter((path) => path.includes('exports.worker'))).toHaveLength(1);
    expect(await page.locator('.import .chosen li p').allInnerTexts()).toEqual([
      'Zoho CRM leads, 1,797 rows',
      'Zoho CRM deals, 500 rows',
      'Google Ads, 531 rows',
      'TikTok Ads, 352 rows, sheet “Sheet1”',
    ]);
    const doubtful = await page.locator('.import .doubtful li').allInnerTexts();
    expect(doubtful).toContain('zoho_leads.csv: 12 rows with a number that another has: counted once.');
    expect(await page.getByRole('row', { name: /^Google Ads .* a click/ }).count()).toBe(1);
    expect(await faults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Use this scenario' }).press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await textOf(page)).toBe(await written(ZOHO));
    // It was opened beside what had been edited.
    expect(await page.locator('.scenario-tabs [role=tab]').count()).toBe(2);
    await page.getByRole('button', { name: /^Undo/ }).click();
    expect(await textOf(page)).toBe(small);
    await page.close();
  });

  it('are asked about what they do not tell, and the answers count as in the command line', async () => {
    const page = await site.browser.newPage({ locale: 'en-US' });
    await page.goto(site.server.url);
    await page.getByRole('button', { name: 'Import exports…' }).click();
    await choose(page, ZOHO);
    await done(page);
    const field = (name: RegExp) => page.locator('.import').getByRole('textbox', { name });
    await field(/^Budget of all weeks, USD/).fill('20k');
    await field(/^Weeks/).fill('0');
    await page.getByText('Must be a whole number of weeks from 1 to 104.').waitFor();
    expect(await page.getByRole('button', { name: 'Use this scenario' }).getAttribute('aria-disabled')).toBe('true');
    await field(/^Weeks/).fill('8');
    await field(/^First day/).fill('2026-08-03');
    await page.getByText(/^Channels of \d+ sources$/).click();
    await page.locator('.import .pairs').getByLabel('Web Research', { exact: true }).fill('Search');
    await page.getByText(/^Meaning of \d+ stages of deals$/).click();
    await page.getByRole('combobox', { name: 'Proposal/Price Quote' }).selectOption('Won');
    await done(page);
    // Closing the window forgets nothing.
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Import exports…' }).click();
    expect(await field(/^Weeks/).inputValue()).toBe('8');
    expect(await page.locator('.import .chosen > li').count()).toBe(ZOHO.length);
    await page.getByText('Its text').click();
    const asked = ['--budget', '20k', '--periods', '8', '--start', '2026-08-03'];
    const meant = ['--map', 'Web Research=Search', '--won', 'Proposal/Price Quote'];
    const wanted = await written(ZOHO, ...asked, ...meant);
    await expect.poll(() => page.locator('.import textarea').inputValue()).toBe(wanted);
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await page.locator('.import .chosen').count()).toBe(0);
    expect(await page.locator(':focus').innerText()).toBe('Choose files…');
    await page.close();
  });

  it('that are none are refused each by itself, with what to do, and the others are joined', async () => {
    const page = await site.browser.newPage({ locale: 'en-US' });
    await page.goto(site.server.url);
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Import exports…' }).click();
    await choose(page, [
      file('<b>notes.csv', 'x,y\n1,2\n'),
      file('soon.csv', 'Record Id,Lead Owner,Is Converted,Lead Source,Created Time\n1,x,true,Web,soon\n'),
    ]);
    const large = join(mkdtempSync(join(tmpdir(), 'apportion-')), 'large.csv');
    writeFileSync(large, '');
    truncateSync(large, 32 * 1024 * 1024 + 1);
    await choose(page, large);
    await page.getByText('Row 2: column "Created Time": is not a day.').waitFor();
    await page.getByText('No row looks like the headings of an export that is known.').waitFor();
    await page.getByText('A file may have 33,554,432 bytes, this one has 33,554,433.').waitFor();
    expect(await page.getByRole('button', { name: 'Use this scenario' }).getAttribute('aria-disabled')).toBe('true');
    await choose(page, [fixture('meta_ads_en.csv')]);
    await done(page);
    expect(await page.locator('.import [role=status]').innerText()).toBe('1 channel from 1 file.');
    await page.getByRole('button', { name: 'Remove soon.csv' }).click();
    // The button is gone with its file: one goes on at the next.
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Remove large.csv');
    expect(await page.locator('.import .chosen > li').count()).toBe(3);
    // Files that say several currencies cannot be joined.
    await choose(page, [fixture('baidu_gbk.csv')]);
    await page.getByText('Amounts are in several currencies').waitFor();
    // Then nothing is shown that could be taken for what they make.
    expect(await page.getByRole('heading', { name: 'The scenario to be made' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove baidu_gbk.csv' }).click();
    await done(page);
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it('have saved pages of an API among them, which wait for the list that says what their fields are', async () => {
    const page = await site.browser.newPage({ locale: 'zh-CN' });
    await page.goto(site.server.url);
    await page.getByRole('button', { name: '导入数据…' }).click();
    await choose(page, PAGES.slice(0, 1));
    const alert = page.locator('.import [role=alert]');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/jiandaoyun_api_data_list_page1\.json .*没有文件说明字段的名称。/);
    expect(await englishLeft(page, [])).toEqual([]);
    await choose(page, PAGES.slice(1));
    await done(page);
    expect((await page.locator('.import .chosen li p').allInnerTexts()).slice(0, 2)).toEqual([
      '简道云，100 行',
      '简道云字段，3 行',
    ]);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: '使用此方案' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await textOf(page)).toBe(await written(PAGES, '--language', 'zh'));
    await page.close();
  });

  it('open the window where only saved pages are dropped, which says why it came', async () => {
    const page = await site.browser.newPage({ locale: 'en-US' });
    await page.goto(site.server.url);
    await page.getByRole('button', { name: 'Import exports…' }).waitFor();
    const before = await textOf(page);
    await drop(page, PAGES.slice(0, 2));
    await page.getByText(/^Not all of the files you gave are scenarios: /).waitFor();
    await page.locator('.import .chosen').getByText('简道云 fields, 3 rows').waitFor();
    expect(await page.locator('.import .chosen > li').count()).toBe(2);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await textOf(page)).toBe(before);
    // A scenario in the same format is opened.
    const scenario = join(mkdtempSync(join(tmpdir(), 'apportion-')), 'mine.json');
    writeFileSync(scenario, '{ "name": "Mine", "channels": {} }');
    await drop(page, [scenario]);
    await expect.poll(() => textOf(page)).toBe(readFileSync(scenario, 'utf8'));
    expect(await page.locator('dialog').count()).toBe(0);
    await page.close();
  });

  it('are dropped together anywhere, in Chinese on a phone', async () => {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    await page.goto(site.server.url);
    await page.getByRole('button', { name: '导入数据…' }).waitFor();
    await drop(page, CHINESE);
    await done(page);
    expect(await page.locator('.import [role=status]').innerText()).toBe('3 个文件，共 5 个渠道。');
    for (const summary of await page.locator('.import summary').all()) await summary.click();
    expect(await page.locator('.import .chosen p').first().innerText()).toMatch(/^简道云客户，690 行/);
    expect(await englishLeft(page, [])).toEqual([]);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.locator('dialog').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
    await page.getByRole('button', { name: '使用此方案' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await textOf(page)).toBe(await written(CHINESE, '--language', 'zh'));
    await page.close();
  });
});
