import type { Estimate, Goal, Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { normalCumulative } from '../numeric/normal.ts';
import { chance } from '../simulate/tally/row-estimates.ts';
import { chanceBeyond } from './chance-beyond.ts';
import { designPoint, type DesignPoint, type ValuesAt } from './design-point.ts';
import { figureAtScores, scoreSpace, type ScoreSpace } from './points.ts';
import type { BreakingPoint, ReverseStress, SingleBreak } from './stress-test.ts';

/** With fewer draws than these at the level, the chance is told from draws around the breaking point. */
const ENOUGH = 200;
const TAIL_DRAWS = 4096;
/** Factors with a smaller share of the squared distance are left out. */
const LEAST_SHARE = 0.02;
const MOST_ALONE = 8;

/**
 * The most likely way in which a plan's figure falls to `level`: the nearest point to the middle of all beliefs, how likely it is to
 * fall so far at all, and which assumptions would do it alone.
 *
 * @param row  the figure of the plan, draw by draw
 */
export function reverseStress(
  model: Model,
  plan: Plan,
  figure: Pick<Goal, 'maximize' | 'plus'>,
  level: number,
  row: Row,
  seed: string,
): ReverseStress {
  const space = scoreSpace(model);
  const valuesAt = figureAtScores(model, space, plan, figure);
  const none = space.axes.map(() => Float64Array.of(0));
  const middle = valuesAt(none)[0]!;
  const point = middle > level ? nearestWay(model, space, valuesAt, level) : undefined;
  return {
    level,
    chance: chanceAt(space, valuesAt, level, row, point, seed),
    middle,
    ...(point === undefined ? {} : { point: told(model, space, point) }),
    alone: middle > level ? aloneBreaks(model, space, valuesAt, level) : [],
  };
}

function chanceAt(
  { axes }: ScoreSpace,
  valuesAt: ValuesAt,
  level: number,
  row: Row,
  point: DesignPoint | undefined,
  seed: string,
): Estimate {
  const count = row.reduce((sum, value) => (value <= level ? sum + 1 : sum), 0);
  if (count >= ENOUGH || point === undefined) return chance(row, (value) => value <= level);
  return chanceBeyond(valuesAt, axes, point.scores, level, { seed, draws: TAIL_DRAWS });
}

/**
 * The nearest of the design points with things that happen or not as they usually are, and with each one of them the other way:
 * a step has no slope along which a search could find it.
 */
function nearestWay(model: Model, { axes }: ScoreSpace, valuesAt: ValuesAt, level: number): DesignPoint | undefined {
  const steps = new Map(
    model.assumptions.flatMap(({ id, marginal }) =>
      marginal.kind === 'steps' && axes.includes(id) ? [[axes.indexOf(id), marginal.thresholds] as const] : [],
    ),
  );
  const smooth = axes.flatMap((_, k) => (steps.has(k) ? [] : [k]));
  const usual = axes.map(() => 0);
  const turned = [...steps].flatMap(([axis, thresholds]) =>
    Array.from(thresholds, (threshold) => usual.map((_, k) => (k === axis ? beyond(threshold) : 0))),
  );
  const found = [usual, ...turned].flatMap((held) => {
    const within: ValuesAt = (scores) => {
      const count = scores[0]?.length ?? 1;
      return valuesAt(
        axes.map((_, k) => (steps.has(k) ? new Float64Array(count).fill(held[k]!) : scores[smooth.indexOf(k)]!)),
      );
    };
    const value = valuesAt(held.map((score) => Float64Array.of(score)))[0]!;
    const start = smooth.map(() => 0);
    const moved = value <= level ? start : designPoint(within, start, level)?.scores;
    if (moved === undefined) return [];
    return [held.map((score, k) => (steps.has(k) ? score : moved[smooth.indexOf(k)]!))];
  });
  const squared = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score * score, 0);
  const [nearest] = found.toSorted((a, b) => squared(a) - squared(b));
  if (nearest === undefined) return undefined;
  const distance = Math.sqrt(squared(nearest));
  return {
    scores: nearest,
    distance,
    shares: nearest.map((score) => (distance > 0 ? (score * score) / (distance * distance) : 0)),
  };
}

/** Just past a threshold of separate outcomes, on the side away from the middle. */
function beyond(threshold: number): number {
  return threshold + (threshold < 0 ? -1 : 1) * 1e-9;
}

/** A breaking point by the assumptions that make it. */
function told(model: Model, space: ScoreSpace, { scores, distance, shares }: DesignPoint): BreakingPoint {
  const [there, usual] = [scores, scores.map(() => 0)].map((at) =>
    space.assumptionsAt(at.map((score) => Float64Array.of(score))),
  );
  const place = new Map(model.assumptions.map(({ id }, k) => [id, k]));
  const factors = space.axes.map((id, k) => {
    const at = place.get(id);
    return {
      id,
      share: shares[k]!,
      score: scores[k]!,
      ...(at === undefined ? {} : { value: there![at]![0]!, usual: usual![at]![0]! }),
    };
  });
  return {
    distance,
    factors: factors.filter(({ share }) => share >= LEAST_SHARE).toSorted((a, b) => b.share - a.share),
  };
}

/** Scores tried along each axis, to both sides: 1 in 15,000 is beyond. */
const FARTHEST = 4;
const PER_UNIT = 8;

/** What each axis would have to be for the figure to fall to the level, everything else at its median. */
function aloneBreaks(model: Model, space: ScoreSpace, valuesAt: ValuesAt, level: number): readonly SingleBreak[] {
  const side = FARTHEST * PER_UNIT;
  const tried = Array.from({ length: 2 * side + 1 }, (_, k) => (k - side) / PER_UNIT);
  const place = new Map(model.assumptions.map(({ id }, k) => [id, k]));
  return space.axes
    .flatMap((id, axis): SingleBreak[] => {
      const along = (scores: readonly number[]) =>
        space.axes.map((_, k) => (k === axis ? Float64Array.from(scores) : new Float64Array(scores.length)));
      const values = valuesAt(along(tried));
      const score = [-1, 1]
        .map((way) => firstBelow(tried, values, level, side, way))
        .filter((at) => at !== undefined)
        .toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
      if (score === undefined) return [];
      const at = place.get(id);
      const there = at === undefined ? undefined : space.assumptionsAt(along([0, score]))[at]!;
      return [
        {
          id,
          score,
          ...(there === undefined ? {} : { usual: there[0]!, value: there[1]! }),
          chance: normalCumulative(-Math.abs(score)),
        },
      ];
    })
    .toSorted((a, b) => b.chance - a.chance)
    .slice(0, MOST_ALONE);
}

/** From the middle one way: where the values first fall to the level, between the two tries around it. */
function firstBelow(
  tried: readonly number[],
  values: Row,
  level: number,
  middle: number,
  way: number,
): number | undefined {
  for (let k = middle + way; k >= 0 && k < tried.length; k += way) {
    if (values[k]! > level) continue;
    const [above, below] = [values[k - way]! - level, level - values[k]!];
    return tried[k - way]! + ((tried[k]! - tried[k - way]!) * above) / (above + below);
  }
  return undefined;
}
