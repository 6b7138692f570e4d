import type { Plan, TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { conditionsIn } from '../chunk.ts';
import { type PreparedDraws } from '../prepared-draws.ts';
import { type DrawRange } from '../draw-range.ts';
import { channelsUsed, evaluate } from '../outcome/evaluate.ts';
import { outcomeOf } from '../outcome/outcome.ts';

/** What channels bring. */
export type BroughtFigure = Extract<TotalName, 'customers' | 'revenue'>;

/** What each channel brings over all periods, by draw. */
export type Brought = readonly Row[];

/** The same of each plan, in a range of draws. */
export function broughtBy(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  figure: BroughtFigure,
  range: DrawRange,
): readonly Brought[] {
  const { model, memory } = prepared;
  const empty = () => new Float64Array(range.count);
  const brought = plans.map(() => model.channels.map(empty));
  for (const conditions of conditionsIn(prepared, range)) {
    const { first, count } = conditions.block;
    const from = first - range.first;
    plans.forEach((plan, p) => {
      memory.reset();
      const { channels } = outcomeOf(model, evaluate(model, plan, conditions, channelsUsed(plan), memory));
      channels.forEach((channel, c) => addPeriods(channel[figure], brought[p]![c]!, from, count));
    });
  }
  return brought;
}

function addPeriods(values: Float64Array, row: Row, from: number, count: number): void {
  for (let at = 0; at < values.length; at += count) {
    for (let i = 0; i < count; i++) row[from + i] = row[from + i]! + values[at + i]!;
  }
}
