import type { Model, Plan } from '../domain.ts';
import { servedOf, serviceOf } from './capacity.ts';
import type { Conditions } from './conditions.ts';
import { channelEffects } from './effect.ts';
import { fresh, type Table } from './memory.ts';
import type { PlanBox } from './plan-box.ts';
import { plainTables } from './table-code.ts';
import { volumesOf } from './volume.ts';

/** Between what each channel's effect lies in a block of draws, whatever is spent within a box; by channel `[t * count + i]`. */
export interface SharedBox {
  readonly least: readonly Float64Array[];
  readonly most: readonly Float64Array[];
  /** So much of it is served at least. */
  readonly served: readonly Float64Array[];
}

/**
 * See {@link SharedBox}. Effects rise with spend. What is served of a channel is the lesser of what it brings and of what those who are
 * served before it leave; they leave the least where they all bring the most.
 */
export function sharedBoxOf(model: Model, conditions: Conditions, { lower, upper }: PlanBox): SharedBox {
  const code = plainTables(fresh);
  const effectsOf = (plan: Plan): readonly Table[] =>
    channelEffects(model, volumesOf(model, plan), conditions, fresh, code).map(({ effect }) => effect);
  const [low, high] = [effectsOf(lower), effectsOf(upper)];
  const allUsed = model.channels.map(() => true);
  const service = serviceOf(model, conditions.block, conditions.channels, high, allUsed, fresh, code);
  return {
    least: low.map(together),
    most: high.map(together),
    served: low.map((effect, c) => {
      const atMost = servedOf(service, c, high[c]!, fresh, code);
      return together(effect.map((row, t) => row.map((value, i) => Math.min(value, atMost[t]![i]!))));
    }),
  };
}

function together(table: Table): Float64Array {
  const count = table[0]!.length;
  const all = new Float64Array(table.length * count);
  table.forEach((row, t) => all.set(row, t * count));
  return all;
}
