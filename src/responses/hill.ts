import { exp } from '../numeric/exp.ts';
import { ln } from '../numeric/ln.ts';
import type { ResponseFamily, Row } from '../families.ts';
import { CHORD_END, LN_CHORD_END } from './chord.ts';

/** Stands for the logarithms of half saturations where every slope of a block is 1. */
const NO_POWERS = new Float64Array(0);

/** Where (k/a)^s would overflow it stops here, so that its product with its inverse is still a number. */
const LARGEST_LOGARITHM = 700;

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
  curvature: ([, slope]) => (slope! > 1 ? 'S-shaped' : 'concave'),
  ceiling: ([halfSaturation, slope]) => ceilingOf(halfSaturation!, slope!),
  prepare([halfSaturations, slopes]) {
    const ceilings = halfSaturations!.map((halfSaturation, i) => ceilingOf(halfSaturation, slopes![i]!));
    return [
      halfSaturations!,
      slopes!,
      ceilings,
      slopes!.every((slope) => slope === 1) ? NO_POWERS : halfSaturations!.map(ln),
      halfSaturations!.map((halfSaturation, i) => chordSlope(halfSaturation, slopes![i]!, ceilings[i]!)),
    ];
  },
  respond({ spend, parameters }, value, slope) {
    const halfSaturations = parameters[0]!;
    const slopes = parameters[1]!;
    const ceilings = parameters[2]!;
    const chords = parameters[4]!;
    if (parameters[3] !== NO_POWERS) powersOf(spend, parameters, value);
    for (let i = 0; i < spend.length; i++) {
      const a = spend[i]!;
      const s = slopes[i]!;
      if (s === 1) {
        const average = halfSaturations[i]! / (halfSaturations[i]! + a);
        value[i] = a * average;
        slope[i] = average * average;
      } else if (a === 0 || (s < 1 && a < CHORD_END * halfSaturations[i]!)) {
        slope[i] = chords[i]!;
        value[i] = slope[i]! * a;
      } else {
        const inverse = value[i]!;
        const reached = 1 / (1 + inverse);
        value[i] = ceilings[i]! * reached;
        slope[i] = (ceilings[i]! * s * (inverse * reached) * reached) / a;
      }
    }
  },
};

/** Fills `powers` with (k/a)^s where s is not 1: in two loops of their own, which run in half the time of one with all. */
function powersOf(spend: Row, parameters: readonly Row[], powers: Row): void {
  lnWhereBent(spend, parameters[1]!, powers);
  expWhereBent(parameters[3]!, parameters[1]!, powers);
}

function lnWhereBent(spend: Row, slopes: Row, powers: Row): void {
  for (let i = 0; i < spend.length; i++) if (slopes[i] !== 1) powers[i] = ln(spend[i]!);
}

function expWhereBent(logarithms: Row, slopes: Row, powers: Row): void {
  for (let i = 0; i < powers.length; i++) {
    const s = slopes[i]!;
    if (s !== 1) powers[i] = exp(Math.min(LARGEST_LOGARITHM, s * (logarithms[i]! - powers[i]!)));
  }
}

/** Slope at zero: of the chord for slopes below 1. */
function chordSlope(halfSaturation: number, slope: number, ceiling: number): number {
  if (slope >= 1) return slope > 1 ? 0 : 1;
  const power = exp(slope * LN_CHORD_END);
  return (ceiling * power) / ((1 + power) * CHORD_END * halfSaturation);
}

function ceilingOf(halfSaturation: number, slope: number): number {
  if (slope <= 1) return halfSaturation;
  return halfSaturation * slope * exp((-(slope - 1) / slope) * ln(slope - 1));
}
