import { atLeast, quickExpm1 } from '../numeric/quick-exp.ts';
import type { ResponseFamily } from '../families/response.ts';

/**
 * S(a) = k tanh(a/k) = k (1 - e^(-2a/k)) / (1 + e^(-2a/k)).
 *
 * PyMC-Marketing's `logistic_saturation` with lam is this curve with k = 2/lam.
 */
export const tanh: ResponseFamily = {
  name: 'tanh',
  about: 'Almost straight at first, then a quick turn to the ceiling.',
  parameters: [
    { name: 'scale', unit: 'money', about: 'Spend at which 76 % of the ceiling is reached.', least: 0, open: true },
  ],
  quotes: 'first money',
  takesPoints: false,
  smooth: true,
  curvature: () => 'concave',
  ceiling: ([scale]) => scale!,
  prepare: ([scales]) => [scales!, scales!.map((scale) => -2 / scale)],
  compiled: () => 'tanhCurve',
  respond({ spend, parameters }, value, slope) {
    const scales = parameters[0]!;
    const shares = parameters[1]!;
    for (let i = 0; i < spend.length; i++) {
      const lost = quickExpm1(atLeast(spend[i]! * shares[i]!));
      const left = 1 + lost;
      const share = 1 / (1 + left);
      value[i] = scales[i]! * ((0 - lost) * share);
      slope[i] = left * ((share + share) * (share + share));
    }
  },
};
