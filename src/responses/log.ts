import { quickLog1p } from '../numeric/quick-ln.ts';
import type { ResponseFamily } from '../families/response.ts';

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
  smooth: true,
  curvature: () => 'concave',
  ceiling: () => Infinity,
  prepare: ([scales]) => [scales!, scales!.map((scale) => 1 / scale)],
  compiled: () => 'logCurve',
  respond({ spend, parameters }, value, slope) {
    const scales = parameters[0]!;
    const shares = parameters[1]!;
    for (let i = 0; i < spend.length; i++) {
      const x = spend[i]! * shares[i]!;
      const inverse = 1 / (1 + x);
      value[i] = scales[i]! * quickLog1p(x, inverse);
      slope[i] = inverse;
    }
  },
};
