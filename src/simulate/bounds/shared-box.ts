import type { Model, Plan } from '../../domain.ts';
import { isScarce, servedOf, serviceOf } from '../conditions/capacity.ts';
import { allAtWork } from '../../carryover/spread.ts';
import { isBent } from '../channel/bend.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { channelEffects } from '../channel/effect.ts';
import { arrivalsOfPlan } from '../channel/effective-spend.ts';
import { fresh, type Table } from '../block/memory.ts';
import type { PlanBox } from '../block/plan-box.ts';
import { plainTables } from '../channel/table-code.ts';
import { volumesOf } from '../channel/volume.ts';

/** Between what each channel's effect lies in a block of draws, whatever is spent within a box; by channel `[t * count + i]`. */
export interface SharedBox {
  readonly least: readonly Float64Array[];
  readonly most: readonly Float64Array[];
  /** So much of it is served at least. */
  readonly served: readonly Float64Array[];
  /** The straight line from the least to the most, by what is at work; undefined where it may be above the curve. */
  readonly chords: readonly (Chord | undefined)[];
}

/** A line that begins at the least effect, `from` at work, and rises by `slope`. */
export interface Chord {
  readonly from: Float64Array;
  readonly slope: Float64Array;
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
  const [least, most] = [low.map(together), high.map(together)];
  return {
    least,
    most,
    chords: chordsOf(model, conditions, { lower, upper }, least, most),
    served: low.map((effect, c) => {
      const atMost = servedOf(service, c, high[c]!, fresh, code);
      return together(effect.map((row, t) => row.map((value, i) => Math.min(value, atMost[t]![i]!))));
    }),
  };
}

/** Below a concave curve lies any line between two of its points. Discounts bend what is at work, and what is scarce need not be served. */
function chordsOf(
  model: Model,
  conditions: Conditions,
  { lower, upper }: PlanBox,
  least: readonly Float64Array[],
  most: readonly Float64Array[],
): readonly (Chord | undefined)[] {
  const isStraight = model.channels.every(({ tiers }) => tiers.length === 0);
  const [from, to] = [lower, upper].map((plan) => atWorkOf(model, plan, conditions));
  return model.channels.map((channel, c) => {
    if (!isStraight || isScarce(model, channel) || isBent(channel, conditions.block)) return undefined;
    const run = to![c]!.map((amount, k) => amount - from![c]![k]!);
    const slope = run.map((by, k) => (by > 0 ? (most[c]![k]! - least[c]![k]!) / by : 0));
    return { from: from![c]!, slope };
  });
}

/** What is at work of a plan, by channel `[t * count + i]`, in periods of the plan and of the channel's tail. */
export function atWorkOf(model: Model, plan: Plan, conditions: Conditions): readonly Float64Array[] {
  const arriving = arrivalsOfPlan(model, volumesOf(model, plan), conditions, fresh, plainTables(fresh));
  const { count } = conditions.block;
  return model.channels.map(({ tail }, c) =>
    allAtWork(conditions.channels[c]!.carry, { arrivals: arriving[c]!, count, periods: model.periods, tail }),
  );
}

function together(table: Table): Float64Array {
  const count = table[0]!.length;
  const all = new Float64Array(table.length * count);
  table.forEach((row, t) => all.set(row, t * count));
  return all;
}
