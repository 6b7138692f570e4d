import type { LimitClash, LimitSide, Optimization, Report } from '../domain.ts';
import { periodsPast } from '../replan/after.ts';
import { pastFacts } from '../replan/facts.ts';
import { settledSpend } from '../replan/settled-spend.ts';
import { periodsNamed, upTo } from '../replan/spent-words.ts';
import { withPast, type Running } from '../replan/with-past.ts';
import { recommend, type Read } from './run.ts';
import { type RunOptions } from './run-options.ts';
import { type Engine } from './engine.ts';
import { compile } from '../scenario/compile/compile.ts';

/** How far a plan has run. */
export interface Past {
  /** How many periods are past, or a day (`2027-02-01`): what ends before it is past. */
  readonly after: number | string;
  /** What was spent by the name of the channel, a number for each past period; as planned when left out. */
  readonly spent?: Readonly<Record<string, readonly number[]>>;
}

/**
 * The best rest of a plan that is running: what is spent is spent and goes on working, and what the limits leave is
 * planned anew. Its report compares whole plans with the same past: with the rest as it was planned ("today"), and with
 * the recommended one.
 *
 * @throws ScenarioError  when `past` does not fit the scenario
 */
export async function replan(engine: Engine, read: Read, past: Past, options: RunOptions = {}): Promise<Report> {
  const { scenario } = read;
  const periods = periodsPast(scenario, past.after);
  const spent = settledSpend(scenario, periods, past.spent);
  const planned = compile(scenario, options.stresses);
  const running = withPast(scenario, planned, spent);
  const {
    optimization: found,
    equalReturn,
    proRata,
    notes,
    ...report
  } = await recommend(engine, read, running.model, options);
  const optimization = found === undefined ? undefined : inWholeLimits(found, running);
  const { exceeded } = running;
  const asPlanned = past.spent === undefined && periods > 0;
  return {
    ...report,
    ...(optimization === undefined ? {} : { optimization }),
    ...(equalReturn === undefined ? {} : { equalReturn: { breaks: wholesOf(equalReturn.breaks, running) } }),
    ...(proRata === undefined ? {} : { proRata: { breaks: wholesOf(proRata.breaks, running) } }),
    past: pastFacts({ scenario, planned, spent, exceeded, optimization }),
    notes: asPlanned
      ? [`What was planned for ${periodsNamed(upTo(periods), planned.unit)} counts as spent.`, ...notes]
      : notes,
  };
}

/** The same in the planner's own limits, not in what is left of them. */
function inWholeLimits(found: Optimization, running: Running): Optimization {
  const wholes = <Side extends LimitSide>(sides: readonly Side[]) => wholesOf(sides, running);
  if ('binding' in found) return { ...found, binding: wholes(found.binding) };
  if (found.status !== 'infeasible') return found;
  const clashOf = ({ conflict, repairs }: LimitClash): LimitClash => ({
    conflict: wholes(conflict),
    repairs: wholes(repairs),
  });
  const clashes = found.clashes && { clashes: found.clashes.map(clashOf) };
  const together = found.together && { together: wholes(found.together) };
  return { ...found, ...clashOf(found), ...clashes, ...together };
}

function wholesOf<Side extends LimitSide>(sides: readonly Side[], { whole, held }: Running): readonly Side[] {
  return sides
    .filter(({ limit }) => !held.has(limit))
    .map((side) => ({ ...side, limit: whole.get(side.limit) ?? side.limit }));
}
