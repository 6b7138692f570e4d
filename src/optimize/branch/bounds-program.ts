import { programBuilder, type LinearProgram } from '../../linear/program.ts';
import type { LinearSession } from '../../linear/session.ts';
import type { LinearPoint } from '../../linear/solution.ts';
import { openLinear } from '../../linear/solve.ts';
import { sizable } from '../concave/cuts.ts';
import { addRowsOf } from '../concave/start.ts';
import { decidesUse, type Node, type Task } from '../task.ts';
import { cornersOf, type BoundedInterval, type ColumnBound, type Corner } from './column-bound.ts';
import { UNEXPLAINED } from './unexplained.ts';

/** A height of less than this share of the largest is taken for none, or for this share: solvers fail on it. */
const SMALLEST = 1e-9;

/** What weighings' sums are made of. */
export interface WeighedBounds {
  readonly bounds: readonly ColumnBound[];
  /** By weighing and channel: what using it takes off the sum. */
  readonly useCosts: readonly Float64Array[];
  /** By weighing: what its sum gets besides. */
  readonly constants: readonly number[];
}

/**
 * The linear program over mixtures of corners: what each column gets is a mixture of amounts at which its bounds have corners, and
 * is worth the same mixture of their heights, by each weighing; the least of the weighings counts. No concave function is nearer to what the
 * bounds of all weighings allow together. A use that is open takes part as a share, together with its cost (Günlük and Linderoth, 2010).
 */
export interface BoundsProgram extends WeighedBounds {
  readonly session: LinearSession;
  readonly task: Task;
  /** By column, its intervals with the first column of their corners in the program. */
  readonly intervals: readonly (readonly IntervalOfProgram[])[];
  /** Between what the goal can be, but for what spend counts by itself. */
  readonly range: { readonly least: number; readonly most: number };
  /** Rows of limits, which come first, and of weighings, which come last. */
  readonly rows: { readonly limits: number; readonly firstWeighing: number };
  readonly columns: number;
}

interface IntervalOfProgram extends BoundedInterval {
  readonly corners: readonly Corner[];
  readonly first: number;
}

/** @param limits  of spend and uses, with their costs */
export function openBoundsProgram(task: Task, limits: LinearProgram, weighed: WeighedBounds): BoundsProgram {
  const { bounds, useCosts, constants } = weighed;
  const { periods } = task.model;
  const builder = programBuilder('maximize');
  const { lower, upper, cost } = limits.columns;
  lower.forEach((least, k) => builder.addColumn({ lower: least, upper: upper[k]!, cost: cost[k]! }));
  addRowsOf(builder, limits);
  const raw = bounds.map((bound) => bound.map(cornersOf));
  const size = raw.flat(2).reduce((most, { heights }) => Math.max(most, ...heights.map(Math.abs)), 0);
  const intervals = bounds.map((bound, k) =>
    bound.map((interval, i): IntervalOfProgram => {
      const corners = raw[k]![i]!.map(({ x, heights }) => ({
        x,
        heights: heights.map((height) => sizable(height, SMALLEST * size)),
      }));
      return { ...interval, corners, first: corners.map(() => builder.addColumn({ upper: 1 }))[0]! };
    }),
  );
  const { least, most } = rangeOf(intervals, weighed);
  const goal = builder.addColumn({ lower: least, upper: most, cost: 1 });
  const useOf = (k: number) => bounds.length + Math.floor(k / periods);
  const isDecided = (k: number) => decidesUse(task, Math.floor(k / periods));
  intervals.forEach((own, k) => {
    const corners = own.flatMap(({ corners: all, first }) => all.map(({ x }, i) => [first + i, x] as const));
    builder.addRow({ terms: [[k, -1], ...corners.filter(([, x]) => x !== 0)], lower: 0, upper: 0 });
    const shares = corners.map(([column]) => [column, 1] as const);
    builder.addRow(
      isDecided(k) ? { terms: [...shares, [useOf(k), -1]], lower: 0, upper: 0 } : { terms: shares, lower: 1, upper: 1 },
    );
  });
  const firstWeighing = limits.rows.lower.length + 2 * bounds.length;
  constants.forEach((constant, of) => {
    let known = constant;
    const terms: [number, number][] = [[goal, 1]];
    // What a use takes off: its cost, and what there would be without it.
    const perUse = useCosts[of]!.map((cost) => -cost);
    intervals.forEach((own, k) => {
      for (const { corners, first } of own) {
        corners.forEach(({ heights }, i) => terms.push([first + i, -heights[of]!]));
      }
      if (!isDecided(k)) return;
      const nothing = nothingOf(own)[of]!;
      known += nothing;
      const c = Math.floor(k / periods);
      perUse[c] = perUse[c]! + nothing;
    });
    perUse.forEach((taken, c) => terms.push([bounds.length + c, taken]));
    builder.addRow({ terms: terms.filter(([, value]) => value !== 0), upper: known });
  });
  const program = builder.build();
  return {
    session: openLinear(program, task.solvers, UNEXPLAINED),
    task,
    bounds,
    intervals,
    useCosts,
    constants,
    range: { least, most },
    rows: { limits: limits.rows.lower.length, firstWeighing },
    columns: program.columns.cost.length,
  };
}

