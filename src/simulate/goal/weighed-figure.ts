import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { withOwnRows } from '../block/block.ts';
import type { Conditions } from '../conditions/conditions.ts';
import type { FigureInBlock } from './figure-in-block.ts';
import type { FigureOfChannel } from './figure.ts';
import { spendingOf } from './spending.ts';

/** A figure in a block where each draw counts as much as its weight, 0 or more, says. */
export function weighedFigure(
  model: Model,
  conditions: Conditions,
  figure: FigureInBlock,
  weights: Row,
): FigureInBlock {
  const block = { ...withOwnRows(conditions.block), room: undefined };
  const { until, ofPlanOnly, lossless } = figure;
  const known = new Map<Row, Row>();
  const weigh = (row: Row): Row => {
    let made = known.get(row);
    if (made === undefined) known.set(row, (made = product(row, weights)));
    return made;
  };
  const weighSome = (row: Row | undefined): Row | undefined => row && weigh(row);
  const weighAll = (worths: readonly RowsByPeriod[] | undefined) =>
    worths?.map(({ rows, scale }): RowsByPeriod => ({ rows: rows.map(weigh), scale }));
  let channels: readonly FigureOfChannel[] | undefined;
  return {
    until,
    ofPlanOnly,
    lossless,
    // Asked for only where channels do something to each other.
    get channels() {
      return (channels ??= figure.channels.map((own) => ({
        plain: weighSome(own.plain),
        kept: weigh(own.kept),
        money: weighSome(own.money),
        plainServed: weighSome(own.plainServed),
        served: weighSome(own.served),
        spend: weighSome(own.spend),
        plainSpend: weighSome(own.plainSpend),
        usePerPeriod: weighSome(own.usePerPeriod),
        plainUsePerPeriod: weighSome(own.plainUsePerPeriod),
        use: weighSome(own.use),
      })));
    },
    spending: figure.channels.map(({ spend, plainSpend, use, usePerPeriod, plainUsePerPeriod }, c) =>
      spendingOf(
        model,
        block,
        {
          spend: weighSome(spend),
          plainSpend: weighSome(plainSpend),
          use: weighSome(use),
          usePerPeriod: weighSome(usePerPeriod),
          plainUsePerPeriod: weighSome(plainUsePerPeriod),
        },
        conditions.channels[c]!.shocks,
        until,
      ),
    ),
    baseline: weighSome(figure.baseline),
    alone: weighAll(figure.alone),
    kept: weighAll(figure.kept),
    // Asked for without weights only.
    get shared() {
      return figure.shared;
    },
  };
}

function product(a: Row, b: Row): Row {
  const both = new Float64Array(a.length);
  for (let i = 0; i < both.length; i++) both[i] = a[i]! * b[i]!;
  return both;
}
