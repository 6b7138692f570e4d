import { group } from 'd3-array';
import type { Issue } from '../../errors.ts';
import { concaveHull } from '../../responses/hull.ts';
import { MOST_CHANNELS } from '../../scenario/schema/reference.ts';
import { bandOf, type Band } from './band.ts';
import { inSinglePrecision } from './figures.ts';
import { MOST_AMOUNT, type Row } from './rows.ts';

/** A plan's spend in a channel and what it brings. */
export interface Level {
  readonly spend: number;
  readonly outcome: number;
}

/** One channel of the report. Money and outcome are of the report's whole time window. */
export interface ReportedChannel {
  readonly name: string;
  /** [spend, mean outcome] by increasing spend, from the grid of the report and both plans. */
  readonly points: readonly (readonly [number, number])[];
  /** By how much points were raised at most to make the curve concave, as a share of the outcome. */
  readonly raised: number;
  /** Whether returns diminish from the first unit of money on. */
  readonly concave: boolean;
  readonly today: Level;
  readonly optimized: Level;
  /** The report's bounds of spend, in currency. */
  readonly bounds: readonly [number, number];
  readonly band: Band;
}

export type ReportedChannels =
  | { readonly ok: true; readonly channels: readonly ReportedChannel[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const TODAY = 'Non-optimized spend';
const OPTIMIZED = 'Optimized spend';

/** Rounding of the report's single precision bends its concave curves by 1e-6; what bends more is meant. */
const MOST_RAISED = 1e-5;

/** A scenario's curve may have 1,000 points, and both plans have one. */
const MOST_POINTS = 998;

/** The report's rows by channel, in the order in which channels appear. */
export function reportedChannels(rows: readonly Row[]): ReportedChannels {
  const channels: ReportedChannel[] = [];
  const issues: Issue[] = [];
  const byChannel = group(rows, (row) => row.channel);
  if (byChannel.size > MOST_CHANNELS) {
    const message = `a scenario may have ${MOST_CHANNELS} channels, the report has ${byChannel.size}`;
    return { ok: false, issues: [{ severity: 'error', path: '', message }] };
  }
  for (const [name, own] of byChannel) {
    const channel = channelOf(name, own);
    if (typeof channel !== 'string') channels.push(channel);
    else issues.push({ severity: 'error', path: '', message: `channel ${JSON.stringify(name)} ${channel}` });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, channels };
}

/** The channel, or what is wrong with it. */
function channelOf(name: string, rows: readonly Row[]): ReportedChannel | string {
  const today = levelOf(rows, TODAY);
  const optimized = levelOf(rows, OPTIMIZED);
  if (today === undefined || optimized === undefined) {
    return `must have one row each for \`${TODAY}\` and \`${OPTIMIZED}\``;
  }
  const grid = rows.filter((row) => row.multiplier !== undefined).toSorted((a, b) => a.spend - b.spend);
  const last = grid.at(-1);
  if (last === undefined || grid[0]!.spend === last.spend || last.multiplier === 0) {
    return `must have a curve of 2 or more points, got ${grid.length}`;
  }
  if (grid.length > MOST_POINTS) return `must have a curve of ${MOST_POINTS} points or fewer, got ${grid.length}`;
  const curve = curveOf([...grid, ...rows.filter((row) => row.level !== undefined)]);
  const bounds = last.bounds.map((multiple) => inSinglePrecision((multiple * last.spend) / last.multiplier!));
  const [least, most] = bounds as [number, number];
  if (!(least <= most && most <= MOST_AMOUNT)) {
    return `must have bounds in order and of ${MOST_AMOUNT} at most, got ${least} and ${most}`;
  }
  return { name, ...curve, today, optimized, bounds: [least, most], band: bandOf(grid, today.spend, [least, most]) };
}

function levelOf(rows: readonly Row[], level: string): Level | undefined {
  const found = rows.filter((row) => row.level === level);
  return found.length === 1 ? { spend: found[0]!.spend, outcome: found[0]!.mean } : undefined;
}

/** The points of these rows, the last of those with equal spend, raised to their concave hull if that undoes rounding only. */
function curveOf(rows: readonly Row[]): Pick<ReportedChannel, 'points' | 'raised' | 'concave'> {
  const bySpend = new Map(rows.map(({ spend, mean }) => [spend, mean] as const));
  const points = [...bySpend].toSorted(([a], [b]) => a - b);
  const hull = concaveHull(points);
  return hull.raised <= MOST_RAISED ? { ...hull, concave: true } : { points, raised: 0, concave: false };
}
