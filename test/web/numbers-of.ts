/** Numbers within a sentence, in the order of their size, so that sentences of two languages can be set side by side. */
export function numbersOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\d[\d,.]*\d|\d/g)].map(([text]) => text).toSorted();
}
