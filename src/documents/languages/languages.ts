import type { DocumentWords } from './document-words.ts';
import { documentWordsEn } from './document-words-en.ts';
import { documentWordsZh } from './document-words-zh.ts';

/** Languages that reports are written in, by the short name one chooses them with. */
export const documentLanguages = { en: documentWordsEn, zh: documentWordsZh } as const satisfies Readonly<
  Record<string, DocumentWords>
>;

export type DocumentLanguage = keyof typeof documentLanguages;
