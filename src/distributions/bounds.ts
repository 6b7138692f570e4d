import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';

/** Ends that a quantity cannot pass; a missing or infinite end is open. */
export interface Bounds {
  readonly low?: number;
  readonly high?: number;
}

/**
 * Bends the whole line into the bounds: the identity, low + e^m, high - e^-m, or low + (high - low) / (1 + e^-m).
 *
 * Source: Keelin, "The metalog distributions" (2016), section 4.
 */
export function intoBounds(m: number, { low = -Infinity, high = Infinity }: Bounds): number {
  if (low === -Infinity && high === Infinity) return m;
  if (high === Infinity) return low + exp(m);
  if (low === -Infinity) return high - exp(-m);
  return m < 0 ? low + (high - low) / (1 + exp(-m)) : high - (high - low) / (1 + exp(m));
}

/** The m with `intoBounds(m) = x`, for x strictly inside the bounds. */
export function outOfBounds(x: number, { low = -Infinity, high = Infinity }: Bounds): number {
  if (low === -Infinity && high === Infinity) return x;
  if (high === Infinity) return ln(x - low);
  if (low === -Infinity) return -ln(high - x);
  return ln((x - low) / (high - x));
}

/** Derivative of `intoBounds` where it is x. */
export function slopeIntoBounds(x: number, { low = -Infinity, high = Infinity }: Bounds): number {
  if (low === -Infinity && high === Infinity) return 1;
  if (high === Infinity) return x - low;
  if (low === -Infinity) return high - x;
  return (x - low) * ((high - x) / (high - low));
}
