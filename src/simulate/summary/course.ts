import type { Model, Plan } from '../../domain.ts';
import { conditionsIn } from '../chunk.ts';
import { type PreparedDraws } from '../prepared-draws.ts';
import { type DrawRange } from '../draw-range.ts';
import { channelsUsed, evaluate } from '../outcome/evaluate.ts';
import { outcomeOf, type Outcome } from '../outcome/outcome.ts';

/** Profit of each plan by period and draw, with what comes without any spend: `[t * range.count + i]`, plan periods only. */
export function profitByPeriod(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  range: DrawRange,
): readonly Float64Array[] {
  const { model } = prepared;
  const profits = plans.map(() => new Float64Array(model.periods * range.count));
  for (const conditions of conditionsIn(prepared, range)) {
    const { first, count } = conditions.block;
    plans.forEach((plan, p) => {
      const outcome = outcomeOf(model, evaluate(model, plan, conditions, channelsUsed(plan)));
      addPeriods(model, outcome, profits[p]!, first - range.first, range.count, count);
    });
  }
  return profits;
}

/** Adds the profit of a block to that of all draws, where the block begins at draw `from`. */
function addPeriods(
  { periods }: Model,
  { channels, baseline }: Outcome,
  all: Float64Array,
  from: number,
  draws: number,
  count: number,
): void {
  for (const { profit } of [...channels, baseline]) {
    for (let t = 0; t < periods; t++) {
      for (let i = 0, to = t * draws + from; i < count; i++, to++) all[to] = all[to]! + profit[t * count + i]!;
    }
  }
}
