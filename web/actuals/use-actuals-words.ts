import type { ActualsWords } from '../languages/actuals-words.ts';
import { actualsWords as english } from '../languages/en/actuals.ts';
import { useWordsOf, type ByLanguage } from '../languages/language.ts';
import { actualsWords as chinese } from '../languages/zh/actuals.ts';

/** Texts of this view by language. Fetched with it, in both, so that no first live answer waits for them. */
export const ACTUALS_WORDS: ByLanguage<ActualsWords> = { en: english, 'zh-CN': chinese };

export function useActualsWords(): ActualsWords {
  return useWordsOf(ACTUALS_WORDS);
}
