import { log1p } from '../numeric/ln.ts';
import type { ResponseFamily } from '../families.ts';

/** S(a) = k ln(1 + a/k). */
export const log: ResponseFamily = {
  name: 'log',
  about: 'Returns diminish without a ceiling: each doubling of a large spend adds the same.',
  parameters: [
    {
      name: 'scale',
      unit: 'money',
      about: 'Spend at which the next unit of money brings half of what the first one did.',
      least: 0,
      open: true,
    },
  ],
  quotes: 'first money',
  takesPoints: false,
  curvature: () => 'concave',
  ceiling: () => Infinity,
  respond({ spend, parameters }, value, slope) {
    const scales = parameters[0]!;
    for (let i = 0; i < spend.length; i++) {
      const scale = scales[i]!;
      value[i] = scale * log1p(spend[i]! / scale);
      slope[i] = scale / (scale + spend[i]!);
    }
  },
};
