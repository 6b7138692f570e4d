import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSite } from './site.ts';
import { small } from './texts.ts';
import { edit, run, showTable, textOf, use, WORDS } from './walk.ts';

const words = WORDS.en;

describe('a planner', () => {
  const site = openSite();
  let context: BrowserContext;
  let page: Page;
  /** What the browser refused or failed at. */
  let offences: string[];

  const open = async (url = site.server.url): Promise<Page> => {
    const opened = await context.newPage();
    opened.on('console', (message) => offences.push(`${message.type()}: ${message.text()}`));
    opened.on('pageerror', (error) => offences.push(error.message));
    await opened.goto(url);
    await opened.getByText(words.fine).waitFor();
    return opened;
  };
  const cell = (row: string, heading: string, on = page) =>
    on.getByRole('row', { name: new RegExp(`^${row}`) }).locator(`td[data-heading="${heading}"]`);
  const saved = (on = page) => on.getByText('Kept in this browser.').waitFor();
  const copyFrom = (on: Page) =>
    on.locator('.grid td.here, .grid th.here').evaluate((element) => {
      const clipboardData = new DataTransfer();
      element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData('text/plain');
    });
  const pasteInto = (on: Page, text: string) =>
    on.locator('.grid td.here, .grid th.here').evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);

  beforeEach(async () => {
    offences = [];
    context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    page = await open();
  });
  afterEach(async () => {
    await context.close();
    expect(offences).toEqual([]);
  });

  it('goes through a long list of channels by keyboard, of which only those in view are drawn', async () => {
    const one = small.slice(small.indexOf('  search:'), small.indexOf('  social:'));
    const more = Array.from({ length: 68 }, (_, k) => one.replace('search', `search-${k + 1}`));
    await use(page, small + more.join(''));
    await showTable(page);
    const rows = page.locator('.grid tbody tr[aria-rowindex]');
    const place = () =>
      page.evaluate(() => {
        const row = document.activeElement!.closest('tr')!;
        return { row: row.ariaRowIndex, name: row.querySelector('th .cell-text')!.textContent };
      });
    expect(await page.locator('.grid').getAttribute('aria-rowcount')).toBe('72'); // with two rows of headings
    await expect.poll(() => rows.count()).toBeLessThan(50);
    await cell('search', 'price · CPC (click)').first().click();
    await page.keyboard.press('ControlOrMeta+ArrowDown');
    await expect.poll(place).toEqual({ row: '72', name: 'search-68' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('0.7 to 1.1');
    await page.keyboard.press('Enter');
    await page.getByText('between 0.70 and 1.10 EUR').waitFor({ state: 'attached' });
    await expect.poll(place).toEqual({ row: '72', name: 'search-68' });
    await page.keyboard.press('ControlOrMeta+Home');
    await expect.poll(place).toEqual({ row: '3', name: 'search' });
    await expect.poll(() => rows.count()).toBeLessThan(50);
    const text = await textOf(page);
    expect(text.slice(text.indexOf('search-67:'), text.indexOf('search-68:'))).toContain('cpc: 0.7 to 1.1');
  });

  it('edits cells by keyboard, is told of a mistake there, mends it with one key, and undoes all', async () => {
    await use(page, small);
    await showTable(page);
    await cell('search', 'price · CPC (click)').click();
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('1 to 2');
    await page.getByText('90\u00a0% between 1.00 and 2.00 EUR, median 1.41 EUR, lognormal').waitFor(); // while typing
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('td.here').getAttribute('data-heading')).toBe('price · CPC (click)');
    await expect.poll(() => cell('search', 'price · CPC (click)').innerText()).toContain('1 to 2');

    // The focus is now on the row below; to the rate beside it, with a mistake.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    const wrong = cell('social', 'funnel · click → customer');
    await expect.poll(() => wrong.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: /^Channels.*has errors/ }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Alt+Enter');
    await expect.poll(() => wrong.innerText()).toMatch(/^30%/);
    await page.getByText(words.fine).waitFor();

    await page.keyboard.press('Delete');
    await expect.poll(() => wrong.locator('.cell-text').innerText()).toBe('');
    for (let k = 0; k < 4; k++) await page.keyboard.press('ControlOrMeta+Z');
    expect(await textOf(page)).toBe(small);
    await page.getByRole('button', { name: 'Redo' }).click();
    expect(await textOf(page)).toBe(small.replace('0.8 to 1.2', '1 to 2'));
  });

  it('takes what is typed from cell to cell with Tab, and leaves the table with it, not to be fetched back', async () => {
    await use(page, small);
    await showTable(page);
    await cell('search', 'price · CPC (click)').click();
    for (const text of ['1 to 2', '3% to 6%']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    expect(await page.locator('td.here:focus').getAttribute('data-heading')).toBe('response curve · curve');
    await page.keyboard.press('Tab');
    await page.locator('.row-actions button:focus').first().waitFor();
    // Both edits have been read.
    await expect
      .poll(() => cell('search', 'price · CPC (click)').getAttribute('title'))
      .toMatch(/between 1.00 and 2.00/);
    await expect
      .poll(() => cell('search', 'funnel · click → customer').getAttribute('title'))
      .toMatch(/between 3.0.% and 6.0/);
    expect(await page.locator('.row-actions button:focus').count()).toBe(1);
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator('td.here:focus').getAttribute('data-heading')).toBe('response curve · curve');
    await page.keyboard.press('Shift+Tab');
    await page.locator('.grid th button:focus').waitFor();
  });

  it('looks through the fields to add by keys without choosing one, and goes on in the new column or field', async () => {
    await use(page, small);
    await showTable(page);
    const list = page.getByLabel('Add a field…').first();
    for (const key of ['ArrowDown', 'm']) {
      await list.press(key);
      await page.keyboard.press('Escape');
      expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    expect(await page.locator('.grid tbody tr').first().locator('td').count()).toBe(5);
    await list.selectOption('currency');
    await page.locator('td.here:focus[data-heading="currency"]').waitFor();
    await page.getByRole('button', { name: 'Budget, goal and limits' }).click();
    await list.selectOption('start');
    await page.getByLabel('start', { exact: true }).and(page.locator(':focus')).waitFor();
  });

  it('leaves a cell as it was with Escape, and the table with Escape again', async () => {
    await use(page, small);
    await showTable(page);
    await cell('search', "today's spend").click();
    await page.keyboard.type('99');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.info-bar:focus').waitFor();
    expect(await textOf(page)).toBe(small);
  });

  it('pastes a block of a spreadsheet after a look at how its numbers are read', async () => {
    await use(page, small);
    await showTable(page);
    await cell('search', 'price · CPC (click)').click();
    await pasteInto(page, '0,9 to 1,3\t4%\r\n0,6 to 0,8\t2,5%\r\n');
    const dialog = page.getByRole('dialog', { name: 'Paste a block' });
    expect(await dialog.getByRole('radio', { name: /a comma/ }).isChecked()).toBe(true);
    expect(await dialog.locator('tbody').innerText()).toContain('0.9 to 1.3');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell('social', 'funnel · click → customer').innerText()).toContain('2.5%');
    await page.getByText(words.fine).waitFor();
    await cell('search', 'price · CPC (click)').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await copyFrom(page)).toBe('0.9 to 1.3\t4%\n0.6 to 0.8\t2.5%');
    // One step takes the whole block back.
    await page.keyboard.press('ControlOrMeta+Z');
    expect(await textOf(page)).toBe(small);
  });

  it('puts a block with headings into their columns and rows, and says what it does not use', async () => {
    await use(page, small);
    await showTable(page);
    await cell('search', 'price · CPC (click)').click();
    await pasteInto(page, '负责人\t当前投放\tchannel\n张三\t70k\tSocial\n李四\t20k\tradio\n\t90k\tTotal\n');
    const dialog = page.getByRole('dialog', { name: 'Paste a block' });
    await dialog.getByText('Not used, as no column is called so: 负责人.').waitFor();
    await dialog.getByText('Not there yet, so added: radio.').waitFor();
    await dialog.getByText(/^1 row is left out/).waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'The first row has headings' }).isChecked()).toBe(true);
    const { violations } = await new AxeBuilder({ page }).include('dialog').setLegacyMode().analyze();
    expect(violations).toEqual([]);
    await dialog.getByRole('button', { name: 'Paste a block' }).click();
    await expect.poll(() => cell('social', "today's spend").innerText()).toContain('70k');
    expect(await textOf(page)).toBe(`${small.replace(/50k\n$/, '70k\n')}  radio:\n    plan: 20k\n`);
    await page.keyboard.press('ControlOrMeta+Z');
  });

  it('is asked where no number of a block tells how to read it', async () => {
    await use(page, small);
    await showTable(page);
    await cell('search', "today's spend").click();
    await pasteInto(page, '20,000\n30,000\n');
    await page.getByText('could be read in two ways').waitFor();
    // Here a key pressed too early decides nothing.
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: /a comma/ }).check();
    expect(await page.getByRole('dialog').locator('tbody td').allInnerTexts()).toEqual(['20', '30']);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await textOf(page)).toBe(small);
  });

  it('adds, copies, reorders, switches off and removes channels', async () => {
    await use(page, small);
    await showTable(page);
    const names = () => page.locator('.grid tbody th .cell-text').allInnerTexts();
    await cell('social', "today's spend").click();
    await page.getByRole('button', { name: 'Duplicate' }).last().click();
    await expect.poll(names).toEqual(['search', 'social', 'social-2']);
    await page.getByRole('button', { name: 'Move up' }).click();
    await expect.poll(names).toEqual(['social', 'search', 'social-2']);
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.locator('tr.off').waitFor();
    await page.getByText(words.fine).waitFor();
    expect(await textOf(page)).toContain('  social:\n    off: true\n    price: { cpc: 0.5 to 0.9 }');
    await showTable(page);
    await page.getByRole('button', { name: 'Add a channel' }).click();
    // It is named at once; left empty, it is called as it is until then.
    const field = page.locator('.grid tbody th .cell-editor:focus');
    await field.waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(names).toEqual(['social', 'search', 'social-2', 'channel']);
    await page.getByText('numbers of the new channel are assumptions').waitFor();
    // What is typed before its field is there counts: at once, as from a busy page.
    await page.getByRole('button', { name: 'Add a channel' }).evaluate((button: HTMLElement) => {
      button.click();
      for (const key of ['p', 'o', 'x', 'Backspace', 'd']) {
        button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      }
    });
    await field.waitFor();
    await page.keyboard.type('casts');
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['social', 'search', 'social-2', 'channel', 'podcasts']);
    const note = page.getByText('numbers of the new channel are assumptions');
    expect(await note.count()).toBe(1);
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(names).toEqual(['social', 'search', 'social-2', 'channel']);
    await note.waitFor({ state: 'detached' });
    await page.getByText(words.fine).waitFor();
    await cell('social-2', "today's spend").click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(names).toEqual(['social', 'search', 'channel']);
  });

  it('fills in forms, and draws a season', async () => {
    await use(page, small);
    await showTable(page);
    await page.getByRole('button', { name: 'Budget, goal and limits' }).click();
    await page.getByLabel('total').fill('200k');
    await page.getByLabel('total').press('Enter');
    await expect.poll(() => textOf(page)).toContain('budget: { total: 200k }');
    // A mistake is mended with one key, and one is in its field again.
    await showTable(page);
    await page.getByRole('button', { name: 'Customers and people' }).click();
    await page.getByLabel('gross margin').fill('40');
    await page.getByLabel('gross margin').press('Enter');
    await page.locator('.form-field .fix').press('Enter');
    await expect.poll(() => page.locator('.form-field input:focus').inputValue()).toBe('40%');
    await page.getByRole('button', { name: 'About' }).click();
    await page.getByLabel('Add a field…').first().selectOption({ label: 'season' });
    await page.getByRole('button', { name: 'Draw' }).click();
    await page.getByRole('slider', { name: 'Period 2', exact: true }).press('ArrowUp');
    await page.getByRole('slider', { name: 'Period 3', exact: true }).press('PageDown');
    await page.getByRole('button', { name: 'Use it' }).click();
    await expect.poll(() => textOf(page)).toContain('season: [1, 1.05, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1]');
  });

  it('finds edits again after the tab has crashed, and brings back how it was before', async () => {
    await use(page, small);
    await saved();
    await edit(page, small.replace('100k', '150k'));
    await saved();
    // A crash: nothing of the tab is asked or told.
    const crashing = page.waitForEvent('crash').catch(() => undefined);
    await page.goto('chrome://crash').catch(() => undefined);
    await Promise.race([crashing, new Promise((resolve) => setTimeout(resolve, 1000))]);
    await page.close();
    page = await open();
    expect(await textOf(page)).toBe(small.replace('100k', '150k'));
    await edit(page, small.replace('100k', '1k'));
    await saved();
    await page.getByRole('button', { name: 'Earlier versions…' }).click();
    await page.getByRole('button', { name: 'Bring back' }).nth(1).click();
    expect(await textOf(page)).toBe(small.replace('100k', '150k'));
  });

  it('is warned when another tab changes the same scenarios, and loses neither', async () => {
    await use(page, small);
    await saved();
    const other = await open();
    expect(await textOf(other)).toBe(small);
    await edit(other, small.replace('100k', '300k'));
    await saved(other);
    await page.getByRole('alert').getByText('changed in another tab').waitFor();
    await edit(page, small.replace('100k', '200k'));
    await page.getByRole('button', { name: 'Keep this tab’s' }).click();
    await saved();
    await other.getByRole('alert').getByText('changed in another tab').waitFor();
    await other.getByRole('button', { name: 'Show the other tab’s' }).click();
    expect(await textOf(other)).toBe(small.replace('100k', '200k'));
    await other.getByRole('button', { name: 'Undo' }).click();
    expect(await textOf(other)).toBe(small.replace('100k', '300k'));
  });

  it('sends all open scenarios in a link, which opens to be looked at and copied', async () => {
    await use(page, small);
    await page.getByRole('button', { name: 'Duplicate' }).first().click();
    await page.getByRole('tab', { name: 'Two channels (2)' }).waitFor();
    await page.getByRole('button', { name: 'Share…' }).click();
    await expect.poll(() => page.getByLabel('Link', { exact: true }).inputValue()).toMatch(/#scenarios=1\..+/);
    const link = await page.getByLabel('Link', { exact: true }).inputValue();

    const receiver = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    const theirs = await receiver.newPage();
    await theirs.goto(link);
    await theirs.getByText('shared with you').waitFor();
    await theirs.locator('.grid').waitFor();
    expect(await theirs.locator('.scenario-tabs [role=tab]').allInnerTexts()).toEqual([
      'Two channels',
      'Two channels (2)',
    ]);
    await cell('search', "today's spend", theirs).click();
    await theirs.keyboard.type('1');
    expect(await theirs.locator('.grid').getAttribute('aria-readonly')).toBe('true');
    expect(await theirs.locator('.cell-editor').count()).toBe(0);
    expect(await theirs.getByRole('button', { name: 'Add a channel' }).count()).toBe(0);
    await theirs.getByRole('button', { name: 'Copy into my scenarios' }).click();
    await saved(theirs);
    expect(theirs.url()).toBe(site.server.url);
    await theirs.reload();
    await theirs.getByRole('tab', { name: 'Two channels (2)' }).waitFor();
    await theirs.goto(link.slice(0, -9));
    await theirs.getByRole('alert').getByText('cannot be opened').waitFor();
    await receiver.close();
  });

  it('opens the page again without a network', async () => {
    await use(page, small);
    await saved();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await page.reload();
    await page.getByText(words.fine).waitFor();
    expect(await textOf(page)).toBe(small);
    await run(page, words);
    await page.locator('.result .headline').getByText('The recommended plan').waitFor();
    await context.setOffline(false);
  });
});
