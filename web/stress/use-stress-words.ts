import { stressWords as english } from '../languages/en/stress.ts';
import { usePageWords } from '../languages/language.ts';
import type { StressWords } from '../languages/stress-words.ts';
import { stressWords as chinese } from '../languages/zh/stress.ts';

/** Texts of these views by language. Fetched with them, in both: with the words of all others they would hold up the first live answer. */
export const STRESS_WORDS: Readonly<Record<string, StressWords>> = { en: english, 'zh-CN': chinese };

export function useStressWords(): StressWords {
  return STRESS_WORDS[usePageWords().code] ?? english;
}
