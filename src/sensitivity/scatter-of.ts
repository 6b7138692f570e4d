import type { Row } from '../domain/row.ts';
import type { Scatter } from './influence.ts';
import { orderOf } from '../statistics/order.ts';

/** As many points as one can still tell apart: the first 15 of each of the 16 replicates, which fill all of the range. */
const POINTS = 240;
const GROUPS = 10;

/**
 * The outcome against one assumption.
 *
 * @param x  the assumption, by draw
 * @param y  the outcome in the same draws
 */
export function scatterOf(id: string, x: Row, y: Row): Scatter {
  const shown = Math.min(POINTS, x.length);
  return {
    id,
    points: Array.from({ length: shown }, (_, i) => [x[i]!, y[i]!] as const),
    line: lineOf(x, y),
  };
}

/** Means of both in tenths of the draws by `x`; draws with the same value are never parted. */
function lineOf(x: Row, y: Row): Scatter['line'] {
  const order = orderOf(x);
  const line: (readonly [number, number])[] = [];
  for (let from = 0, group = 1; from < order.length; group++) {
    let to = Math.max(from, Math.round((group * order.length) / GROUPS));
    while (to > from && to < order.length && x[order[to]!] === x[order[to - 1]!]) to += 1;
    if (to === from) continue;
    const members = order.subarray(from, to);
    const mean = (row: Row) => members.reduce((sum, i) => sum + row[i]!, 0) / members.length;
    line.push([mean(x), mean(y)]);
    from = to;
  }
  return line;
}
