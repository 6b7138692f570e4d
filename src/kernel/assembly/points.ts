/** `fillPoints` of `random/points.ts`, as standard normal scores. */
import { scoreRow, storeProbabilities } from './scores';

/** A point has one word for each of 16 replicates, four to a vector. */
const POINT_BYTES: usize = 64;
/** Words of the first point. */
const WORDS: usize = memory.data(64, 16);

/**
 * Scores of Sobol' points `first`, …, `first + count - 1`, 16 a point, at `to`.
 *
 * @param points  the first point's words, 16, then 16 direction words for each bit of the index
 * @param cubics  where `SCORE_CUBICS` stands
 */
export function pointScores(points: usize, first: u32, count: i32, cubics: usize, to: usize): void {
  memory.copy(WORDS, points, POINT_BYTES);
  const directions = points + POINT_BYTES;
  const gray = first ^ (first >>> 1);
  for (let bit: u32 = 0; bit < 32; bit++) if ((gray >>> bit) & 1) addDirection(directions, bit);
  let a = v128.load(WORDS);
  let b = v128.load(WORDS, 16);
  let c = v128.load(WORDS, 32);
  let d = v128.load(WORDS, 48);
  for (let point = first + 1, row = to; point <= first + count; point++, row += 128) {
    const direction = directions + <usize>ctz(point) * POINT_BYTES;
    storeProbabilities(a, row);
    storeProbabilities(b, row + 32);
    storeProbabilities(c, row + 64);
    storeProbabilities(d, row + 96);
    a = v128.xor(a, v128.load(direction));
    b = v128.xor(b, v128.load(direction, 16));
    c = v128.xor(c, v128.load(direction, 32));
    d = v128.xor(d, v128.load(direction, 48));
  }
  scoreRow(to, 16 * count, cubics);
}

function addDirection(directions: usize, bit: u32): void {
  const direction = directions + <usize>bit * POINT_BYTES;
  for (let at: usize = 0; at < POINT_BYTES; at += 16) {
    v128.store(WORDS + at, v128.xor(v128.load(WORDS + at), v128.load(direction + at)));
  }
}
