/** What the engine says, in the page's language: it speaks English, and a language brings a table of its sentences. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { usePageWords } from './language.ts';

export interface Said {
  /** For what it returns; undefined where that is the page's language. */
  readonly lang: string | undefined;
  /** A sentence of the engine; as it is where there are no words for it. */
  readonly say: (text: string) => string;
  /** What words of a file mean that are chosen from a few. */
  readonly values: Readonly<Record<string, string>>;
  /** What an example asks, by the name of its file. */
  readonly examples: Readonly<Record<string, string>>;
  /** Texts of the editor's own windows, by what they are in English. */
  readonly editor: Readonly<Record<string, string>>;
}

const inEnglish: Said = { lang: undefined, say: (text) => text, values: {}, examples: {}, editor: {} };

/** Fetched when the language is chosen: most visits need one of them. */
const others: Readonly<Record<string, () => Promise<{ readonly said: Omit<Said, 'lang'> }>>> = {
  'zh-CN': () => import('./zh/said.ts'),
};

const Context = createContext(inEnglish);

export function SaidProvider({ children }: { readonly children: ComponentChildren }) {
  const { code } = usePageWords();
  const [loaded, setLoaded] = useState<{ readonly code: string; readonly said: Said }>();
  useEffect(() => {
    let isOver = false;
    // Without a network, before it was ever fetched, the engine goes on in English.
    others[code]?.().then(
      ({ said }) => {
        if (!isOver) setLoaded({ code, said: { lang: undefined, ...said } });
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [code]);
  const isOther = others[code] !== undefined;
  const said = !isOther ? inEnglish : loaded?.code === code ? loaded.said : { ...inEnglish, lang: 'en' };
  return <Context.Provider value={said}>{children}</Context.Provider>;
}

export function useSaid(): Said {
  return useContext(Context);
}
