import type { ResponseFamily } from '../families/response.ts';

/** S(a) = k a / (k + a). */
export const michaelisMenten: ResponseFamily = {
  name: 'michaelis-menten',
  about: 'Returns diminish slowly: half of the ceiling is reached early, the rest takes long.',
  parameters: [
    {
      name: 'halfSaturation',
      unit: 'money',
      about: 'Spend at which half of the ceiling is reached.',
      least: 0,
      open: true,
    },
  ],
  quotes: 'first money',
  takesPoints: false,
  smooth: true,
  curvature: () => 'concave',
  ceiling: ([halfSaturation]) => halfSaturation!,
  compiled: () => 'michaelisMentenCurve',
  respond({ spend, parameters }, value, slope) {
    const halfSaturations = parameters[0]!;
    for (let i = 0; i < spend.length; i++) {
      const halfSaturation = halfSaturations[i]!;
      const average = halfSaturation / (halfSaturation + spend[i]!);
      value[i] = spend[i]! * average; // not k a / (k + a): the product overflows
      slope[i] = average * average;
    }
  },
};
