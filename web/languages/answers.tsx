import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Dictionary } from './dictionary.ts';
import { LanguageProvider, usePageWords } from './language.ts';

/** Shows what it holds with all texts of the language, which are fetched when it is first shown. */
export function Answers({ children }: { readonly children: ComponentChildren }) {
  const { whole } = usePageWords();
  const [words, setWords] = useState<Dictionary>();
  useEffect(() => {
    let isOver = false;
    void whole().then((loaded) => {
      if (!isOver) setWords(loaded);
    });
    return () => {
      isOver = true;
    };
  }, [whole]);
  return words === undefined ? null : <LanguageProvider value={words}>{children}</LanguageProvider>;
}
