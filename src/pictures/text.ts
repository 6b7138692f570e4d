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

/** Pixels from one line of a name to the next. */
export const LINE_HEIGHT = 15;

/** The text, or as much of its beginning and its end as fits in so many pixels: names that begin alike stay apart. */
export function fitText(text: string, most: number, weight: Weight = 'plain'): string {
  if (textWidth(text, weight) <= most) return text;
  const letters = [...text];
  const cut = (kept: number) => {
    const head = Math.ceil(kept / 2);
    const [first, last] = [letters.slice(0, head), letters.slice(letters.length - (kept - head))];
    return `${first.join('').trimEnd()}…${last.join('').trimStart()}`;
  };
  let kept = letters.length - 1;
  while (kept > 1 && textWidth(cut(kept), weight) > most) kept -= 1;
  return cut(kept);
}

/** The text on one line, or on two where it is longer than so many pixels; what does not fit on the second is cut. */
export function fitLines(text: string, most: number, weight: Weight = 'plain'): readonly string[] {
  if (textWidth(text, weight) <= most) return [text];
  const end = [...text.matchAll(BREAKS)]
    .map(({ 0: found, index }) => index + found.length)
    .findLast((at) => at < text.length && textWidth(text.slice(0, at).trimEnd(), weight) <= most);
  if (end === undefined) return [fitText(text, most, weight)];
  return [text.slice(0, end).trimEnd(), fitText(text.slice(end), most, weight)];
}

/** Where a line may end: at a space that may break, or between Chinese letters. */
const BREAKS = / |[\u2e80-\u9fff\uff00-\uffef](?![\u3001\u3002\uff09\uff0c\uff1a\u201d])/gu;

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
