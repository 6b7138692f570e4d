import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Dictionary } from './dictionary.ts';
import { isWhole, LanguageProvider, usePageWords } from './language.ts';

/** Shows what it holds with all texts of the language, which are fetched when it is first shown. */
export function Answers({ children }: { readonly children: ComponentChildren }) {
  const first = usePageWords();
  const [loaded, setLoaded] = useState<Dictionary>();
  useEffect(() => {
    let isOver = false;
    if (!isWhole(first)) {
      void first.whole().then((whole) => {
        if (!isOver) setLoaded(whole);
      });
    }
    return () => {
      isOver = true;
    };
  }, [first]);
  const words = isWhole(first) ? first : loaded;
  return words === undefined ? (
    <span class="later" aria-busy="true" />
  ) : (
    <LanguageProvider value={words}>{children}</LanguageProvider>
  );
}
