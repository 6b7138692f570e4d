import { JOE_KUO } from './joe-kuo.ts';

/** Binary digits of a point, and of its index. */
export const DIGITS = 32;

/** Dimensions that `sobolDirections` knows. */
export const DIMENSIONS = JOE_KUO.length + 1;

/**
 * Direction numbers of one Sobol' dimension (from 0): word k is what bit k of a point's index contributes. The
 * coordinate of the point with index n, times 2^32, is the exclusive or of the words of the bits set in n.
 *
 * Source: Joe and Kuo, "Remark on Algorithm 659: implementing Sobol's quasirandom sequence generator" (2003).
 */
export function sobolDirections(dimension: number): Uint32Array {
  if (!(dimension >= 0 && dimension < DIMENSIONS)) throw new Error(`no Sobol' dimension ${dimension}`);
  const words = new Uint32Array(DIGITS);
  if (dimension === 0) return words.map((_, k) => 1 << (DIGITS - 1 - k));
  const [coefficients, ...initial] = JOE_KUO[dimension - 1]!;
  const degree = initial.length;
  for (let k = 0; k < DIGITS; k++) {
    if (k < degree) {
      words[k] = initial[k]! << (DIGITS - 1 - k);
      continue;
    }
    let word = words[k - degree]! ^ (words[k - degree]! >>> degree);
    for (let term = 1; term < degree; term++) {
      if ((coefficients! >>> (degree - 1 - term)) & 1) word ^= words[k - term]!;
    }
    words[k] = word;
  }
  return words;
}
