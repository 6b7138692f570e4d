import type { Issue } from '../../errors.ts';
import { valueOf, type Chart, type Dataset } from './charts.ts';

/** A row of the response curves, with numbers checked. */
export interface Row {
  readonly channel: string;
  readonly spend: number;
  readonly mean: number;
  /** Spend as a multiple of what was spent in the past; absent for the two rows of a plan. */
  readonly multiplier?: number;
  /** Ends of the 90 % interval of the outcome; absent where the report has none. */
  readonly interval?: readonly [number, number];
  /** `Non-optimized spend` or `Optimized spend`: the row is not on the curve's grid but in a plan. */
  readonly level?: string;
  /** Bounds of the channel's spend, in the unit of `multiplier`. */
  readonly bounds: readonly [number, number];
}

export type Rows =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly outcomeTitle: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const COLUMNS = [
  'channel',
  'spend',
  'mean',
  'ci_lo',
  'ci_hi',
  'spend_multiplier',
  'spend_level',
  'lower_bound',
  'upper_bound',
] as const;

/** The largest number that a scenario may have. */
export const MOST_AMOUNT = 1e12;

/** Issues of this many rows are told; the others are most likely of the same kind. */
const MOST_ISSUES = 10;

/** The rows of the picture of response curves, whichever picture that is. */
export function curveRows(charts: readonly Chart[]): Rows {
  const curves = charts
    .flatMap(({ datasets, outcomeTitle = '' }) => datasets.map((dataset) => ({ dataset, outcomeTitle })))
    .find(({ dataset }) => valueOf(dataset[0], 'spend_multiplier') !== undefined);
  if (curves === undefined) {
    return { ok: false, issues: [fault('no picture of the report holds response curves', WHICH_REPORT)] };
  }
  const missing = COLUMNS.filter((column) => valueOf(curves.dataset[0], column) === undefined);
  if (missing.length > 0) {
    const message = `the response curves have no ${missing.map((column) => `\`${column}\``).join(', ')}`;
    return { ok: false, issues: [fault(message, WHICH_REPORT)] };
  }
  return read(curves.dataset, curves.outcomeTitle);
}

const WHICH_REPORT = "Take the report of Meridian's budget optimization, not that of the model or of its data.";

function read(dataset: Dataset, outcomeTitle: string): Rows {
  const rows: Row[] = [];
  const issues: Issue[] = [];
  for (const [index, raw] of dataset.entries()) {
    const row = rowOf(raw);
    if (typeof row !== 'string') rows.push(row);
    else if (issues.length < MOST_ISSUES) issues.push(fault(`row ${index + 1} of the response curves: ${row}`));
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rows, outcomeTitle };
}

/** The row, or what is wrong with it. */
function rowOf(raw: unknown): Row | string {
  const channel = valueOf(raw, 'channel');
  if (typeof channel !== 'string' || channel.trim() === '') return '`channel` must be a name';
  const required = ['spend', 'mean', 'lower_bound', 'upper_bound'] as const;
  const optional = ['spend_multiplier', 'ci_lo', 'ci_hi'] as const;
  const numbers = new Map<string, number>();
  for (const column of [...required, ...optional]) {
    const number = valueOf(raw, column);
    if (number === null && optional.some((name) => name === column)) continue;
    if (typeof number !== 'number' || !Number.isFinite(number)) return `\`${column}\` must be a number`;
    if (number < 0 && column !== 'ci_lo') return `\`${column}\` must be 0 or more, got ${number}`;
    if (number > MOST_AMOUNT) return `\`${column}\` must be ${MOST_AMOUNT} or less, got ${number}`;
    numbers.set(column, number);
  }
  const level = valueOf(raw, 'spend_level');
  const [multiplier, low, high] = optional.map((column) => numbers.get(column));
  const [spend, mean, lower, upper] = required.map((column) => numbers.get(column)!);
  return {
    channel,
    spend: spend!,
    mean: mean!,
    bounds: [lower!, upper!],
    ...(multiplier === undefined ? {} : { multiplier }),
    ...(low === undefined || high === undefined ? {} : { interval: [low, high] }),
    ...(typeof level === 'string' ? { level } : {}),
  };
}

function fault(message: string, advice?: string): Issue {
  return { severity: 'error', path: '', message, ...(advice === undefined ? {} : { advice }) };
}
