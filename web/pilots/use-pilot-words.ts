import { pilotWords as english } from '../languages/en/pilots.ts';
import { useWordsOf, type ByLanguage } from '../languages/language.ts';
import type { PilotWords } from '../languages/pilot-words.ts';
import { pilotWords as chinese } from '../languages/zh/pilots.ts';

/** Texts of these views by language. Fetched with them, in both: with the words of all others they would hold up the first live answer. */
export const PILOT_WORDS: ByLanguage<PilotWords> = { en: english, 'zh-CN': chinese };

export function usePilotWords(): PilotWords {
  return useWordsOf(PILOT_WORDS);
}
