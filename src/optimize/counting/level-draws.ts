import { channelsUsed } from '../../simulate/outcome/evaluate.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { planOf, type Task } from '../task.ts';
import { spendAt, type Level, type Levels } from './levels.ts';

/** What a level brings in each draw within an interval of it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  /** By draw the numbers that are named below. */
  readonly byDraw: Float64Array;
  /** Whether some draw is below the middle of its chord although curves are taken to be concave, so that nothing is proven. */
  readonly doubtful: boolean;
}

/** Numbers of a draw in an interval. */
export const PER_DRAW = 4;
/** What the level brings at the lower end, and how much more at the upper one: the chord. */
export const LOW = 0;
export const RISE = 1;
/** By how much the draw is above its chord at most. */
export const EXCESS = 2;
/** By how much it is hardly ever more below it: a guess, by which nothing is proven. */
export const DIP = 3;

/** A figure as a sum over levels, draw by draw. */
export interface LevelDraws {
  readonly draws: number;
  /** With all levels at nothing and unused. */
  readonly constant: Float64Array;
  /** By level and place: 0 is nothing, 1 the whole level, 2n and 2n + 1 are the halves of n. */
  readonly interval: (level: number, place: number) => Promise<Interval>;
}

/** What is below a chord by this share of the numbers that it is the difference of is rounding. */
const ROUNDING = 1e-9;

/**
 * See {@link LevelDraws}. A concave function that is δ above the middle of its chord is nowhere more than 2 δ above it: on either side it
 * lies below the line from the other end through its middle.
 *
 * @param relaxed  whether curves have to be replaced by their concave envelopes
 */
export async function openLevelDraws(
  { model, simulator }: Pick<Task, 'model' | 'simulator'>,
  figure: Figure,
  levels: Pick<Levels, 'fixed' | 'levels'>,
  relaxed: boolean,
): Promise<LevelDraws> {
  const usedAnyway = channelsUsed(planOf(levels.fixed, model));
  const valuesOf = async (spend: Float64Array, used: readonly boolean[], ends?: Ends): Promise<Float64Array> => {
    const box = ends && { lower: planOf(ends.lower, model), upper: planOf(ends.upper, model) };
    const inquiry = { world: 0, plan: planOf(spend, model), used, ...(box && { box }) };
    const [answer] = await simulator.figures(inquiry, [figure], [true]);
    return answer!.values!;
  };
  const constant = await valuesOf(levels.fixed, usedAnyway);
  /** What a level brings by itself; within an interval what it brings at most, by envelopes. */
  const broughtAt = async (level: Level, at: number, within?: readonly [number, number]): Promise<Float64Array> => {
    const used = usedAnyway.map((yes, c) => yes || c === level.channel);
    const ends = within && { lower: spendAt(levels, level, within[0]), upper: spendAt(levels, level, within[1]) };
    const values = await valuesOf(spendAt(levels, level, at), used, ends);
    return values.map((value, draw) => value - constant[draw]!);
  };
  const known = levels.levels.map(() => new Map<number, Float64Array>());
  const truth = async (l: number, at: number): Promise<Float64Array> => {
    const before = known[l]!.get(at);
    if (before !== undefined) return before;
    const values = await broughtAt(levels.levels[l]!, at);
    known[l]!.set(at, values);
    return values;
  };
  const made = async (l: number, place: number): Promise<Interval> => {
    const byDraw = new Float64Array(PER_DRAW * simulator.draws);
    if (place === 0) return { from: 0, to: 0, byDraw, doubtful: false };
    const [from, to] = endsOf(levels.levels[l]!, place);
    const most = (at: number) => (relaxed ? broughtAt(levels.levels[l]!, at, [from, to]) : truth(l, at));
    const [low, middle, high] = [await most(from), await most((from + to) / 2), await most(to)];
    const inTruth = relaxed ? await truth(l, (from + to) / 2) : middle;
    let doubtful = false;
    for (let draw = 0; draw < simulator.draws; draw++) {
      const chord = (low[draw]! + high[draw]!) / 2;
      const below = chord - inTruth[draw]!;
      const size = Math.abs(low[draw]!) + Math.abs(high[draw]!) + Math.abs(constant[draw]!);
      byDraw[PER_DRAW * draw + LOW] = low[draw]!;
      byDraw[PER_DRAW * draw + RISE] = high[draw]! - low[draw]!;
      byDraw[PER_DRAW * draw + EXCESS] = 2 * Math.max(0, middle[draw]! - chord);
      byDraw[PER_DRAW * draw + DIP] = 2 * Math.max(0, below);
      doubtful ||= !relaxed && below > ROUNDING * size;
    }
    return { from, to, byDraw, doubtful };
  };
  const intervals = levels.levels.map(() => new Map<number, Interval>());
  return {
    draws: simulator.draws,
    constant,
    async interval(l, place) {
      let found = intervals[l]!.get(place);
      if (found === undefined) intervals[l]!.set(place, (found = await made(l, place)));
      return found;
    },
  };
}

interface Ends {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function endsOf({ from, to }: Level, place: number): readonly [number, number] {
  const parts = 1 << (31 - Math.clz32(place));
  const at = (part: number) => (part === parts ? to : from + (part / parts) * (to - from));
  return [at(place - parts), at(place - parts + 1)];
}
