import type { Estimate, PlanSummary, Target, TargetSummary, Verdict } from '../../domain.ts';
import { bandOf, chanceEstimate, meanEstimate, type SeriesFigures } from './series-figures.ts';

/** Standard errors by which a figure must clear the wished one before it counts as reached or missed. */
const CLEAR = 2;
/** What happened in none of n draws may still have a chance of this over n (with 95 %): such draws show no error. */
const RULE_OF_THREE = 3;
/** A plan keeps its limits up to this share of them, and a target may be one. */
const ROUNDING = 1e-7;

/**
 * What a plan reaches of a target: by the wished chance where there is one, by the figure itself where there is none.
 *
 * @param rows  totals and the planner's own metrics
 */
export function targetSummary(
  target: Target,
  rows: Readonly<Record<string, SeriesFigures>>,
  ratios: PlanSummary['ratios'],
): TargetSummary {
  const row = rows[target.metric];
  if (row === undefined) {
    const value = (ratios as Readonly<Record<string, Estimate>>)[target.metric];
    // What does not exist, such as the cost of a customer where none comes, reaches nothing.
    if (value === undefined) return { target, verdict: 'missed' };
    return { target, value, verdict: byValue(target, value) };
  }
  const value = meanEstimate(row);
  const reached = chanceEstimate(row, bandOf(target));
  const { probability } = target;
  if (probability === undefined) return { target, value, chance: reached, verdict: byValue(target, value) };
  const unanimous = reached.value === 0 || reached.value === 1;
  const clear = unanimous && !row.certain ? RULE_OF_THREE / row.draws : CLEAR * reached.standardError;
  return { target, value, chance: reached, verdict: verdict(reached.value - probability, clear) };
}

/** Whether a figure reaches a bound, as far as its simulation error lets one say. */
export function byValue(
  { atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>,
  { value, standardError }: Estimate,
): Verdict {
  const bound = atLeast ?? atMost!;
  const beyond = atLeast === undefined ? bound - value : value - bound;
  return verdict(beyond + ROUNDING * Math.abs(bound), CLEAR * standardError);
}

function verdict(beyond: number, clear: number): Verdict {
  if (beyond >= clear) return 'reached';
  return beyond + clear < 0 ? 'missed' : 'too close to call';
}
