import { verifyWords as english } from '../languages/en/verify.ts';
import { useWordsOf, type ByLanguage } from '../languages/language.ts';
import type { VerifyWords } from '../languages/verify-words.ts';
import { verifyWords as chinese } from '../languages/zh/verify.ts';

/** Texts of this view by language, fetched with it. */
const VERIFY_WORDS: ByLanguage<VerifyWords> = { en: english, 'zh-CN': chinese };

export function useVerifyWords(): VerifyWords {
  return useWordsOf(VERIFY_WORDS);
}
