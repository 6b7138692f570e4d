import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import type { ResponseFamily } from '../families.ts';
import { CHORD_END, LN_CHORD_END } from './chord.ts';

/**
 * S(a) = R (a/R)^p: 1 % more spend brings p % more, and at the reference spend R the average is 1. Below 1e-6 R, where
 * it would be infinitely steep, the curve is its chord.
 */
export const power: ResponseFamily = {
  name: 'power',
  about: 'Constant elasticity: 1 % more spend always brings the same percentage more.',
  parameters: [
    {
      name: 'exponent',
      unit: 'rate',
      about: 'By how many percent the response grows when spend grows by 1 %.',
      least: 0,
      most: 1,
    },
    {
      name: 'reference',
      unit: 'money',
      about: 'Spend at which the efficiency quoted is the average.',
      least: 0,
      open: true,
    },
  ],
  quotes: 'average at reference',
  takesPoints: false,
  curvature: () => 'concave',
  ceiling: ([exponent, reference]) => (exponent === 0 ? reference! : Infinity),
  respond({ spend, parameters }, value, slope) {
    const exponents = parameters[0]!;
    const references = parameters[1]!;
    for (let i = 0; i < spend.length; i++) {
      const exponent = exponents[i]!;
      const ratio = spend[i]! / references[i]!;
      if (ratio < CHORD_END) {
        slope[i] = exp((exponent - 1) * LN_CHORD_END);
        value[i] = slope[i]! * spend[i]!;
      } else {
        const average = exp((exponent - 1) * ln(ratio));
        value[i] = average * spend[i]!;
        slope[i] = exponent * average;
      }
    }
  },
};
