import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSite } from './site.ts';
import { broken, impossible, small } from './texts.ts';
import { edit, run, runToEnd, textOf, use, WORDS } from './walk.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const words = WORDS.en;

describe('the page', () => {
  const site = openSite();
  let page: Page;
  /** What the browser refused, and requests that left the page's origin. */
  let offences: string[];
  /** What the page itself asked for; its service worker fetches all that is needed without a network. */
  let requests: string[];

  beforeEach(async () => {
    offences = [];
    requests = [];
    page = await site.browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    page.on('console', (message) => offences.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => offences.push(error.message));
    page.on('request', (request) => {
      requests.push(request.url());
      if (!/^(http:\/\/127\.0\.0\.1:|blob:http:\/\/127\.0\.0\.1:)/.test(request.url())) offences.push(request.url());
    });
    await page.goto(site.server.url);
    await page.getByText(words.fine).waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(offences).toEqual([]);
  });

  it('shows an example at the first visit, and one click gives a recommendation', async () => {
    // Names are in the language of the reader.
    const withoutNames = (text: string) => text.replaceAll(/^(name|\s+label): .+$/gm, '');
    const file = await readFile(resolve(REPOSITORY, 'scenarios/five-channels.yaml'), 'utf8');
    expect(withoutNames(await textOf(page))).toBe(withoutNames(file));
    expect(requests.filter((path) => path.endsWith('.wasm'))).toEqual([]); // the solver waits until it is needed

    await runToEnd(page, words);
    await page.locator('.result .drawing svg').first().waitFor();

    expect(await page.locator('.result .headline').innerText()).toMatch(
      /^The recommended plan is expected to earn [\d,]+/,
    );
    const rows = await page
      .getByRole('table', { name: /^Media spend in CNY/ })
      .locator('tbody tr')
      .allInnerTexts();
    expect(rows).toHaveLength(6); // five channels and their sum
    expect(rows.at(-1)).toMatch(/^All channels\s+4,800,000\s+4,800,000\s+same/);
    expect(await page.locator('.result .why').count()).toBe(5);
    const ranges = page.getByRole('table', { name: /^What each channel may get, in CNY/ });
    expect(await ranges.getByRole('img', { name: /[\d,]+ in the plan; from [\d,]+ to [\d,]+/ }).count()).toBe(5);
    const picture = page.locator('.result').getByRole('img', { name: /^How profit may turn out/ });
    expect(await picture.locator('desc').textContent()).toMatch(
      /^Today: profit above [\d,]+ CNY in half of the cases, .+ Recommended: profit above /,
    );
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Recommendation');
  });

  it('saves the report that the command line prints, byte for byte', async () => {
    const scenario = join(await mkdtemp(join(tmpdir(), 'apportion-')), 'scenario.yaml');
    await writeFile(scenario, await textOf(page));
    await page.getByLabel(words.draws).selectOption('4096');
    await page.getByLabel('Seed').fill('both');
    await runToEnd(page, words);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save report (JSON)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Five-purchase-channels-spring.json');
    const saved = await readFile(await download.path(), 'utf8');
    const program = resolve(REPOSITORY, 'dist/cli/main.js');
    const printed = await promisify(execFile)(
      process.execPath,
      [program, 'optimize', scenario, '--json', '--draws', '4096', '--seed', 'both'],
      { maxBuffer: 2 ** 26 },
    );
    expect(JSON.parse(saved)).toMatchObject({ kind: 'optimization', draws: { judging: 4096, seed: 'both' } });
    expect(saved === printed.stdout).toBe(true);
  });

  it('shows a bad edit at its line and refuses to run it, until it is mended', async () => {
    await use(page, small);
    await edit(page, broken);
    const finding = page.getByRole('button', { name: /Error.*Line 9, column 14/s });
    await finding.waitFor();
    expect(await finding.innerText()).toContain('channels.search.price.cpk: is not a field here');
    await expect.poll(() => page.locator('.cm-lint-marker-error').count()).toBe(2);

    await run(page, words);
    expect(await page.getByRole('alert').innerText()).toMatch(/^Not run: the text has errors/);
    expect(await page.locator('.findings:focus').count()).toBe(1);
    expect(await page.locator('progress, .result').count()).toBe(0);

    await finding.click();
    await page.locator('.cm-content:focus').waitFor();
    await use(page, (await textOf(page)).replace('cpk', 'cpc').replace('eighty', '80 to 120'));
    expect(await textOf(page)).toBe(small);
    await runToEnd(page, words);
    expect(await page.locator('.result .headline').innerText()).toMatch(/^The recommended plan/);
  });

  it('stops at once, frees its threads, and can run again', async () => {
    // Judging it takes minutes.
    await use(page, small.replace('periods: 1', 'periods: 60').replace('total: 100k', 'total: 6M'));
    await page.getByLabel(words.draws).selectOption('1048576');
    const idle = page.workers().length;
    await run(page, words);
    await page
      .locator('.progress p')
      .filter({ hasText: /^Judging/ })
      .waitFor();
    await page.getByRole('button', { name: words.cancel }).click();
    await page.getByText('Cancelled.').waitFor();
    await expect.poll(() => page.workers().length).toBe(idle);
    await page.getByLabel(words.draws).selectOption('4096');
    await runToEnd(page, words);
    await page.locator('.result').waitFor();
  });

  it('stops a long search at the first press and shows the best plan so far', async () => {
    await use(page, await readFile(resolve(REPOSITORY, 'scenarios/retail-year.yaml'), 'utf8'));
    await page.getByLabel(words.draws).selectOption('4096');
    await run(page, words);
    await page.getByRole('button', { name: words.stop }).click();
    await page.locator('.result').getByText('The search was stopped: ').waitFor();
  });

  it('says which limits clash when no plan can keep them all', async () => {
    await use(page, impossible);
    await runToEnd(page, words);
    expect(await page.locator('.result .headline').innerText()).toBe('No plan can satisfy all limits.');
    expect((await page.locator('.result').innerText()).replaceAll('\u00a0', ' ')).toContain(
      'Raise «total budget» by 20,000 EUR',
    );
  });

  it('opens a file by button or by drop, beside edits that were made', async () => {
    await edit(page, 'name: mine');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open a file…' }).click(),
    ]);
    await chooser.setFiles({ name: 'two.yaml', mimeType: 'text/yaml', buffer: Buffer.from(small) });
    await expect.poll(() => textOf(page)).toBe(small);

    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'dropped.yaml'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, impossible);
    await expect.poll(() => textOf(page)).toBe(impossible);
  });
});
