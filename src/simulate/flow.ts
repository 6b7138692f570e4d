import type { RowsByPeriod } from '../carryover/spread.ts';
import type { Row } from '../families.ts';
import { newRow, type Block } from './block.ts';
import { withVolume } from './effective-spend.ts';
import { inReplicates, sumsOfProducts } from './replicate-sums.ts';
import type { ReplicateSums } from './tally.ts';

/** What is asked of all that a channel brings in a block of draws; worths are by period of the plan and of the channel's tail. */
export interface FlowAsked {
  readonly block: Block;
  /** What a unit is worth, to be summed by period and replicate. */
  readonly byPeriod: readonly RowsByPeriod[];
  /** The same, to be summed over periods, draw by draw. Periods with a scale of 0 do not count. */
  readonly byDraw: readonly RowsByPeriod[];
  /** Worths whose change is wanted, draw by draw, when spend changes by this much in each period. */
  readonly change?: { readonly spend: Float64Array; readonly worths: readonly RowsByPeriod[] };
}

export interface FlowSums {
  readonly byPeriod: readonly (readonly ReplicateSums[])[];
  readonly byDraw: readonly Row[];
  readonly change: readonly Row[];
}

/** What arrives more when spend changes by so much in each period of the plan; nothing changes before it. */
export function changeOfArrivals(unit: RowsByPeriod, spend: Float64Array): RowsByPeriod {
  const change = withVolume(unit, spend);
  change.scale.fill(0, 0, change.scale.length - spend.length);
  return change;
}

/** Sums over what numbers by period and draw count for. */
export function flowOfRows(value: readonly Row[], asked: FlowAsked): FlowSums {
  return {
    byPeriod: asked.byPeriod.map(({ rows, scale }) =>
      value.map((row, t) => inReplicates(sumsOfProducts(row, rows[t]!), asked.block.first, scale[t])),
    ),
    byDraw: asked.byDraw.map(({ rows, scale }) => {
      const total = newRow(asked.block).fill(0);
      value.forEach((row, t) => {
        if (scale[t] === 0) return;
        const worth = rows[t]!;
        for (let i = 0; i < total.length; i++) total[i] = total[i]! + scale[t]! * worth[i]! * row[i]!;
      });
      return total;
    }),
    change: [],
  };
}
