import { planOf, type Node, type Task } from '../task.ts';
import {
  cutAt,
  heightAt,
  intervalAt,
  withLines,
  type BoundedInterval,
  type ColumnBound,
  type Line,
} from './column-bound.ts';
import { byWeighing, type Weighing } from './weighing.ts';

/** Where the first tangents are taken, as shares of what each column can get. */
const FIRST_LOOKS = [0, 0.05, 0.15, 0.4, 1] as const;
/** Of what a bound lies above the function, the share that a tangent should take away; else the interval is cut. */
const WORTH_A_TANGENT = 0.5;
/** An interval narrower than this share of its upper end is not cut, nor is any nearer to its ends than this share. */
const NARROW = 1e-6;

/** Tangents of the envelopes over all that each column can get, or what it brings where it gets nothing. */
export async function firstBounds(
  task: Task,
  { lower, upper }: Node,
  bent: boolean,
  weighings: readonly Weighing[],
): Promise<readonly ColumnBound[]> {
  const { leastIfUsed } = task;
  const from = lower.map((least, k) => Math.max(least, leastIfUsed[k]!));
  const to = upper.map((most, k) => Math.max(most, from[k]!));
  const none = weighings.map(() => []);
  let used: ColumnBound = Array.from(from, (least, k) => ({ from: least, to: to[k]!, lines: none, bent }));
  for (const share of FIRST_LOOKS) {
    const lines = await tangents(
      task,
      weighings,
      from,
      to,
      from.map((least, k) => least + share * (to[k]! - least)),
    );
    used = used.map((interval, k) => withLines([interval], 0, lines[k]!, bent)[0]!);
  }
  if (!leastIfUsed.some((least, k) => least > lower[k]!)) return used.map((interval) => [interval]);
  const zeros = new Float64Array(lower.length);
  const nothing = await tangents(task, weighings, zeros, zeros, zeros);
  return used.map((interval, k) => {
    if (leastIfUsed[k]! <= lower[k]!) return [interval];
    const unused = { from: 0, to: 0, lines: nothing[k]!.map((line) => [line]), bent: false };
    return leastIfUsed[k]! > upper[k]! ? [unused] : lower[k]! > 0 ? [interval] : [unused, interval];
  });
}

/**
 * The bounds with what is missing where they lie above a weighing's functions by more than `smallest`: a tangent more in the
 * interval or, where that was not enough, two of its halves. Undefined when nothing is missing that can be had.
 *
 * @param at       a plan, what each column brings there by a weighing, and which it is
 * @param matters  by weighing, whether it gets tangents, too: others keep the lines that they have
 */
export async function broughtNearer(
  task: Task,
  weighings: readonly Weighing[],
  bounds: readonly ColumnBound[],
  { spend, values, of }: { readonly spend: Float64Array; readonly values: readonly number[]; readonly of: number },
  smallest: number,
  matters: readonly boolean[],
): Promise<readonly ColumnBound[] | undefined> {
  const asked = weighings.filter((_, other) => other === of || matters[other]!);
  const place = asked.indexOf(weighings[of]!);
  /** By weighing, where it was asked for. */
  const byAll = (lines: readonly Line[]) => weighings.map((weighing) => lines[asked.indexOf(weighing)]);
  const intervals = bounds.map((bound, k) => intervalAt(bound, spend[k]!, of));
  const middles = spend.map((x, k) => middleAt(bounds[k]![intervals[k]!]!, x));
  const steps = bounds.map((bound, k): 'none' | 'tangent' | 'cut' => {
    const { from, to, bent } = bound[intervals[k]!]!;
    if (heightAt(bound, spend[k]!, of) - values[k]! <= smallest) return 'none';
    if (!bent) return 'tangent';
    return to - from > NARROW * to ? 'cut' : 'none';
  });
  if (steps.every((step) => step === 'none')) return undefined;
  const lower = spend.map((_, k) => bounds[k]![intervals[k]!]!.from);
  const upper = spend.map((_, k) => bounds[k]![intervals[k]!]!.to);
  const at = spend.map((x, k) => (steps[k] === 'cut' ? middles[k]! : x));
  const cut = (ends: Float64Array) => ends.map((end, k) => (steps[k] === 'cut' ? middles[k]! : end));
  const below = await tangents(task, asked, lower, cut(upper), at);
  const above = steps.includes('cut') ? await tangents(task, asked, cut(lower), upper, at) : below;
  return bounds.map((bound, k) => {
    const [i, x] = [intervals[k]!, spend[k]!];
    if (steps[k] === 'none') return bound;
    if (steps[k] === 'cut') {
      const lowerHalf = withLines(cutAt(bound, i, middles[k]!), i, byAll(below[k]!), false);
      return withLines(lowerHalf, i + 1, byAll(above[k]!), false);
    }
    const before = heightAt(bound, x, of) - values[k]!;
    return withLines(bound, i, byAll(below[k]!), below[k]![place]!.value - values[k]! > (1 - WORTH_A_TANGENT) * before);
  });
}

/** The bounds with one more weighing: in every interval, tangents of it at a plan or the end next to it, and in the middle. */
export async function withWeighing(
  task: Task,
  bounds: readonly ColumnBound[],
  weighing: Weighing,
  spend: Float64Array,
): Promise<readonly ColumnBound[]> {
  const most = Math.max(...bounds.map(({ length }) => length));
  const added: Line[][][] = bounds.map((bound) => bound.map(() => []));
  for (let i = 0; i < most; i++) {
    // Columns with fewer intervals are asked for their last one again.
    const here = bounds.map((bound) => bound[Math.min(i, bound.length - 1)]!);
    const from = Float64Array.from(here, (interval) => interval.from);
    const to = Float64Array.from(here, (interval) => interval.to);
    const nearest = spend.map((x, k) => Math.max(from[k]!, Math.min(to[k]!, x)));
    for (const at of [nearest, from.map((least, k) => (least + to[k]!) / 2)]) {
      const lines = await tangents(task, [weighing], from, to, at);
      added.forEach((own, k) => own[i]?.push(lines[k]![0]!));
    }
  }
  return bounds.map((bound, k) =>
    bound.map((interval, i) => ({ ...interval, lines: [...interval.lines, added[k]![i]!] })),
  );
}

/** Where an interval is cut: at the amount or, where that is all but an end of it, in the middle. */
function middleAt({ from, to }: BoundedInterval, x: number): number {
  const edge = NARROW * (to - from);
  return x > from + edge && x < to - edge ? x : (from + to) / 2;
}

/** Tangents at a plan of each column's envelope within bounds, by column and weighing, as long as its use costs nothing. */
async function tangents(
  task: Task,
  weighings: readonly Weighing[],
  lower: Float64Array,
  upper: Float64Array,
  at: Float64Array,
): Promise<readonly (readonly Line[])[]> {
  const { model } = task;
  const box = { lower: planOf(lower, model), upper: planOf(upper, model) };
  const points = await byWeighing(task, weighings, { plan: planOf(at, model), box });
  return Array.from(at, (x, k) =>
    points.map((own): Line => ({ at: x, value: own[k]!.value, slope: own[k]!.slope[0]! })),
  );
}
