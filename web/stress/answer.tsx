import type { ComponentChildren } from 'preact';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';
import { useWords } from '../languages/language.ts';
import { HeadlineText } from '../result/headline-text.tsx';
import { SentenceSection } from '../result/sentence-section.tsx';

export interface AnswerProps {
  readonly headline: Headline;
  /** Charts and tables. */
  readonly children: ComponentChildren;
  /** How far it can be relied on. */
  readonly sure: readonly string[];
  readonly notes: readonly string[];
}

/** An answer: the sentence first, then pictures, then how sure it is. */
export function Answer({ headline, children, sure, notes }: AnswerProps) {
  const { result } = useWords();
  return (
    <>
      <HeadlineText {...headline} />
      {children}
      <SentenceSection title={result.sure} sentences={sure} />
      <SentenceSection title={result.notes} sentences={notes} byEngine />
    </>
  );
}
