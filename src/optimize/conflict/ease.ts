import type { Field } from './field.ts';

/** A number may have to move by 4^7 times itself, and moves by less than 4^-6 times are looked for no further. */
const FURTHEST = 16_384;
const NEAREST = 1 / 4096;
const HALVINGS = 14;

/**
 * By how much the number of a field has to move before a plan is found, where each try takes a search: to a ten-thousandth of
 * what is enough, by a round number where one is as near. Undefined where no move of it is known to do.
 *
 * @param enough  is so for all larger moves where it is for one
 */
export async function leastEase(
  { number }: Field,
  enough: (by: number) => Promise<boolean>,
): Promise<number | undefined> {
  const size = Math.abs(number) || 1;
  let by = FURTHEST * size;
  if (!(await enough(by))) return undefined;
  let short = 0;
  while (short === 0 && by > NEAREST * size) {
    if (await enough(by / 4)) by /= 4;
    else short = by / 4;
  }
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (short + by) / 2;
    if (await enough(middle)) by = middle;
    else short = middle;
  }
  const round = roundest(short, by);
  return (await enough(round)) ? round : by;
}

/** The number above the first and up to the second that is written with fewest digits: what was meant is likely to be one. */
function roundest(above: number, upTo: number): number {
  for (let step = powerOfTen(upTo); step > 0; step /= 10) {
    const round = Number((Math.floor(upTo / step) * step).toPrecision(12));
    if (round > above) return round;
  }
  return upTo;
}

/** The largest power of ten that is not above a number. */
function powerOfTen(number: number): number {
  return Number(`1e${number.toExponential().split('e')[1]!}`);
}

/** The same of a number of channels, up to the most that there can be. */
export async function leastCount(
  { number }: Field,
  most: number,
  enough: (by: number) => Promise<boolean>,
): Promise<number | undefined> {
  for (let by = 1; number + by <= most; by++) if (await enough(by)) return by;
  return undefined;
}
