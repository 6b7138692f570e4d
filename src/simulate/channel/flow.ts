import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Row } from '../../domain/row.ts';
import { zeroRow, type Block } from '../block/block.ts';
import { withVolume } from './effective-spend.ts';
import { fillReplicates, sumsOfProducts } from '../tally/replicate-sums.ts';
import type { PeriodSums } from '../tally/tally.ts';

/** What is asked of all that a channel brings in a block of draws; worths are by period of the plan and of the channel's tail. */
export interface FlowAsked {
  readonly block: Block;
  /** What a unit is worth, and where its sums by period and replicate are to stand. */
  readonly byPeriod: readonly { readonly worth: RowsByPeriod; readonly to: PeriodSums }[];
  /** The same, to be summed over periods, draw by draw. Periods with a scale of 0 do not count. */
  readonly byDraw: readonly RowsByPeriod[];
  /** Worths whose change is wanted, draw by draw, when spend changes by this much in each period. */
  readonly change?: { readonly spend: Float64Array; readonly worths: readonly RowsByPeriod[] };
}

export interface FlowSums {
  readonly byDraw: readonly Row[];
  readonly change: readonly Row[];
}

/** What arrives more when spend changes by so much in each period of the plan; nothing changes before it. */
export function changeOfArrivals(unit: RowsByPeriod, spend: Float64Array): RowsByPeriod {
  const change = withVolume(unit, spend);
  change.scale.fill(0, 0, change.scale.length - spend.length);
  return change;
}

/** Sums over what numbers by period and draw count for; those by period are where they were asked for. */
export function flowOfRows(value: readonly Row[], asked: FlowAsked): FlowSums {
  for (const { worth, to } of asked.byPeriod) {
    value.forEach((row, t) => {
      fillReplicates(sumsOfProducts(row, worth.rows[t]!), 0, asked.block.first, worth.scale[t]!, to, t);
    });
  }
  return {
    byDraw: asked.byDraw.map(({ rows, scale }) => {
      const total = zeroRow(asked.block);
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
