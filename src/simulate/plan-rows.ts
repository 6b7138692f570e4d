import type { Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import type { DrawRange, PreparedDraws } from './chunk.ts';
import { conditionsOf } from './conditions.ts';
import { addFigureValues } from './figure-values.ts';
import type { Figure } from './figure.ts';
import { planOfPart } from './model-parts.ts';
import { blockOf } from './rooms.ts';

/** Figures of plans draw by draw in a range of draws: `[plan][figure]`. What plans share is worked out once. */
export function rowsOfPlans(
  { parts, sampler, memory, kernel, room }: PreparedDraws,
  plans: readonly Plan[],
  figures: readonly Figure[],
  { first, count }: DrawRange,
): readonly (readonly Row[])[] {
  const rows = plans.map(() => figures.map(() => new Float64Array(count)));
  const most = Math.min(...parts().map((part) => blockOf(part.model)));
  for (let from = 0; from < count; from += most) {
    const size = Math.min(most, count - from);
    const block = sampler.block(first + from, size, room);
    for (const part of parts()) {
      const conditions = conditionsOf(part.model, block);
      plans.forEach((plan, p) => {
        const here = rows[p]!.map((row) => row.subarray(from, from + size));
        addFigureValues(part.model, planOfPart(plan, part), conditions, figures, here, memory, kernel);
      });
    }
  }
  return rows;
}
