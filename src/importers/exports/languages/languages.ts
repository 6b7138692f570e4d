import { importWordsEn } from './en.ts';
import type { ImportWords } from './words.ts';
import { importWordsZh } from './zh.ts';

/** Languages that imports speak, by the short name one chooses them with. */
export const importLanguages = { en: importWordsEn, zh: importWordsZh } as const satisfies Readonly<
  Record<string, ImportWords>
>;

export type ImportLanguage = keyof typeof importLanguages;
