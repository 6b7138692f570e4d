import { useEffect, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import { useSaid } from '../languages/said.tsx';
import type { Column } from './outline.ts';

/** Milliseconds of rest in typing. */
const REST = 120;

/** What is being typed, in words; undefined while nothing is, and for what is no quantity. */
export function useEcho(text: string | undefined, column: Column | undefined, currency: string): string | undefined {
  const { code } = usePageWords();
  const { say } = useSaid();
  const [said, setSaid] = useState<string>();
  const field = column?.field;
  useEffect(() => {
    if (text === undefined || text.trim() === '' || field === undefined) return setSaid(undefined);
    let isOver = false;
    const timer = setTimeout(() => {
      void import('./echo.ts').then(({ echo }) => {
        if (!isOver) setSaid(say(echo(text, field, { currency, code })));
      });
    }, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, field, currency, code, say]);
  return text === undefined ? undefined : said;
}
