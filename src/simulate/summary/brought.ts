import type { Plan, TotalName } from '../../domain.ts';
import type { Row } from '../../families.ts';
import { conditionsIn, type DrawRange, type PreparedDraws } from '../chunk.ts';
import { channelsUsed, evaluate } from '../outcome/evaluate.ts';
import { outcomeOf } from '../outcome/outcome.ts';

/** What channels bring. */
export type BroughtFigure = Extract<TotalName, 'customers' | 'revenue'>;

/** By draw, over all periods. */
export interface Brought {
  /** Of the whole plan, with what comes without any spend. */
  readonly total: Row;
  readonly channels: readonly Row[];
}

/** What each plan brings, in all and by channel, in a range of draws. */
export function broughtBy(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  figure: BroughtFigure,
  range: DrawRange,
): readonly Brought[] {
  const { model, memory } = prepared;
  const empty = () => new Float64Array(range.count);
  const brought = plans.map(() => ({ total: empty(), channels: model.channels.map(empty) }));
  for (const conditions of conditionsIn(prepared, range)) {
    const { first, count } = conditions.block;
    const from = first - range.first;
    plans.forEach((plan, p) => {
      memory.reset();
      const { totals, channels } = outcomeOf(model, evaluate(model, plan, conditions, channelsUsed(plan), memory));
      brought[p]!.total.set(totals[figure], from);
      channels.forEach((channel, c) => addPeriods(channel[figure], brought[p]!.channels[c]!, from, count));
    });
  }
  return brought;
}

function addPeriods(values: Float64Array, row: Row, from: number, count: number): void {
  for (let at = 0; at < values.length; at += count) {
    for (let i = 0; i < count; i++) row[from + i] = row[from + i]! + values[at + i]!;
  }
}
