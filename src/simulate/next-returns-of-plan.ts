import type { Plan } from '../domain.ts';
import { conditionsIn, figureIn } from './chunk.ts';
import { type PreparedDraws } from './prepared-draws.ts';
import { type DrawRange } from './draw-range.ts';
import { nextReturns, REVENUE } from './next-returns.ts';

/** Revenue from the next unit of spend of each channel in a range of draws, draw by draw; see `nextReturns`. */
export function nextReturnsOfPlan(prepared: PreparedDraws, plan: Plan, range: DrawRange): readonly Float64Array[] {
  const { model, memory, kernel } = prepared;
  const rows = model.channels.map(() => new Float64Array(range.count));
  for (const conditions of conditionsIn(prepared, range)) {
    const revenue = figureIn(prepared, conditions, REVENUE, false);
    nextReturns({ model, plan, conditions, revenue }, memory, kernel).forEach((row, c) => {
      rows[c]!.set(row, conditions.block.first - range.first);
    });
  }
  return rows;
}
