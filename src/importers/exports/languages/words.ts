import type { importWordsEn } from './en.ts';

/** Every text of an import in one language: what is found out about the data, and what a scenario says of its sources. */
export type ImportWords = typeof importWordsEn;

/** A text that is said once it is known in which language. */
export type Saying = (words: ImportWords) => string;
