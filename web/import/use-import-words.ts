import { importWords as english } from '../languages/en/import.ts';
import type { ImportViewWords } from '../languages/import-words.ts';
import { useWordsOf, type ByLanguage } from '../languages/language.ts';
import { importWords as chinese } from '../languages/zh/import.ts';

/** Texts of this window by language, fetched with it. */
const IMPORT_WORDS: ByLanguage<ImportViewWords> = { en: english, 'zh-CN': chinese };

export function useImportWords(): ImportViewWords {
  return useWordsOf(IMPORT_WORDS);
}
