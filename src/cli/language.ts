import type { TextWords } from '../report/languages/text-words.ts';
import { textWordsEn } from '../report/languages/text-words-en.ts';

/** Languages of the command line, by the short name one chooses them with. */
export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

const LANGUAGE = /^--language(?:=(.*))?$/;

/**
 * The language that the words of a command line ask for, before they are parsed: what is wrong with them is said in it, too.
 *
 * @param locale  of the environment, such as `zh_CN.UTF-8`; asked where the words say nothing
 */
export function languageOf(args: readonly string[], locale = ''): Language {
  const place = args.findLastIndex((word) => LANGUAGE.test(word));
  const asked = place === -1 ? undefined : (LANGUAGE.exec(args[place]!)?.[1] ?? args[place + 1]);
  return languages.find((each) => each === asked) ?? (/^zh\b|^zh_/i.test(locale) ? 'zh' : 'en');
}

/** The locale of an environment, as POSIX ranks what sets it; empty variables count as not set. */
export function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | undefined {
  return [LC_ALL, LC_MESSAGES, LANG].find(Boolean);
}

/** The texts of a language; another than English is loaded when it is asked for. */
export async function textWordsIn(language: Language): Promise<TextWords> {
  return language === 'en' ? textWordsEn : (await import('../report/languages/text-words-zh.ts')).textWordsZh;
}
