/** `fillPoints` of `random/points.ts`, as standard normal scores. */
import { storeScores } from './scores';

/** A point has one word for each of 16 replicates, four to a vector. */
const POINT_BYTES: usize = 64;
/** Words of the point at hand. */
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
  for (let point = first + 1; count > 0; count--, point++) {
    const direction = directions + <usize>ctz(point) * POINT_BYTES;
    for (let at: usize = 0; at < POINT_BYTES; at += 16, to += 32) {
      const words = v128.load(WORDS + at);
      storeScores(words, cubics, to);
      v128.store(WORDS + at, v128.xor(words, v128.load(direction + at)));
    }
  }
}

function addDirection(directions: usize, bit: u32): void {
  const direction = directions + <usize>bit * POINT_BYTES;
  for (let at: usize = 0; at < POINT_BYTES; at += 16) {
    v128.store(WORDS + at, v128.xor(v128.load(WORDS + at), v128.load(direction + at)));
  }
}
