import { expm1 } from './exp.ts';

/** Hyperbolic tangent, within 2 units in the last place. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size > 20) return Math.sign(x); // 1 - tanh(20) is less than half a unit in the last place of 1
  if (size < 1e-8) return x; // the next term is x^3/3
  const t = expm1(size < 1 ? -2 * size : 2 * size);
  return Math.sign(x) * (size < 1 ? -t / (2 + t) : 1 - 2 / (t + 2));
}
