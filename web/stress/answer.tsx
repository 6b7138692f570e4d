import type { ComponentChildren } from 'preact';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';
import { useWords } from '../languages/language.ts';
import { WithCode } from '../parts/fault-text.tsx';
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
export function Answer({ headline: { first, rest }, children, sure, notes }: AnswerProps) {
  const { result } = useWords();
  return (
    <>
      <p class="headline">{first}</p>
      {rest.length > 0 && (
        <ul class="explanation">
          {rest.map((sentence) => (
            <li key={sentence}>
              <WithCode text={sentence} />
            </li>
          ))}
        </ul>
      )}
      {children}
      <SentenceSection title={result.sure} sentences={sure} />
      <SentenceSection title={result.notes} sentences={notes} byEngine />
    </>
  );
}
