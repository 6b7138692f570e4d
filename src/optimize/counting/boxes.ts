/** Boxes of levels: a place of each level, whose numbers are those of `LevelDraws`. */
import type { Interval, LevelDraws } from './level-draws.ts';
import type { LevelRow, Levels } from './levels.ts';

/** Sums are compared as shares of what they are of; less than this is rounding. */
const ROUNDING = 1e-12;
/** Halves of halves: a level is divided this often at most. */
const FINEST = 1 << 24;

export async function intervalsOf(draws: LevelDraws, places: readonly number[]): Promise<readonly Interval[]> {
  const intervals: Interval[] = [];
  for (const [l, place] of places.entries()) intervals.push(await draws.interval(l, place));
  return intervals;
}

/** What draws have to reach, less the rounding of the numbers that they are the sum of. */
export async function lessRounding(
  { levels }: Pick<Levels, 'levels'>,
  draws: LevelDraws,
  least: number,
): Promise<number> {
  const largest = (row: Float64Array) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let size = Math.abs(least) + largest(draws.constant);
  for (const l of levels.keys()) size += 2 * largest((await draws.interval(l, 1)).byDraw);
  return least - ROUNDING * size;
}

/** Both parts of a box whose interval of a level is halved. */
export function halvesOf(places: readonly number[], level: number): readonly (readonly number[])[] {
  return [0, 1].map((half) => places.with(level, 2 * places[level]! + half));
}

/** All ways to use what has to be decided. */
export function firstPlaces(
  { levels }: Pick<Levels, 'levels'>,
  mayBeUsed: (used: readonly boolean[]) => boolean,
): readonly (readonly number[])[] {
  let ways: readonly (readonly number[])[] = [[]];
  for (const { mayBeNothing } of levels) {
    ways = ways.flatMap((way) =>
      mayBeNothing
        ? [
            [...way, 1],
            [...way, 0],
          ]
        : [[...way, 1]],
    );
  }
  return ways.filter((places) => mayBeUsed(places.map((place) => place > 0)));
}

/** Of the rows in which nothing counts negative, the one of most levels. */
export function coveringRow({ rows, levels }: Levels): LevelRow {
  const covered = ({ coefficients }: LevelRow) => coefficients.filter((value) => value > 0).length;
  const none: LevelRow = { coefficients: new Float64Array(levels.length), least: -Infinity, most: Infinity };
  return rows
    .filter(({ coefficients }) => coefficients.every((value) => value >= 0))
    .reduce((widest, row) => (covered(row) > covered(widest) ? row : widest), none);
}

/** Whether some levels within these intervals keep each row. */
export function isPossible(rows: readonly LevelRow[], intervals: readonly Interval[]): boolean {
  return rows.every(({ coefficients, least, most }) => {
    let [low, high, size] = [0, 0, 0];
    intervals.forEach(({ from, to }, l) => {
      const own = coefficients[l]!;
      low += own * (own > 0 ? from : to);
      high += own * (own > 0 ? to : from);
      size += Math.abs(own) * to;
    });
    return low <= most + ROUNDING * size && high >= least - ROUNDING * size;
  });
}

/** How far into all intervals the row allows to go, the middle if it does. */
export function shareWithin({ coefficients, least, most }: LevelRow, intervals: readonly Interval[]): number {
  let [low, width] = [0, 0];
  intervals.forEach(({ from, to }, l) => {
    low += coefficients[l]! * from;
    width += coefficients[l]! * (to - from);
  });
  if (!(width > 0)) return 0.5;
  return Math.max(0, Math.min(1, Math.max((least - low) / width, Math.min((most - low) / width, 0.5))));
}

/** The levels that lie so far into all intervals. */
export function levelsAt(share: number, intervals: readonly Interval[]): Float64Array {
  return Float64Array.from(intervals, ({ from, to }) => from + share * (to - from));
}

/** The level on whose interval most depends; undefined where none can be divided. */
export function widestOf(
  places: readonly number[],
  intervals: readonly Interval[],
  spread: Float64Array,
): number | undefined {
  let widest: number | undefined;
  places.forEach((place, l) => {
    const isWide = place > 0 && place < FINEST && intervals[l]!.to > intervals[l]!.from;
    if (isWide && (widest === undefined || spread[l]! > spread[widest]!)) widest = l;
  });
  return widest;
}
