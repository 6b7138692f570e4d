import type { CutPool } from './cut-pool.ts';
import { cutsAt, relativeViolation, type Cut } from './cuts.ts';
import { goalAt, type ConcaveProblem, type Evaluated, type Nearby } from './concave-problem.ts';

/** Points of a problem, evaluated one after the other; the tangents at each go to a pool. */
export interface Evaluations {
  readonly at: (columns: Float64Array) => Promise<Evaluated>;
  /**
   * Largest amount by which a point lay above a tangent, as a share of what that is the difference of: rounding, when all is
   * concave.
   */
  readonly worstViolation: () => number;
}

export interface EvaluationsInput {
  readonly problem: ConcaveProblem;
  readonly pool: CutPool;
  /** What a relative gap is taken of. */
  readonly scale: (value: number, columns: Float64Array) => number;
  /** Relative gap that is allowed. */
  readonly tolerance: number;
}

/** A part of the goal that is less than this share of it is rounding: money that brings just what it costs. */
const SMALLEST_PART = 1e-4;
/** Of the gap that is allowed, what a tangent by the worst draws of another point may lie above the goal. */
const LOOSE = 0.1;

export function openEvaluations({ problem, pool, scale, tolerance }: EvaluationsInput): Evaluations {
  const unitsOfGoal = unitsOfParts(problem);
  const evaluated: Evaluated[] = [];
  let highest: Evaluated | undefined;
  let worstViolation = 0;

  /** What a point tells an evaluation nearby: guards, which take no part in the goal, are told exactly. */
  const nearbyOf = ({ points, value, columns }: Evaluated): Nearby => {
    const loose = LOOSE * tolerance * scale(value, columns);
    return { points, loose: unitsOfGoal.map((unit) => loose * unit) };
  };

  return {
    async at(columns) {
      const points = await problem.evaluate(columns, highest && nearbyOf(highest));
      const at: Evaluated = { columns, value: goalAt(problem, columns, points), points };
      if (highest === undefined || at.value > highest.value) highest = at;
      const fresh = cutsAt(problem, points, columns);
      const size = SMALLEST_PART * scale(at.value, columns);
      const note = (cut: Cut, value: number, x: Float64Array): void => {
        worstViolation = Math.max(worstViolation, relativeViolation(cut, value, x, size * unitsOfGoal[cut.of]!));
      };
      // Every point against every tangent, both ways: a function that is not concave shows it sooner or later.
      for (const cut of pool.cuts) note(cut, points[cut.of]!.value, columns);
      for (const earlier of evaluated) {
        for (const cut of fresh) note(cut, earlier.points[cut.of]!.value, earlier.columns);
      }
      evaluated.push(at);
      pool.add(fresh);
      return at;
    },
    worstViolation: () => worstViolation,
  };
}

/** How much of each function makes one unit of the goal; 0 for one that takes no part in it. */
function unitsOfParts({ functions, parts }: ConcaveProblem): readonly number[] {
  const units = functions.map(() => 0);
  for (const { weight, members } of parts) for (const { of, scale } of members) units[of] = scale / weight;
  return units;
}
