/** `fillPlain` of `random/points.ts`, as standard normal scores: `random/threefry.ts` at four places at a time. */
import { scoreRow, storeProbabilities } from './scores';

/** The constant of `random/threefry.ts`. */
const PARITY: i32 = 0x1bd11bda;

/**
 * Scores of the words under a key at places `place`, …, two a place, at `to`.
 *
 * @param places  a multiple of 4
 */
export function plainScores(key0: i32, key1: i32, place: u32, places: i32, cubics: usize, to: usize): void {
  const first = i32x4.splat(key0);
  const second = i32x4.splat(key1);
  const third = i32x4.splat(key0 ^ key1 ^ PARITY);
  for (let row = to, end = to + (<usize>places << 4); row < end; place += 4, row += 64) {
    let left = i32x4.add(i32x4.add(i32x4.splat(place), i32x4(0, 1, 2, 3)), first);
    let right = second;
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 13), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 15), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 26), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 6), left);
    left = i32x4.add(left, second);
    right = i32x4.add(right, i32x4.add(third, i32x4.splat(1)));
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 17), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 29), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 16), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 24), left);
    left = i32x4.add(left, third);
    right = i32x4.add(right, i32x4.add(first, i32x4.splat(2)));
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 13), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 15), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 26), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 6), left);
    left = i32x4.add(left, first);
    right = i32x4.add(right, i32x4.add(second, i32x4.splat(3)));
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 17), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 29), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 16), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 24), left);
    left = i32x4.add(left, second);
    right = i32x4.add(right, i32x4.add(third, i32x4.splat(4)));
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 13), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 15), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 26), left);
    left = i32x4.add(left, right);
    right = v128.xor(rotate(right, 6), left);
    left = i32x4.add(left, third);
    right = i32x4.add(right, i32x4.add(first, i32x4.splat(5)));
    const early = v128.shuffle<i32>(left, right, 0, 4, 1, 5);
    const late = v128.shuffle<i32>(left, right, 2, 6, 3, 7);
    storeProbabilities(early, row);
    storeProbabilities(late, row + 32);
  }
  scoreRow(to, 2 * places, cubics);
}

// @ts-ignore: decorator
@inline
function rotate(words: v128, turn: i32): v128 {
  return v128.or(i32x4.shl(words, turn), i32x4.shr_u(words, 32 - turn));
}
