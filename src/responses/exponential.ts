import { expm1 } from '../numeric/exp.ts';
import type { ResponseFamily } from '../families.ts';

/** S(a) = k (1 - e^(-a/k)). */
export const exponential: ResponseFamily = {
  name: 'exponential',
  about: 'Every unit of money reaches the same share of what is still to be won.',
  parameters: [
    { name: 'scale', unit: 'money', about: 'Spend at which 63 % of the ceiling is reached.', least: 0, open: true },
  ],
  quotes: 'first money',
  takesPoints: false,
  curvature: () => 'concave',
  ceiling: ([scale]) => scale!,
  respond({ spend, parameters }, value, slope) {
    const scales = parameters[0]!;
    for (let i = 0; i < spend.length; i++) {
      const scale = scales[i]!;
      const lost = expm1(-spend[i]! / scale);
      value[i] = -scale * lost;
      slope[i] = 1 + lost;
    }
  },
};
