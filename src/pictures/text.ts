/** Pixels of a text in the size of all texts of a picture, roughly: nothing can measure it before it is drawn. */
export function textWidth(text: string, weight: Weight = 'plain'): number {
  let width = 0;
  for (const letter of text)
    width += letter > '\u2e7f' ? 12.5 : /[A-Z%mwMW]/.test(letter) ? 9 : /[ .,:;il|'’]/.test(letter) ? 4.2 : 7.1;
  return weight === 'bold' ? width * BOLDER : width;
}

export type Weight = 'plain' | 'bold';

/** How much wider bold letters are. */
const BOLDER = 1.2;

/** The text, or as much of it as fits in so many pixels. */
export function fitText(text: string, most: number, weight: Weight = 'plain'): string {
  if (textWidth(text, weight) <= most) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, weight) > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/**
 * Heights of labels, in the order given, each as near as can be to where it belongs and none over another.
 *
 * @param wanted  ascending
 * @param step    least distance
 * @param span    first and last height there may be
 */
export function apart(
  wanted: readonly number[],
  step: number,
  [first, last]: readonly [number, number],
): readonly number[] {
  const heights = wanted.map((height) => Math.min(Math.max(height, first), last));
  for (let k = 1; k < heights.length; k++) heights[k] = Math.max(heights[k]!, heights[k - 1]! + step);
  for (let k = heights.length - 1, most = last; k >= 0; k--, most = heights[k + 1]! - step) {
    heights[k] = Math.min(heights[k]!, most);
  }
  return heights;
}

/** Numbers at the edges stay inside the picture. */
export function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 30) return 'start';
  return x > width - 30 ? 'end' : 'middle';
}
