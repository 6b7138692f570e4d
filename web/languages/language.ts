/** Which language the page speaks: the one chosen before, else the first of the browser's that there is. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { cell, type Cell } from '../state/cell.ts';
import type { Dictionary } from './dictionary.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const languages: readonly Dictionary[] = [en, zh];

const KEPT_AS = 'apportion.language';

/** The page's language; setting it is remembered. */
export function openLanguage(): Cell<Dictionary> {
  const wanted = [remembered() ?? [], navigator.languages].flat();
  const language = cell(wanted.map(spoken).find((found) => found !== undefined) ?? en);
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

const Language = createContext<Dictionary>(en);

export const LanguageProvider = Language.Provider;

/** The texts in the page's language. */
export function useWords(): Dictionary {
  return useContext(Language);
}

/** The dictionary for a tag such as `zh-Hans-CN`; of Chinese there is only one. */
function spoken(tag: string): Dictionary | undefined {
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
