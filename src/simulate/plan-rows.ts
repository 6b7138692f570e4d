import type { Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { Block } from './block/block.ts';
import type { PreparedDraws } from './prepared-draws.ts';
import type { DrawRange } from './draw-range.ts';
import { conditionsOf } from './conditions/conditions.ts';
import { addFigureValues } from './figure-values.ts';
import type { Figure } from './goal/figure.ts';
import { planOfPart } from './model-parts.ts';
import { repeatedRows } from './repeated-rows.ts';
import { type AskedRows } from './repeated.ts';
import { blockOf } from './rooms.ts';

/** Figures of plans draw by draw in a range of draws: `[plan][figure]`. What plans share is worked out once. */
export function rowsOfPlans(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  figures: readonly Figure[],
  { first, count }: DrawRange,
): readonly (readonly Row[])[] {
  const { sampler, parts, kept } = prepared;
  // What is kept has the room for itself.
  const room = kept === undefined ? prepared.room : undefined;
  const rows = plans.map(() => figures.map(() => new Float64Array(count)));
  const most = Math.min(...parts().map((part) => blockOf(part.model)));
  for (let from = 0; from < count; from += most) {
    const size = Math.min(most, count - from);
    const here = rows.map((own) => own.map((row) => row.subarray(from, from + size)));
    const found = repeatedRows(prepared, { plans, figures }, { first: first + from, count: size }, addValues);
    if (found === undefined) {
      addValues(prepared, { plans, figures }, sampler.block(first + from, size, room), here);
    } else {
      found.forEach((own, p) => own.forEach((row, k) => here[p]![k]!.set(row)));
    }
  }
  return rows;
}

function addValues(
  { parts, memory, kernel, ruled }: PreparedDraws,
  { plans, figures }: AskedRows,
  block: Block,
  rows: readonly (readonly Row[])[],
): void {
  parts().forEach((part, k) => {
    const conditions = conditionsOf(part.model, block);
    plans.forEach((plan, p) => {
      addFigureValues(
        part.model,
        planOfPart(plan, part),
        conditions,
        figures,
        rows[p]!,
        memory,
        kernel,
        ruled && { ...ruled, rules: ruled.rules[p]![k]! },
      );
    });
  });
}
