/** What a visitor does, in one place for all walks. */
import type { Locator, Page } from 'playwright-core';

export const WORDS = {
  en: {
    start: 'Find the best plan',
    cancel: 'Cancel',
    stop: 'Stop and show the best so far',
    fine: 'No problems found.',
    searching: /^Searching/,
    asTable: 'As a table',
    draws: 'Draws',
  },
  'zh-CN': {
    start: '寻找最优方案',
    cancel: '取消',
    stop: '停止并显示目前最优',
    fine: '没有发现问题。',
    searching: /^正在(搜索|寻找)/,
    asTable: '以表格显示数据',
    draws: '模拟次数',
  },
} as const;

export type Words = (typeof WORDS)[keyof typeof WORDS];

/** Shows the scenario as text, in the editor of wide screens or the plain field of narrow ones; returns which. */
async function showText(page: Page): Promise<Locator> {
  const button = page.locator('.view-switch button').last();
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  const field = page.locator((page.viewportSize()?.width ?? 1280) < 640 ? '.text-view textarea' : '.cm-content');
  await field.waitFor();
  return field;
}

/** Shows the scenario as tables and forms. */
export async function showTable(page: Page): Promise<void> {
  await page.locator('.view-switch button').first().click();
  await page.locator('.table-view').waitFor();
}

/** Replaces the whole text by pasting over it, as one edit. */
export async function edit(page: Page, text: string): Promise<void> {
  const field = await showText(page);
  if ((await field.getAttribute('contenteditable')) === null) return field.fill(text);
  await field.press('ControlOrMeta+A');
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The whole text, as copying it gives. */
export async function textOf(page: Page): Promise<string> {
  const field = await showText(page);
  if ((await field.getAttribute('contenteditable')) === null) return field.inputValue();
  await field.press('ControlOrMeta+A');
  return field.evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

/** Edits, and waits until the text is found to be in order. */
export async function use(page: Page, text: string): Promise<void> {
  await edit(page, text);
  await page.locator('.state.fine').waitFor();
}

export async function run(page: Page, words: Words): Promise<void> {
  await page.locator('.run').getByRole('button', { name: words.start }).click();
}

/** Runs, and waits until the page shows what came of it. */
export async function runToEnd(page: Page, words: Words): Promise<void> {
  await run(page, words);
  await ended(page);
}

/** Waits until no run is on; fails with what the page says when it failed. */
export async function ended(page: Page): Promise<void> {
  await page.locator('progress').waitFor({ state: 'detached' });
  const failure = page.locator('.progress .error');
  if ((await failure.count()) > 0) throw new Error(await failure.innerText());
  // What shows the first result, and the words for it, are fetched when there is one.
  await page.locator('.later').first().waitFor({ state: 'detached' });
}

/** In the view of scorecards: writes one into the scenario, and waits until channels can be ranked by it. */
export async function startScorecard(page: Page): Promise<void> {
  await page.locator('.study .primary').click();
  await page.locator('.study .primary[aria-disabled="false"]').waitFor();
}

/** Colours do not depend on the language: one of them is looked at in both schemes. */
export function schemesIn(locale: string): readonly ('light' | 'dark')[] {
  return locale.startsWith('en') ? ['light', 'dark'] : ['dark'];
}
