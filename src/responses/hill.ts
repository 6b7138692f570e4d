import { quickExp2, withinPowers } from '../numeric/quick-exp2.ts';
import { quickLog2 } from '../numeric/quick-log2.ts';
import type { ResponseFamily } from '../families/response.ts';
import type { Row } from '../domain/row.ts';
import { CHORD_END, LOG2_CHORD_END } from './chord.ts';
import { michaelisMenten } from './michaelis-menten.ts';

/** Less is as good as no spend, whose logarithm is no number. */
const SMALLEST = 1e-300;

/**
 * S(a) = C a^s / (k^s + a^s), concave for slope s <= 1, S-shaped above.
 *
 * The quoted efficiency is the best average the curve reaches: for s > 1 that is at a = k (s - 1)^(1/s), where it is 1
 * with C = k s (s - 1)^(-(s-1)/s). At s = 1 the best average is that of the first money, C = k, and S is
 * Michaelis-Menten. Below 1 the average grows without end towards zero spend; there C = k too, which joins on at s = 1
 * and says that the efficiency quoted is twice the average at the half saturation. `observedAt` is the plainer way to
 * state such a curve. For s < 1 the curve is its chord on [0, 1e-6 k], where it would be infinitely steep.
 */
export const hill: ResponseFamily = {
  name: 'hill',
  about: 'Half of the ceiling at the half saturation; with a slope above 1 small spends do little (an S-curve).',
  parameters: [
    {
      name: 'halfSaturation',
      unit: 'money',
      about: 'Spend at which half of the ceiling is reached.',
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
  ],
  quotes: 'best average',
  takesPoints: false,
  smooth: true,
  curvature: ([, slope]) => (slope! > 1 ? 'S-shaped' : 'concave'),
  ceiling: ([halfSaturation, slope]) => ceilingOf(halfSaturation!, slope!),
  ceilings: ([ceilings]) => ceilings!,
  takesCeilings: ([, slopes]) => !areOne(slopes!),
  prepare([halfSaturations, slopes], ceilings) {
    const own = () => slopes!.map((slope, i) => ceilingOf(halfSaturations![i]!, slope));
    if (areOne(slopes!)) return [own()];
    return [ceilings ?? own(), slopes!, halfSaturations!.map(quickLog2), halfSaturations!];
  },
  prepared([halfSaturations, slopes], ceilings) {
    if (areOne(slopes!)) return undefined;
    return ceilings === undefined
      ? { by: 'prepareHill', rows: 2, all: ([own, logarithms]) => [own!, slopes!, logarithms!, halfSaturations!] }
      : { by: 'prepareHillBelow', rows: 1, all: ([logarithms]) => [ceilings, slopes!, logarithms!, halfSaturations!] };
  },
  compiled: (parameters) => (isBent(parameters) ? 'hillCurve' : 'michaelisMentenCurve'),
  respond(input, value, slope) {
    const { spend, parameters } = input;
    if (!isBent(parameters)) {
      michaelisMenten.respond(input, value, slope);
      return;
    }
    const ceilings = parameters[0]!;
    const slopes = parameters[1]!;
    const halfSaturations = parameters[3]!;
    fillInverses(spend, parameters, value);
    for (let i = 0; i < spend.length; i++) {
      const a = spend[i]!;
      if (a < chordEnd(halfSaturations[i]!, slopes[i]!)) {
        slope[i] = chordSlope(halfSaturations[i]!, slopes[i]!, ceilings[i]!);
        value[i] = slope[i]! * a;
      } else {
        const inverse = value[i]!;
        const reached = 1 / (1 + inverse);
        value[i] = ceilings[i]! * reached;
        slope[i] = (ceilings[i]! * slopes[i]! * inverse * reached * reached) / a;
      }
    }
  },
};

/** Where all slopes are 1, the curve is Michaelis-Menten. */
function areOne(slopes: Row): boolean {
  return slopes.every((slope) => slope === 1);
}

/** Whether prepared parameters hold any slope but 1. */
function isBent(prepared: readonly Row[]): boolean {
  return prepared[1] !== undefined;
}

/** Fills `inverses` with (k/a)^s: in two loops of their own, which run in half the time of one with all. */
function fillInverses(spend: Row, parameters: readonly Row[], inverses: Row): void {
  const slopes = parameters[1]!;
  const logarithms = parameters[2]!;
  const halfSaturations = parameters[3]!;
  for (let i = 0; i < spend.length; i++) {
    const end = chordEnd(halfSaturations[i]!, slopes[i]!);
    inverses[i] = quickLog2(spend[i]! < end ? end : spend[i]!);
  }
  for (let i = 0; i < inverses.length; i++) {
    inverses[i] = quickExp2(withinPowers(slopes[i]! * (logarithms[i]! - inverses[i]!)));
  }
}

/** The spend up to which a curve is its chord. */
function chordEnd(halfSaturation: number, slope: number): number {
  return slope < 1 ? CHORD_END * halfSaturation : SMALLEST;
}

/** Slope at zero: of the chord for slopes below 1. */
function chordSlope(halfSaturation: number, slope: number, ceiling: number): number {
  if (slope >= 1) return slope > 1 ? 0 : ceiling / halfSaturation;
  const power = quickExp2(slope * LOG2_CHORD_END);
  return (ceiling * power) / ((1 + power) * CHORD_END * halfSaturation);
}

function ceilingOf(halfSaturation: number, slope: number): number {
  if (slope <= 1) return halfSaturation;
  return halfSaturation * slope * quickExp2((-(slope - 1) / slope) * quickLog2(slope - 1));
}
