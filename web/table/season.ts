/** A season as numbers to be drawn. */

/** Smallest change of an index. */
export const STEP = 0.05;

/** Periods of a season that is drawn afresh: they start again at their end. */
const USUAL_PERIODS = 12;

const MOST_BARS = 60;

/** The indices of a list as it stands in a file; twelve ordinary periods for what is none. */
export function indicesIn(text: string): readonly number[] {
  const numbers = /^\[(.*)\]$/s.exec(text.trim())?.[1]?.split(',').map(Number) ?? [];
  const isDrawn =
    numbers.length > 0 && numbers.length <= MOST_BARS && numbers.every((one) => Number.isFinite(one) && one >= 0);
  return isDrawn ? numbers : Array.from({ length: USUAL_PERIODS }, () => 1);
}

/** Top of the drawing: twice an ordinary period, or half as much again as the highest. */
export function highestOf(indices: readonly number[]): number {
  return Math.max(2, Math.ceil(1.5 * Math.max(...indices)));
}

/** The index at a share of the height of the drawing. */
export function indexAt(share: number, highest: number): number {
  const steps = Math.round((Math.min(1, Math.max(0, share)) * highest) / STEP);
  return Number((steps * STEP).toFixed(2));
}

export function seasonText(indices: readonly number[]): string {
  return `[${indices.join(', ')}]`;
}
