import { stressWords as english } from '../languages/en/stress.ts';
import { useWordsOf, type ByLanguage } from '../languages/language.ts';
import type { StressWords } from '../languages/stress-words.ts';
import { stressWords as chinese } from '../languages/zh/stress.ts';

/** Texts of these views by language. Fetched with them, in both: with the words of all others they would hold up the first live answer. */
export const STRESS_WORDS: ByLanguage<StressWords> = { en: english, 'zh-CN': chinese };

export function useStressWords(): StressWords {
  return useWordsOf(STRESS_WORDS);
}
