import type { Row } from '../domain/row.ts';

/** Values of a figure at points: one row of standard normal scores per axis, one number per point. */
export type ValuesAt = (scores: readonly Row[]) => Row;

/** The most likely point at which a figure falls to a level. */
export interface DesignPoint {
  readonly scores: readonly number[];
  /** Its distance from the middle of all beliefs: about one point in 1 / Φ(-distance) lies beyond it in its direction. */
  readonly distance: number;
  /** Share of each axis in the squared distance; they add up to 1. */
  readonly shares: readonly number[];
}

/** Steps of finite differences, in standard deviations: beyond rounding, and within what curves do. */
const STEP = 1e-3;
const MOST_STEPS = 60;
/** Change of a score at which the search ends. */
const CLOSE = 1e-6;
/** Distance from the level, as a share of the difference to be bridged. */
const ON_LEVEL = 1e-6;
/** Farther out nothing happens. */
const FARTHEST = 8;

/**
 * The point nearest to 0 at which the figure has fallen to `level`: of all ways to miss it, the most likely one. Undefined when
 * the search finds none within 8 standard deviations, or when the figure is below the level at 0 already.
 *
 * @param start  where the search begins
 * Source: Hasofer and Lind (1974), Rackwitz and Fiessler (1978), with the step rule of Zhang and Der Kiureghian (1995).
 */
export function designPoint(valuesAt: ValuesAt, start: readonly number[], level: number): DesignPoint | undefined {
  const axes = start.length;
  const [middle] = valuesAt(Array.from({ length: axes }, () => Float64Array.of(0)));
  const bridged = middle! - level;
  if (!(bridged > 0)) return undefined;
  let at = [...start];
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = linearAt(valuesAt, at);
    const steep = dot(slope, slope);
    if (!(steep > 0)) return undefined;
    const gap = value - level;
    // Of the plane that touches the figure here, the point nearest to 0 on the level.
    const reach = (dot(slope, at) - gap) / steep;
    const next = slope.map((each) => reach * each);
    const direction = next.map((each, k) => each - at[k]!);
    if (Math.max(...direction.map(Math.abs)) < CLOSE && Math.abs(gap) < ON_LEVEL * bridged) return pointAt(at);
    at = stepAlong(valuesAt, level, at, direction, slope, gap);
    if (!(Math.sqrt(dot(at, at)) < FARTHEST)) return undefined;
  }
  const [value] = valuesAt(at.map((score) => Float64Array.of(score)));
  return Math.abs(value! - level) < 0.01 * bridged ? pointAt(at) : undefined;
}

/** The figure at a point and its slope by finite differences to both sides, in one evaluation of many points. */
function linearAt(valuesAt: ValuesAt, at: readonly number[]): { value: number; slope: readonly number[] } {
  const axes = at.length;
  const values = valuesAt(
    at.map((score, k) => {
      const row = new Float64Array(2 * axes + 1).fill(score);
      row[1 + 2 * k] = score + STEP;
      row[2 + 2 * k] = score - STEP;
      return row;
    }),
  );
  return { value: values[0]!, slope: at.map((_, k) => (values[1 + 2 * k]! - values[2 + 2 * k]!) / (2 * STEP)) };
}

const HALVINGS = 7;

/** The longest of halved steps that lowers distance and miss together (a merit function); the shortest if none does. */
function stepAlong(
  valuesAt: ValuesAt,
  level: number,
  at: readonly number[],
  direction: readonly number[],
  slope: readonly number[],
  gap: number,
): number[] {
  const length = Math.sqrt(dot(slope, slope));
  const penalty = (2 * Math.max(Math.sqrt(dot(at, at)), 1)) / length;
  const merit = (point: readonly number[], miss: number) => dot(point, point) / 2 + penalty * Math.abs(miss);
  const now = merit(at, gap);
  const lengths = Array.from({ length: HALVINGS }, (_, k) => 1 / (1 << k));
  const values = valuesAt(at.map((score, k) => Float64Array.from(lengths, (share) => score + share * direction[k]!)));
  const points = lengths.map((share) => at.map((score, k) => score + share * direction[k]!));
  const better = points.findIndex((point, k) => merit(point, values[k]! - level) < now);
  return points[better === -1 ? HALVINGS - 1 : better]!;
}

function pointAt(scores: readonly number[]): DesignPoint {
  const squared = dot(scores, scores);
  return {
    scores,
    distance: Math.sqrt(squared),
    shares: scores.map((score) => (squared > 0 ? (score * score) / squared : 0)),
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, k) => sum + each * b[k]!, 0);
}
