/** Which language the page speaks: the one chosen before, else the first of the browser's that there is. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { cell, type Cell } from '../state/cell.ts';
import type { Dictionary, PageWords } from './dictionary.ts';

/** A language that the page speaks; its texts are fetched when they are wanted. */
export interface Language extends Pick<PageWords, 'code' | 'name'> {
  readonly load: () => Promise<PageWords>;
}

const english: Language = { code: 'en', name: 'English', load: async () => (await import('./en-page.ts')).enPage };
const chinese: Language = { code: 'zh-CN', name: '简体中文', load: async () => (await import('./zh-page.ts')).zhPage };

export const languages: readonly Language[] = [english, chinese];

const KEPT_AS = 'apportion.language';

/** The page's language; setting it is remembered. */
export async function openLanguage(): Promise<Cell<PageWords>> {
  const wanted = [remembered() ?? [], navigator.languages].flat();
  const { load } = wanted.map(spoken).find((found) => found !== undefined) ?? english;
  const language = cell(await load());
  const apply = () => {
    document.documentElement.lang = language.get().code;
  };
  apply();
  language.watch(() => {
    apply();
    remember(language.get().code);
  });
  return language;
}

const Words = createContext<PageWords | Dictionary | undefined>(undefined);

export const LanguageProvider = Words.Provider;

/** The texts that the page begins with, in its language. */
export function usePageWords(): PageWords {
  const words = useContext(Words);
  if (words === undefined) throw new Error('texts are shown outside of a LanguageProvider');
  return words;
}

/** All texts in the page's language, for what is within `Answers`. */
export function useWords(): Dictionary {
  const words = usePageWords();
  if (!isWhole(words)) throw new Error('texts of answers are shown outside of Answers');
  return words;
}

/** Texts of one view or window, which are fetched with it. */
export type ByLanguage<Words> = Readonly<Record<string, Words>> & { readonly en: Words };

/** Those in the page's language; English where there are none. */
export function useWordsOf<Words>(texts: ByLanguage<Words>): Words {
  return texts[usePageWords().code] ?? texts.en;
}

export function isWhole(words: PageWords | Dictionary): words is Dictionary {
  return 'result' in words;
}

/** The language for a tag such as `zh-Hans-CN`; of Chinese there is only one. */
function spoken(tag: string): Language | undefined {
  const [language] = tag.toLowerCase().split('-');
  return languages.find(({ code }) => code.split('-')[0] === language);
}

// A browser may refuse to remember anything; then nothing is remembered.
function remembered(): string | undefined {
  try {
    return localStorage.getItem(KEPT_AS) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(code: string): void {
  try {
    localStorage.setItem(KEPT_AS, code);
  } catch {
    // see above
  }
}
