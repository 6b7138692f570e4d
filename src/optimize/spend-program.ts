import type { LinearLimit, Model } from '../domain.ts';
import { withoutRounding } from './without-rounding.ts';

/**
 * The linear part of the problem: spend x of channel c in period t is column `c * periods + t`. Limits on a single
 * column become its bounds; `source` remembers which limit set them, so that it can be named when it binds.
 */
export interface SpendProgram {
  readonly channels: number;
  readonly periods: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The limit behind each finite bound; undefined where the bound follows from other limits or from spend >= 0. */
  readonly lowerSource: readonly (LinearLimit | undefined)[];
  readonly upperSource: readonly (LinearLimit | undefined)[];
  /** Limits on several columns, as they stand but for rounding. */
  readonly rows: readonly LinearLimit[];
}

/** Room of an implied bound where the limit itself leaves none, as a share of the limit. */
const SLACK = 1e-3;

/** Column of a channel's spend in a period. */
export function columnOf(program: Pick<SpendProgram, 'periods'>, channel: number, period: number): number {
  return channel * program.periods + period;
}

/** The limits of a model as bounds and rows. Bounds may cross: that is found out by solving. */
export function spendProgram(model: Model): SpendProgram {
  const { periods } = model;
  const channels = model.channels.length;
  const size = channels * periods;
  const lower = new Float64Array(size);
  const upper = new Float64Array(size).fill(Infinity);
  const lowerSource = Array.from<LinearLimit | undefined>({ length: size });
  const upperSource = Array.from<LinearLimit | undefined>({ length: size });
  const rows: LinearLimit[] = [];
  for (const limit of withoutRounding(model)) {
    const [term, ...others] = limit.terms;
    if (term === undefined) continue;
    if (others.length > 0 || term.coefficient !== 1) {
      rows.push(limit);
      continue;
    }
    const column = columnOf(model, term.channel, term.period);
    if (limit.least !== undefined && limit.least > lower[column]!) {
      lower[column] = limit.least;
      lowerSource[column] = limit;
    }
    if (limit.most !== undefined && limit.most < upper[column]!) {
      upper[column] = limit.most;
      upperSource[column] = limit;
    }
  }
  const implied = impliedUppers(rows, lower, upper, periods);
  return {
    channels,
    periods,
    lower,
    upper: implied,
    lowerSource,
    upperSource: upperSource.map((limit, column) => (implied[column]! < upper[column]! ? undefined : limit)),
    rows,
  };
}

/**
 * Upper bounds that follow from sums of non-negative terms, twice as wide as they would have to be: no channel can get
 * more than the budget leaves. Were they tight, the program could ascribe to them what the limit itself is worth.
 */
function impliedUppers(
  rows: readonly LinearLimit[],
  lower: Float64Array,
  upper: Float64Array,
  periods: number,
): Float64Array {
  const implied = upper.slice();
  for (const row of rows) {
    if (row.most === undefined || row.terms.some((term) => term.coefficient < 0)) continue;
    let atLeast = 0;
    for (const { channel, period, coefficient } of row.terms)
      atLeast += coefficient * lower[channel * periods + period]!;
    for (const { channel, period, coefficient } of row.terms) {
      if (coefficient === 0) continue;
      const column = channel * periods + period;
      const room = lower[column]! + (2 * Math.max(0, row.most - atLeast) + SLACK * Math.abs(row.most)) / coefficient;
      if (room < implied[column]!) implied[column] = room;
    }
  }
  return implied;
}

/** A limit on spend as a row over columns of spend. */
export function rowOfLimit(limit: LinearLimit, periods: number) {
  return {
    name: limit.name,
    terms: limit.terms.map(({ channel, period, coefficient }) => [channel * periods + period, coefficient] as const),
    ...(limit.least === undefined ? {} : { lower: limit.least }),
    ...(limit.most === undefined ? {} : { upper: limit.most }),
  };
}
