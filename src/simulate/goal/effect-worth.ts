import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { ChannelModel, Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, type Block } from '../block/block.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import type { FigureOfChannel } from './figure.ts';
import { difference, product, sum } from '../block/rows.ts';

/**
 * A figure per unit of a channel's served effect in each period of plan and tail, the others' effects as they are.
 *
 * @param share  of the effect that becomes customers of the channel's own, by draw
 * @param lossless  counts a unit that loses for nothing: more than it is worth, and concave in what arrives
 * @param until  periods that count; the scale of later ones, and of those beyond the channel's own tail, is 0
 */
export function effectWorth(
  model: Model,
  block: Block,
  channel: ChannelModel,
  { plain, plainServed, kept, money, served }: FigureOfChannel,
  { value }: ChannelConditions['shocks'],
  share: Row,
  until: number,
  lossless = false,
): RowsByPeriod {
  const periods = model.periods + model.tail;
  const end = Math.min(until, model.periods + channel.tail);
  const plus = (a: Row | undefined, b: Row | undefined) => (a && b ? sum(block, a, b) : (a ?? b));
  const times = (a: Row | undefined) => a && product(block, a, share);
  const present = plus(times(plus(kept, money)), served)!;
  const asItComes = plus(times(plain), plainServed);
  const rows: Row[] = [];
  const scale = new Float64Array(periods);
  for (let t = 0; t < periods; t++) {
    const discount = model.discount[t]!;
    const factor = money === undefined ? undefined : value?.[t];
    const alike = t > 0 && discount === model.discount[t - 1] && factor === undefined && value?.[t - 1] === undefined;
    if (t < end) scale[t] = asItComes === undefined ? discount : 1;
    if (alike) rows.push(rows[t - 1]!);
    else {
      const change = factor && difference(block, factor, constantRow(block, 1));
      const shocked = change && product(block, product(block, money!, change), share);
      const own = shocked === undefined ? present : sum(block, present, shocked);
      rows.push(
        asItComes === undefined ? own : sum(block, product(block, own, constantRow(block, discount)), asItComes),
      );
    }
  }
  return { rows: lossless ? withoutLosses(rows) : rows, scale };
}

function withoutLosses(rows: readonly Row[]): readonly Row[] {
  const made = new Map<Row, Row>();
  for (const row of rows) {
    if (!made.has(row)) made.set(row, row.some((worth) => worth < 0) ? row.map((worth) => Math.max(0, worth)) : row);
  }
  return rows.map((row) => made.get(row)!);
}

/** A figure per unit of saturated effective spend, from the same per unit of effect. */
export function saturatedWorth(
  block: Block,
  channel: ChannelModel,
  { efficiency, shocks }: ChannelConditions,
  { rows, scale }: RowsByPeriod,
): RowsByPeriod {
  const made: Row[] = [];
  rows.forEach((row, t) => {
    const demand = shocks.demand?.[t];
    const alike = t > 0 && row === rows[t - 1] && demand === undefined && shocks.demand?.[t - 1] === undefined;
    const usual = alike ? made[t - 1]! : product(block, row, efficiency);
    made.push(demand === undefined ? usual : product(block, usual, demand));
  });
  return { rows: made, scale: scale.map((factor, t) => (factor === 0 ? 0 : factor * channel.demand[t]!)) };
}
