/** `fillPoints` and `fillPlain` of `random/points.ts`, as standard normal scores. */
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

/**
 * Scores of the words of Threefry under a key at places `first`, …, two a place, at `to`.
 *
 * @param places  a multiple of 4
 */
export function plainScores(key0: i32, key1: i32, first: u32, places: i32, cubics: usize, to: usize): void {
  for (let place = 0; place < places; place += 4, to += 64) {
    let next = i32x4.splat(key0);
    let second = i32x4.splat(key1);
    let third = i32x4.splat(key0 ^ key1 ^ PARITY);
    let left = i32x4.add(i32x4.add(i32x4.splat(first + place), i32x4(0, 1, 2, 3)), next);
    let right = second;
    for (let group = 1; group <= 5; group++) {
      const odd = (group & 1) != 0;
      left = i32x4.add(left, right);
      right = v128.xor(rotate(right, odd ? 13 : 17), left);
      left = i32x4.add(left, right);
      right = v128.xor(rotate(right, odd ? 15 : 29), left);
      left = i32x4.add(left, right);
      right = v128.xor(rotate(right, odd ? 26 : 16), left);
      left = i32x4.add(left, right);
      right = v128.xor(rotate(right, odd ? 6 : 24), left);
      const used = next;
      next = second;
      second = third;
      third = used;
      left = i32x4.add(left, next);
      right = i32x4.add(right, i32x4.add(second, i32x4.splat(group)));
    }
    storeScores(v128.shuffle<i32>(left, right, 0, 4, 1, 5), cubics, to);
    storeScores(v128.shuffle<i32>(left, right, 2, 6, 3, 7), cubics, to + 32);
  }
}

/** The constant of `random/threefry.ts`. */
const PARITY: i32 = 0x1bd11bda;

// @ts-ignore: decorator
@inline
function rotate(words: v128, turn: i32): v128 {
  return v128.or(i32x4.shl(words, turn), i32x4.shr_u(words, 32 - turn));
}
