export interface SentenceSectionProps {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Of the sentences, where it is not the page's. */
  readonly language?: string;
}

/** Sentences under a title; nothing where there are none. */
export function SentenceSection({ title, sentences, language }: SentenceSectionProps) {
  if (sentences.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="sentences" {...(language === undefined ? {} : { lang: language })}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
