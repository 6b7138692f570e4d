import type { Outcomes } from '../families/distribution.ts';
import type { Law } from './law.ts';

/** The law of separate values with their probabilities, which add up to 1. */
export function lawOfOutcomes({ values, probabilities }: Outcomes): Law {
  const { below, above } = tailsOf(probabilities);
  const last = values.length - 1;
  const place = (x: number) => firstWhere(values.length, (i) => values[i]! > x) - 1;
  const mean = () => probabilities.reduce((sum, p, i) => sum + p * values[i]!, 0);
  return {
    quantile(p, beyond) {
      const fromBelow = beyond === undefined || p <= 0.5;
      const index = firstWhere(values.length, (i) => (fromBelow ? below[i]! >= p : above[i]! <= beyond));
      return values[Math.min(index, last)]!;
    },
    cumulative: (x) => (place(x) < 0 ? 0 : below[place(x)]!),
    exceedance: (x) => (place(x) < 0 ? 1 : above[place(x)]!),
    density: (x) => (values[place(x)] === x ? probabilities[place(x)]! : 0),
    mean,
    sd() {
      const middle = mean();
      return Math.sqrt(probabilities.reduce((sum, p, i) => sum + p * (values[i]! - middle) * (values[i]! - middle), 0));
    },
    support: [values[0]!, values[last]!],
    kinks: [],
    outcomes: () => ({ values, probabilities }),
  };
}

/** For every outcome the probability of it and those below, and of those above it: each summed from its own end. */
export function tailsOf(probabilities: Float64Array): { readonly below: Float64Array; readonly above: Float64Array } {
  const below = new Float64Array(probabilities.length);
  const above = new Float64Array(probabilities.length);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    sum += probabilities[i]!;
    below[i] = sum;
  }
  sum = 0;
  for (let i = probabilities.length - 1; i >= 0; i -= 1) {
    above[i] = sum;
    sum += probabilities[i]!;
  }
  return { below, above };
}

/** The first index from 0 to `length` - 1 at which a condition holds that goes on holding; `length` when there is none. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
