/** Sentences after one another: a full stop of Chinese has its room in it. */
export function paragraph(sentences: readonly string[]): string {
  return sentences.join(' ').replaceAll(/([。！？]) /g, '$1');
}
