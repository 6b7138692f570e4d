import type { DrawMethod } from '../domain/draws.ts';
import { placeOf } from './dimensions.ts';
import { DRAWS, subkey, type Key } from './key.ts';
import { normalScore } from './normal-score.ts';
import { REPLICATES, scramble, type ScrambledPoints } from './scramble.ts';
import { threefry } from './threefry.ts';

export { REPLICATES } from './scramble.ts';

/** Everything that the draws of one assumption depend on, as plain data: made once, read in blocks of any size. */
export type PointStream =
  | { readonly method: 'plain'; readonly key: Key }
  | { readonly method: 'sobol' | 'latin'; readonly points: ScrambledPoints };

/**
 * The draws of assumption `id` under a seed's `key`: draw i is a pure function of (key, method, id, i). It belongs to
 * replicate i mod `REPLICATES` and is point floor(i / REPLICATES) of it, so a longer run only adds draws. Runs of
 * `REPLICATES` times a power of two draws, 256 or more, are spread most evenly.
 *
 * - `sobol`: randomized quasi-Monte Carlo. Assumptions of one channel are spread evenly together, channels as if drawn
 *   independently; see `placeOf` and `scramble`.
 * - `latin`: every assumption spread evenly by itself, a Latin hypercube that can be made longer.
 * - `plain`: Monte Carlo.
 * - `aligned`: as `sobol`; a sampler then draws assumptions together and along a direction, see `alignment.ts`.
 *
 * How an assumption finds its dimension was decided by the mean squared error of plain Monte Carlo over that of each
 * scheme (700 to 2,500 runs; 400 to 500 at 16,384 draws) on 8 channels × 12 periods with 7 assumptions each. The last
 * line depends on what else is in the file; it is there to show what that would be worth, which is less for means and
 * more for tails. No scheme that goes by the id alone can do much for tails: to tell ids apart, it must place them as if
 * at random. It is one model, and the order of roles was chosen on it: other orders of the same dimensions gave means of
 * 39 to 58 at 1,024 draws and 180 to 220 at 4,096. Factors are known to about 10 %.
 *
 *   |                                   | mean                 | 5 % quantile         | mean of worst 10 %   |
 *   | draws                             | 1,024  4,096  16,384 | 1,024  4,096  16,384 | 1,024  4,096  16,384 |
 *   | --------------------------------- | -------------------- | -------------------- | -------------------- |
 *   | `sobol`                           |    58    199     760 |   1.3    1.2     1.4 |   1.4    1.4     1.5 |
 *   | `latin`                           |    11     12      12 |   1.3    1.2     1.1 |   1.3    1.3     1.2 |
 *   | id hashed to one of 20,000        |     9      8       7 |   1.2    1.2     1.0 |   1.3    1.2     1.1 |
 *   | next free one, in file order      |    11     11      57 |   1.4    1.8     1.9 |   1.7    2.4     3.0 |
 *
 * @param draws  how many will be read at most: to prepare fewer takes much less time
 */
export function pointStream(key: Key, method: DrawMethod, id: string, draws = MOST_DRAWS): PointStream {
  if (method === 'plain') return { method, key: subkey(key, `draws of ${id}`) };
  if (method === 'latin') return { method, points: scramble(key, id, { group: id, dimension: 0 }, draws) };
  return { method: 'sobol', points: scramble(key, id, placeOf(id), draws) };
}

/** Draws have numbers of 32 bits. */
export const MOST_DRAWS = 0x1_0000_0000;

/** Draws of `id` in one Sobol' set with all others that are drawn by this function, each in a `dimension` of its own. */
export function jointStream(key: Key, id: string, dimension: number, draws: number): PointStream {
  return { method: 'sobol', points: scramble(key, id, { group: 'joint', dimension }, draws) };
}

/** Fills `out` with the uniform numbers in (0, 1) of draws `first`, …, `first + count - 1`, which must be below 2^32. */
export function uniforms(stream: PointStream, first: number, count: number, out: Float64Array): void {
  fillWords(stream, first, count, out);
  for (let i = 0; i < count; i++) out[i] = (out[i]! + 0.5) * UNIT;
}

/** Fills `out` with the standard normal scores of the same draws, each increasing in its uniform number. */
export function normalScores(stream: PointStream, first: number, count: number, out: Float64Array): void {
  fillWords(stream, first, count, out);
  for (let i = 0; i < count; i++) out[i] = normalScore(out[i]!);
}

const UNIT = 1 / 0x100000000;

/** A draw is a 32-bit word before it is anything else. */
function fillWords(stream: PointStream, first: number, count: number, out: Float64Array): void {
  if (stream.method === 'plain') fillPlain(stream.key, first, count, out);
  else fillPoints(stream.points, first, count, out);
}

function fillPlain(key: Key, first: number, count: number, out: Float64Array): void {
  for (let i = 0; i < count;) {
    const draw = first + i;
    const [even, odd] = threefry(key, [Math.floor(draw / 2), DRAWS]);
    if (draw % 2 === 0) out[i++] = even;
    if (i < count) out[i++] = odd;
  }
}

/**
 * From one point to the next only one bit of the Gray code of the index changes, so a point costs one exclusive or.
 * The first 2^m points are the same set in this order as in the plain one.
 */
function fillPoints({ directions, starts }: ScrambledPoints, first: number, count: number, out: Float64Array): void {
  const words = Uint32Array.from(starts);
  let point = Math.floor(first / REPLICATES);
  const gray = point ^ (point >>> 1);
  for (let bit = 0; gray >>> bit !== 0; bit++) if ((gray >>> bit) & 1) addDirection(words, directions, bit);
  let i = 0;
  let replicate = first % REPLICATES;
  while (i < count) {
    while (replicate < REPLICATES && i < count) out[i++] = words[replicate++]!;
    replicate = 0;
    point++;
    addDirection(words, directions, 31 - Math.clz32(point & -point)); // the lowest bit set in the next index
  }
}

function addDirection(words: Uint32Array, directions: Uint32Array, bit: number): void {
  for (let r = 0; r < REPLICATES; r++) words[r]! ^= directions[bit * REPLICATES + r]!;
}
