/** Sentences in English on a page that should speak another language. */
import type { Page } from 'playwright-core';

/**
 * What is shown, said to those who listen, or told when one points at it, of two English words or more.
 *
 * @param scenarios  texts whose names and words are the planner's own
 */
export async function englishLeft(page: Page, scenarios: readonly string[]): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const isOther = (element: Element) => element.closest('code, textarea, .cm-content, [lang="en"]') !== null;
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      if (!isOther(node.parentElement!) && node.parentElement!.closest('noscript') === null) {
        found.push(node.textContent ?? '');
      }
    }
    for (const element of document.querySelectorAll('[title], [aria-label]')) {
      if (!isOther(element)) found.push(element.getAttribute('title') ?? '', element.ariaLabel ?? '');
    }
    return found;
  });
  // What can be typed stands in backquotes where a text cannot be set as code.
  const isSentence = (text: string) => /[A-Za-z]{2,} [a-z]{2,}/.test(text.replaceAll(/`[^`]*`/g, ''));
  const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const own = scenarios.map(onOneLine).join(' ');
  return [...new Set(texts.map(onOneLine))].filter((text) => isSentence(text) && !own.includes(text));
}
