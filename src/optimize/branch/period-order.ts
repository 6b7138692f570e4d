import type { LinearLimit, Model } from '../../domain.ts';
import { isConstant } from '../../simulate/block/block.ts';
import { isSeparable } from '../../simulate/goal/figure-in-block.ts';
import type { Ask } from '../asks.ts';
import type { SpendProgram } from '../spend-program.ts';

/**
 * Limits that no plan has to break: where the spends of some periods of a channel can be exchanged and nothing changes, the
 * earlier period gets no less than the later one. A search that keeps them need not look at the same plan in every order; what a
 * relaxation proposes need not keep them.
 *
 * Periods can be exchanged where nothing of the channel carries over or touches others, and prices, demand, discount, events,
 * bounds and every limit treat them alike.
 *
 * @param leastIfUsed  either nothing or at least this much, by column
 */
export function orderOfPeriods(
  model: Model,
  linear: SpendProgram,
  asks: readonly Ask[],
  leastIfUsed: Float64Array,
): readonly LinearLimit[] {
  const isOfWholePlan = (ask: Ask) =>
    ask.kind === 'concentration' || (ask.world === 0 && ask.figure.until === undefined);
  if (!isSeparable(model) || !asks.every(isOfWholePlan)) return [];
  const inRows = coefficients(linear);
  return model.channels.flatMap((channel, c) => {
    if (channel.lasting || !isConstant(channel.delivery.startDelay, 0)) return [];
    const last = new Map<string, number>();
    const rows: LinearLimit[] = [];
    for (let t = model.settled; t < model.periods; t++) {
      const k = c * model.periods + t;
      const alike = JSON.stringify([
        channel.priceFactor[t],
        channel.demand[t],
        model.discount[t],
        linear.lower[k],
        linear.upper[k],
        leastIfUsed[k],
        shocksAt(model, c, t),
        inRows[k],
      ]);
      const earlier = last.get(alike);
      if (earlier !== undefined) rows.push(noMoreThan(c, t, earlier));
      last.set(alike, t);
    }
    return rows;
  });
}

function noMoreThan(channel: number, period: number, earlier: number): LinearLimit {
  const terms = [
    { channel, period, coefficient: 1 },
    { channel, period: earlier, coefficient: -1 },
  ];
  return { name: 'order of periods', path: '', terms, most: 0 };
}

/** By column, the rows that it is in and its coefficient in each. */
function coefficients({ lower, periods, rows }: SpendProgram): readonly (readonly (readonly [number, number])[])[] {
  const byColumn: (readonly [number, number])[][] = Array.from(lower, () => []);
  rows.forEach(({ terms }, row) => {
    for (const { channel, period, coefficient } of terms) {
      byColumn[channel * periods + period]!.push([row, coefficient]);
    }
  });
  return byColumn;
}

/** Indices of what may happen to a channel in a period. */
function shocksAt({ shocks }: Model, channel: number, period: number): readonly number[] {
  return shocks.flatMap(({ first, last, multiply, switchOff }, k) => {
    const touches = switchOff.includes(channel) || multiply.some((change) => change.channel === channel);
    return touches && first <= period && period <= last ? [k] : [];
  });
}
