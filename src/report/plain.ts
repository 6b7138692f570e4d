/** Control characters, and marks that turn the direction of what follows: they could rewrite what a terminal shows. */
const HARMFUL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A text from a file on one line, with nothing in it that a terminal would obey. */
export function plain(text: string): string {
  return text.replaceAll(HARMFUL, ' ').trim();
}