/** What a column brings where its channel is not used: its least amount is nothing wherever that can be decided. */
function nothingOf(intervals: readonly IntervalOfProgram[]): readonly number[] {
  return intervals[0]!.corners[0]!.heights;
}

/** Far enough around all that corners can come to: were an end met itself, limits that bind there would seem to be worth nothing. */
function rangeOf(
  intervals: readonly (readonly IntervalOfProgram[])[],
  { useCosts, constants }: WeighedBounds,
): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  constants.forEach((constant, of) => {
    let [low, high] = [useCosts[of]!.reduce((sum, cost) => sum + cost, constant), constant];
    intervals.forEach((own) => {
      const heights = own.flatMap(({ corners }) => corners.map(({ heights: all }) => all[of]!));
      low += Math.min(...heights);
      high += Math.max(...heights);
    });
    least = Math.min(least, low);
    most = Math.max(most, high);
  });
  const room = Math.max(most - least, Math.abs(most), Math.abs(least), 1);
  return { least: least - room, most: most + room };
}

/**
 * The corners of a column that take part in a node, by their place in the program: all of each interval of which the node has more than
 * a border. A border alone counts where none of these has it, as beside a gap.
 */
function takingPart({ lower, upper }: Node, k: number, intervals: readonly IntervalOfProgram[]): readonly number[] {
  const [least, most] = [lower[k]!, upper[k]!];
  const inside = intervals.filter(({ from, to }) => {
    const [low, high] = [Math.max(from, least), Math.min(to, most)];
    return low < high || (low === high && from < low && high < to);
  });
  return intervals.flatMap((interval) => {
    const places = interval.corners.map((_, i) => interval.first + i);
    if (inside.includes(interval)) return places;
    return places.filter((_, i) => {
      const { x } = interval.corners[i]!;
      return least <= x && x <= most && !inside.some(({ from, to }) => from <= x && x <= to);
    });
  });
}

/** The best mixture within a node, or why there is none. */
export function bestMixture(program: BoundsProgram, node: Node): LinearPoint | 'infeasible' | 'failed' {
  const { session, intervals, range, columns, task } = program;
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns);
  lower.set(node.lower);
  upper.set(node.upper);
  node.uses.forEach((use, c) => {
    lower[node.lower.length + c] = use === 'used' ? 1 : 0;
    upper[node.lower.length + c] = use === 'unused' ? 0 : 1;
  });
  for (const [k, own] of intervals.entries()) {
    const places = takingPart(node, k, own);
    // A column that may neither be nothing nor be enough.
    if (places.length === 0 && node.uses[Math.floor(k / task.model.periods)] !== 'unused') return 'infeasible';
    for (const place of places) upper[place] = 1;
  }
  lower[columns - 1] = range.least;
  upper[columns - 1] = range.most;
  session.setColumnBounds(lower, upper);
  const point = session.solve();
  if (point.status === 'optimal') return point;
  return point.status === 'infeasible' ? 'infeasible' : 'failed';
}

/**
 * What no plan in a node is above, whatever its total: how a part is closed that no solver can handle. Those are parts about as
 * wide as the limits are exact, such as what is left beside a plan that gives all money to one channel.
 */
export function sumOfTops({ task, intervals, constants }: BoundsProgram, node: Node): number {
  const tops = constants.map((constant, of) =>
    intervals.reduce((sum, own, k) => {
      const places = takingPart(node, k, own);
      const worths = own.flatMap(({ corners, first }) =>
        corners
          .filter((_, i) => places.includes(first + i))
          .map(({ x, heights }) => task.perSpend[k]! * x + heights[of]!),
      );
      const nothing = decidesUse(task, Math.floor(k / task.model.periods)) ? [nothingOf(own)[of]!] : [];
      return sum + Math.max(...worths, ...nothing);
    }, constant),
  );
  return Math.min(...tops);
}

/** What a column is worth in a mixture by a weighing, before its use is paid for. */
export function heightInMixture(
  { intervals, task }: BoundsProgram,
  { values }: LinearPoint,
  k: number,
  of: number,
): number {
  let [sum, shares] = [0, 0];
  for (const { corners, first } of intervals[k]!) {
    corners.forEach(({ heights }, i) => {
      sum += values[first + i]! * heights[of]!;
      shares += values[first + i]!;
    });
  }
  const isDecided = decidesUse(task, Math.floor(k / task.model.periods));
  return isDecided ? sum + (1 - shares) * nothingOf(intervals[k]!)[of]! : sum;
}

/** What a solution says of limits, and how much each weighing counts in it. */
export interface MixturePrices {
  readonly ofLimits: Float64Array;
  readonly ofWeighings: Float64Array;
}

export function pricesOf({ rows }: BoundsProgram, { rowDuals }: LinearPoint): MixturePrices {
  return {
    ofLimits: rowDuals.slice(0, rows.limits),
    ofWeighings: rowDuals.slice(rows.firstWeighing).map((share) => Math.max(0, share)),
  };
}
