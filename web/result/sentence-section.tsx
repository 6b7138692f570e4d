import { useSaid } from '../languages/said.tsx';
import { WithCode } from '../parts/fault-text.tsx';

export interface SentenceSectionProps {
  readonly title: string;
  readonly sentences: readonly string[];
  /** They are the engine's, in English. */
  readonly byEngine?: true;
}

/** Sentences under a title; nothing where there are none. */
export function SentenceSection({ title, sentences, byEngine }: SentenceSectionProps) {
  const { say, lang } = useSaid();
  if (sentences.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="sentences" lang={byEngine && lang}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <WithCode text={byEngine ? say(sentence) : sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
