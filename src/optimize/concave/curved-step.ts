import type { LinearProgram } from '../../linear/program.ts';
import { fallOfSlopes, type Chain, type Curvature } from './curvature.ts';
import { pricedStep } from './priced-step.ts';

export interface CurvedInput {
  readonly limits: Pick<LinearProgram, 'rows'>;
  readonly chains: readonly Chain[];
  readonly curvature: Curvature;
  readonly from: Float64Array;
  readonly slope: Float64Array;
  /** Bounds of where the step may lead. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface CurvedStep {
  readonly to: Float64Array;
  /** By how much the goal should rise; below 0 where what breaks limits has to be mended. */
  readonly promised: number;
  /** Of rows, there. */
  readonly prices: Float64Array;
}

interface Point extends CurvedStep {
  /** If the goal bends as it is taken to. */
  readonly slope: Float64Array;
}

/** Inner steps: they ask for no draws, and few problems need half as many. */
const MOST_STEPS = 60;
/** The first inner steps are taken in any case; later ones while they add this share of what was gained. */
const FIRST_STEPS = 6;
const WORTH_A_STEP = 1e-4;
/** Of columns that no chain tells of, the slope falls from the steepest to 0 over this share of their range. */
const USUAL_RUN = 0.1;

/**
 * The point within limits and bounds that is best if the goal bends as it is taken to: steps under parabolas by column
 * that lie nowhere above that, with the momentum of Nesterov. Undefined where limits are too entangled for that, and where the
 * goal is flat, as it is where people have more to do than they can.
 *
 * Source: Beck and Teboulle, "A fast iterative shrinkage-thresholding algorithm" (2009); restarts by O'Donoghue and
 * Candès, "Adaptive restart for accelerated gradient schemes" (2015).
 */
export function curvedStep({ limits, chains, curvature, from, slope, lower, upper }: CurvedInput) {
  // No weight is negative, so that the sum of a row of second derivatives takes the place of the whole row.
  const steepest = slope.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  if (steepest === 0) return undefined;
  const fall = fallOfSlopes(chains, curvature, new Float64Array(from.length).fill(1)).map((sum, k) =>
    sum > 0 ? sum : steepest / Math.max(USUAL_RUN * (upper[k]! - lower[k]!), Number.MIN_VALUE),
  );
  const pointAt = (to: Float64Array, prices: Float64Array): Point => {
    const step = new Float64Array(to.length);
    for (let k = 0; k < step.length; k++) step[k] = to[k]! - from[k]!;
    const there = fallOfSlopes(chains, curvature, step);
    let promised = 0;
    for (let k = 0; k < step.length; k++) {
      there[k] = slope[k]! - there[k]!;
      promised += (step[k]! * (slope[k]! + there[k]!)) / 2;
    }
    return { to, slope: there, promised, prices };
  };

  let prices: Float64Array = new Float64Array(limits.rows.lower.length);
  // Whoever begins outside the limits has to give something up to come inside.
  let best: Point = { to: from, slope, promised: -Infinity, prices };
  let [ahead, momentum] = [best, 1];
  for (let k = 0; k < MOST_STEPS; k++) {
    const step = pricedStep({ limits, from: ahead.to, slope: ahead.slope, fall, lower, upper, prices });
    if (step === undefined) return undefined;
    ({ prices } = step);
    const point = pointAt(step.to, prices);
    if (point.promised < best.promised) {
      if (momentum === 1) break;
      [ahead, momentum] = [best, 1];
      continue;
    }
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    // Slopes change in proportion to steps, so that they need not be worked out anew there.
    const share = (momentum - 1) / next;
    ahead = { ...point, to: beyond(best.to, point.to, share), slope: beyond(best.slope, point.slope, share) };
    momentum = next;
    const gained = point.promised - best.promised;
    best = point;
    if (k >= FIRST_STEPS && gained <= WORTH_A_STEP * Math.abs(best.promised)) break;
  }
  return best;
}

/** As far beyond a point as a share of the way that led to it. */
function beyond(before: Float64Array, point: Float64Array, share: number): Float64Array {
  const there = new Float64Array(point.length);
  for (let k = 0; k < there.length; k++) there[k] = point[k]! + share * (point[k]! - before[k]!);
  return there;
}
