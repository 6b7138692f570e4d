import type { Row } from '../domain/row.ts';

/** What is sold in each period and what it costs, one row per period, one number per draw. */
export interface Flows {
  /** Of orders in each period, paid by customers. */
  readonly revenue: readonly Row[];
  readonly media: readonly Row[];
  /** Goods, fees, people, partners: paid in their own period. */
  readonly otherCosts: readonly Row[];
}

/** When customers pay and media are paid, in periods after what it is for. */
export interface Lags {
  readonly collect: number;
  readonly pay: number;
}

/** Cash in hand after each period, from 0 before the first, until all has moved. */
export function cashPath({ revenue, media, otherCosts }: Flows, { collect, pay }: Lags): readonly Row[] {
  const draws = revenue[0]?.length ?? 0;
  const periods = Math.max(revenue.length + collect, media.length + pay, otherCosts.length);
  let cash = new Float64Array(draws);
  return Array.from({ length: periods }, (_, t) => {
    const [comes, goes, rest] = [revenue[t - collect], media[t - pay], otherCosts[t]];
    cash = cash.map((before, i) => before + (comes?.[i] ?? 0) - (goes?.[i] ?? 0) - (rest?.[i] ?? 0));
    return cash;
  });
}

/** The deepest that cash falls below 0 in each draw, as an amount of at least 0: what has to be financed. */
export function deepest(path: readonly Row[]): Row {
  const draws = path[0]?.length ?? 0;
  const least = new Float64Array(draws);
  for (const row of path) for (let i = 0; i < draws; i++) least[i] = Math.min(least[i]!, row[i]!);
  return least.map((value) => -value);
}
