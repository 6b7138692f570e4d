import type { ResponseFamily } from '../families/response.ts';
import { hill } from './hill.ts';

/**
 * S(a) = min + (max - min) a^c / (d + a^c), with d = halfSaturation^c and min = floor · (max - min).
 *
 * What spend adds, S(a) - min, is the Hill curve of the same parameters, in value, slope and what is quoted.
 * Source: Little, "Models and Managers: The Concept of a Decision Calculus" (1970).
 */
export const adbudg: ResponseFamily = {
  name: 'adbudg',
  about: 'A Hill curve above a floor that is there without any spend.',
  parameters: [
    {
      name: 'halfSaturation',
      unit: 'money',
      about: 'Spend that brings half of what spend can add.',
      least: 0,
      open: true,
    },
    {
      name: 'slope',
      unit: 'number',
      about: 'Above 1 the curve is S-shaped, the more so the larger; at 1 and below returns only diminish.',
      least: 0,
      open: true,
    },
    {
      name: 'floor',
      unit: 'number',
      about: 'What comes without any spend, as a share of what spend can add.',
      least: 0,
      standard: 0,
    },
  ],
  quotes: 'best average',
  takesPoints: false,
  curvature: hill.curvature,
  ceiling: (parameters, points) => hill.ceiling(parameters, points) * (1 + parameters[2]!),
  prepare(parameters) {
    const curve = hill.prepare!(parameters);
    const [ceilings] = curve;
    return [parameters[2]!.map((floor, i) => floor * ceilings![i]!), ...curve];
  },
  compiled: (parameters) => (hill.compiled!(parameters.slice(1)) === 'hillCurve' ? 'adbudgCurve' : undefined),
  respond({ spend, parameters: [floors, ...curve], points }, value, slope) {
    hill.respond({ spend, parameters: curve, points }, value, slope);
    for (let i = 0; i < value.length; i++) value[i] = floors![i]! + value[i]!;
  },
};
