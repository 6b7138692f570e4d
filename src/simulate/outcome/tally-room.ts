import type { Model, TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { REPLICATES } from '../../random/points.ts';
import { totalNames } from './outcome.ts';
import { ratioChances } from '../goal/ratio-chances.ts';
import { shapeOfSums, sumsIn, sumsLength, type SumsShape } from '../tally/packed-sums.ts';
import type { Tally } from '../tally/tally.ts';

/** A tally of nothing yet, of so many draws from `first` on: blocks of them add to its sums and fill their part of its rows. */
export function emptyTally(model: Model, first: number, count: number): Tally {
  return tallyOf(shapeOfSums(model), ratioChances(model).length, first, count);
}

/** The same, in the memory of a tally of as many draws, which must not be read any more. */
export function emptiedTally(used: Tally, first: number): Tally {
  used.all.fill(0);
  return { ...used, first, marginalCount: 0 };
}

/** Tallies of consecutive runs of draws, in order, as one. The same bits come out whoever made the parts. */
export function mergeTallies(parts: readonly Tally[]): Tally {
  const [head] = parts;
  if (head === undefined) throw new Error('mergeTallies needs at least one part');
  if (parts.length === 1) return head;
  const total = (of: (part: Tally) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const periods = head.baseline.profit.length / REPLICATES;
  const shape = { channels: head.channels.length, periods, tail: head.ownProfit.length / REPLICATES - periods };
  const merged = tallyOf(
    shape,
    head.room.length,
    head.first,
    total(({ count }) => count),
  );
  for (const part of parts) {
    for (let k = 0; k < part.all.length; k++) merged.all[k]! += part.all[k]!;
    const from = part.first - head.first;
    for (const name of totalNames) merged.totals[name].set(part.totals[name], from);
    part.room.forEach((row, k) => merged.room[k]!.set(row, from));
    part.channels.forEach(({ customers, profit }, c) => {
      merged.channels[c]!.customers.set(customers, from);
      merged.channels[c]!.profit.set(profit, from);
    });
  }
  return { ...merged, marginalCount: total(({ marginalCount }) => marginalCount) };
}

function tallyOf(shape: SumsShape, ratios: number, first: number, count: number): Tally {
  const rows = new Float64Array((totalNames.length + ratios + 2 * shape.channels) * count);
  let at = 0;
  const next = (): Row => rows.subarray(at, (at += count));
  const sums = sumsIn(shape, new Float64Array(sumsLength(shape)));
  return {
    ...sums,
    first,
    count,
    marginalCount: 0,
    totals: Object.fromEntries(totalNames.map((name) => [name, next()])) as Record<TotalName, Row>,
    room: Array.from({ length: ratios }, next),
    channels: sums.channels.map((own) => ({ ...own, customers: next(), profit: next() })),
  };
}
