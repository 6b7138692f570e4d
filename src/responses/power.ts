import { exp } from '../numeric/exp.ts';
import { quickExp2, withinPowers } from '../numeric/quick-exp2.ts';
import { quickLog2 } from '../numeric/quick-log2.ts';
import type { ResponseFamily } from '../families/response.ts';
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
  smooth: true,
  curvature: () => 'concave',
  ceiling: ([exponent, reference]) => (exponent === 0 ? reference! : Infinity),
  prepare: ([exponents, references]) => [
    exponents!,
    references!.map(quickLog2),
    exponents!.map((exponent) => exp((exponent - 1) * LN_CHORD_END)),
    references!.map((reference) => CHORD_END * reference),
  ],
  compiled: () => 'powerCurve',
  respond({ spend, parameters }, value, slope) {
    const exponents = parameters[0]!;
    const logarithms = parameters[1]!;
    const chords = parameters[2]!;
    const ends = parameters[3]!;
    for (let i = 0; i < spend.length; i++) {
      const a = spend[i]!;
      if (a < ends[i]!) {
        value[i] = chords[i]! * a;
        slope[i] = chords[i]!;
      } else {
        const exponent = exponents[i]!;
        const average = quickExp2(withinPowers((exponent - 1) * (quickLog2(a) - logarithms[i]!)));
        value[i] = average * a;
        slope[i] = exponent * average;
      }
    }
  },
};
