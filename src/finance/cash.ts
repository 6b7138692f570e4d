import type { Row } from '../families.ts';

/** What comes in and goes out in each period, one row per period, one number per draw. */
export interface Flows {
  readonly collected: readonly Row[];
  readonly paid: readonly Row[];
}

/** When money moves, in periods after what it is for. */
export interface Lags {
  readonly collect: number;
  readonly pay: number;
}

/** Cash in hand after each period, from 0 before the first, until all has moved. */
export function cashPath({ collected, paid }: Flows, { collect, pay }: Lags): readonly Row[] {
  const draws = collected[0]?.length ?? 0;
  const periods = Math.max(collected.length + collect, paid.length + pay);
  let cash = new Float64Array(draws);
  return Array.from({ length: periods }, (_, t) => {
    const [comes, goes] = [collected[t - collect], paid[t - pay]];
    cash = cash.map((before, i) => before + (comes?.[i] ?? 0) - (goes?.[i] ?? 0));
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
