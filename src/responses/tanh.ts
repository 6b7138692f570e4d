import { tanh as tanhOf } from '../numeric/tanh.ts';
import type { ResponseFamily } from '../families.ts';

/** S(a) = k tanh(a/k). PyMC-Marketing's `logistic_saturation` with lam is this curve with k = 2/lam. */
export const tanh: ResponseFamily = {
  name: 'tanh',
  about: 'Almost straight at first, then a quick turn to the ceiling.',
  parameters: [
    { name: 'scale', unit: 'money', about: 'Spend at which 76 % of the ceiling is reached.', least: 0, open: true },
  ],
  quotes: 'first money',
  takesPoints: false,
  curvature: () => 'concave',
  ceiling: ([scale]) => scale!,
  respond({ spend, parameters }, value, slope) {
    const scales = parameters[0]!;
    for (let i = 0; i < spend.length; i++) {
      const scale = scales[i]!;
      const reached = tanhOf(spend[i]! / scale);
      value[i] = scale * reached;
      slope[i] = (1 - reached) * (1 + reached);
    }
  },
};
