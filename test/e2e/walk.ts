/** What a visitor does, in one place for all walks. */
import type { Page } from 'playwright-core';

export const WORDS = {
  en: {
    start: 'Find the best plan',
    cancel: 'Cancel',
    stop: 'Stop and show the best so far',
    fine: 'No problems found.',
    searching: /^Searching/,
    asTable: 'The same as a table',
    draws: 'Draws',
  },
  'zh-CN': {
    start: '寻找最优方案',
    cancel: '取消',
    stop: '停止并显示目前最优',
    fine: '没有发现问题。',
    searching: /^正在(搜索|寻找)/,
    asTable: '以表格显示',
    draws: '模拟次数',
  },
} as const;

export type Words = (typeof WORDS)[keyof typeof WORDS];

/** Replaces the whole text by typing over it, as one edit. */
export async function edit(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
}

/** Edits, and waits until the text is found to be in order. */
export async function use(page: Page, text: string): Promise<void> {
  await edit(page, text);
  await page.locator('.state.fine').waitFor();
}

export async function run(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.start }).click();
}

/** Runs, and waits until the page shows what came of it. */
export async function runToEnd(page: Page, words: Words): Promise<void> {
  await run(page, words);
  await ended(page);
}

/** Waits until no run is on; fails with what the page says when it failed. */
export async function ended(page: Page): Promise<void> {
  await page.locator('progress').waitFor({ state: 'detached', timeout: 120_000 });
  const failure = page.locator('.progress .error');
  if ((await failure.count()) > 0) throw new Error(await failure.innerText());
}
