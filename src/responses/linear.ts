import type { ResponseFamily } from '../families/response.ts';

/** S(a) = a: every unit of money works as well as the first. */
export const linear: ResponseFamily = {
  name: 'linear',
  about: 'No saturation: every unit of money brings as much as the first.',
  parameters: [],
  quotes: 'first money',
  takesPoints: false,
  curvature: () => 'concave',
  ceiling: () => Infinity,
  compiled: () => 'linearCurve',
  respond({ spend }, value, slope) {
    value.set(spend);
    slope.fill(1);
  },
};
