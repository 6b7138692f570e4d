import { useWordsOf, type ByLanguage } from '../languages/language.ts';
import { pasteWords as english, type PasteWords } from '../languages/en/paste.ts';
import { pasteWords as chinese } from '../languages/zh/paste.ts';

/** Texts of this window by language, fetched with it. */
const PASTE_WORDS: ByLanguage<PasteWords> = { en: english, 'zh-CN': chinese };

export function usePasteWords(): PasteWords {
  return useWordsOf(PASTE_WORDS);
}
