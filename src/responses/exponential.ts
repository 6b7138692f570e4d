import { atLeast, quickExpm1 } from '../numeric/quick-exp.ts';
import type { ResponseFamily } from '../families/response.ts';

/** S(a) = k (1 - e^(-a/k)). */
export const exponential: ResponseFamily = {
  name: 'exponential',
  about: 'Every unit of money reaches the same share of what is still to be won.',
  parameters: [
    { name: 'scale', unit: 'money', about: 'Spend at which 63 % of the ceiling is reached.', least: 0, open: true },
  ],
  quotes: 'first money',
  takesPoints: false,
  smooth: true,
  curvature: () => 'concave',
  ceiling: ([scale]) => scale!,
  prepare: ([scales]) => [scales!, scales!.map((scale) => -1 / scale)],
  prepared: () => ({ by: 'prepareExponential', rows: 2 }),
  compiled: () => 'exponentialCurve',
  respond({ spend, parameters }, value, slope) {
    const scales = parameters[0]!;
    const shares = parameters[1]!;
    for (let i = 0; i < spend.length; i++) {
      const lost = quickExpm1(atLeast(spend[i]! * shares[i]!));
      value[i] = scales[i]! * (0 - lost);
      slope[i] = 1 + lost;
    }
  },
};
