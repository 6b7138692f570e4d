import { financeWords as english } from '../languages/en/finance.ts';
import type { FinanceViewWords } from '../languages/finance-words.ts';
import { useWordsOf, type ByLanguage } from '../languages/language.ts';
import { financeWords as chinese } from '../languages/zh/finance.ts';

/** Texts of this view by language. Fetched with it, in both: with the words of all others they would hold up the first live answer. */
export const FINANCE_WORDS: ByLanguage<FinanceViewWords> = { en: english, 'zh-CN': chinese };

export function useFinanceWords(): FinanceViewWords {
  return useWordsOf(FINANCE_WORDS);
}
