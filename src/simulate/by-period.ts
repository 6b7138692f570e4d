/** What plans lead to by channel and period in each draw: for results that look at time and at single draws. */
import type { DrawRequest, Model, Plan } from '../domain.ts';
import { conditionsIn } from './chunk.ts';
import { type PreparedDraws } from './prepared-draws.ts';
import type { Conditions } from './conditions/conditions.ts';
import { evaluate } from './outcome/evaluate.ts';
import { outcomeOf, type Outcome } from './outcome/outcome.ts';

/** One row per period of plan and tail, one number per draw. */
export interface PeriodRows {
  readonly customers: readonly Float64Array[];
  readonly revenue: readonly Float64Array[];
  readonly profit: readonly Float64Array[];
}

export interface PlanByPeriod {
  readonly channels: readonly PeriodRows[];
  /** Customers who come without spend; nothing after the plan's end. */
  readonly baseline: PeriodRows;
}

/** Numbers that results by period may keep: beyond it memory grows without need, as noise is small long before. */
const MOST_NUMBERS = 30e6;

/** As many of the draws asked for as fit in memory: 16 times a power of two, at least 256. */
export function drawsByPeriod(model: Model, plans: number, { draws, ...request }: DrawRequest): DrawRequest {
  const perDraw = 3 * plans * (model.channels.length + 1) * (model.periods + model.tail);
  let fitting = draws;
  while (fitting > 256 && fitting * perDraw > MOST_NUMBERS) fitting /= 2;
  return { ...request, draws: fitting };
}

/**
 * What each plan leads to, all on the same draws, the first so many of those prepared.
 *
 * @param onBlock  sees each block of draws of each plan in full
 */
export function byPeriod(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  draws: number,
  onBlock?: (conditions: Conditions, outcome: Outcome) => void,
): readonly PlanByPeriod[] {
  const rows = openByPeriod(prepared, plans, draws);
  for (const conditions of rows.blocks) rows.add(conditions, onBlock);
  return rows.plans;
}

/** The same, gathered block by block of the draws by whoever has something else to do between them. */
export function openByPeriod(prepared: PreparedDraws, plans: readonly Plan[], draws: number) {
  const { model } = prepared;
  const results: readonly PlanByPeriod[] = plans.map(() => ({
    channels: model.channels.map(() => emptyRows(model, draws)),
    baseline: emptyRows(model, draws),
  }));
  return {
    plans: results,
    blocks: conditionsIn(prepared, { first: 0, count: draws }),
    add(conditions: Conditions, onBlock?: (conditions: Conditions, outcome: Outcome) => void): void {
      const { first, count } = conditions.block;
      plans.forEach((plan, p) => {
        const outcome = outcomeOf(model, evaluate(model, plan, conditions));
        outcome.channels.forEach((channel, c) => copy(channel, results[p]!.channels[c]!, first, count));
        copy(outcome.baseline, results[p]!.baseline, first, count);
        onBlock?.(conditions, outcome);
      });
    },
  };
}

type Figures = Readonly<Record<keyof PeriodRows, Float64Array>>;

/** From `[t * count + i]` of a block to rows by period. */
function copy(from: Figures, to: PeriodRows, first: number, count: number): void {
  for (const name of ['customers', 'revenue', 'profit'] as const) {
    to[name].forEach((row, t) => {
      if ((t + 1) * count <= from[name].length) row.set(from[name].subarray(t * count, (t + 1) * count), first);
    });
  }
}

function emptyRows({ periods, tail }: Model, draws: number): PeriodRows {
  const rows = () => Array.from({ length: periods + tail }, () => new Float64Array(draws));
  return { customers: rows(), revenue: rows(), profit: rows() };
}

/** Rows added up, draw by draw. */
export function addRows(rows: readonly Float64Array[], draws: number): Float64Array {
  const sum = new Float64Array(draws);
  for (const row of rows) for (let i = 0; i < draws; i++) sum[i] = sum[i]! + row[i]!;
  return sum;
}
