import type { Estimate, PlanSummary, Target, TargetSummary, Verdict } from '../../domain.ts';
import { ROUNDING } from '../goal/target-figure.ts';
import { bandOf, chanceEstimate, meanEstimate, NO_LESS, type Band, type SeriesFigures } from './series-figures.ts';

/** Standard errors by which a figure must clear the wished one before it counts as reached or missed. */
const CLEAR = 2;
/** What happened in none of n draws may still have a chance of this over n (with 95 %): such draws show no error. */
const RULE_OF_THREE = 3;

/**
 * What a plan reaches of a target: by the wished chance where there is one, by the figure itself where there is none.
 *
 * @param rows  totals and the planner's own metrics
 * @param room  for the chance of a ratio: how far draws are above what is asked
 */
export function targetSummary(
  target: Target,
  rows: Readonly<Record<string, SeriesFigures>>,
  ratios: PlanSummary['ratios'],
  room?: SeriesFigures,
): TargetSummary {
  const row = rows[target.metric];
  if (row === undefined) {
    const value = (ratios as Readonly<Record<string, Estimate>>)[target.metric];
    // What does not exist, such as the cost of a customer where none comes, reaches nothing.
    if (value === undefined) return { target, ...(room === undefined ? {} : { chance: NEVER }), verdict: 'missed' };
    if (room === undefined || target.probability === undefined)
      return { target, value, verdict: byValue(target, value) };
    return { target, value, ...byChance(target.probability, room, NO_LESS) };
  }
  const value = meanEstimate(row);
  const { probability } = target;
  if (probability !== undefined) return { target, value, ...byChance(probability, row, bandOf(target)) };
  return { target, value, chance: chanceEstimate(row, bandOf(target)), verdict: byValue(target, value) };
}

const NEVER: Estimate = { value: 0, standardError: 0 };

/** By how many draws lie in a band, as far as their number lets one say. */
function byChance(probability: number, row: SeriesFigures, band: Band): Pick<TargetSummary, 'chance' | 'verdict'> {
  const chance = chanceEstimate(row, band);
  const unanimous = chance.value === 0 || chance.value === 1;
  const clear = unanimous && !row.certain ? RULE_OF_THREE / row.draws : CLEAR * chance.standardError;
  return { chance, verdict: verdict(chance.value - probability, clear) };
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
