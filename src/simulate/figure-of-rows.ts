import type { Model, Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import { evaluateRows } from '../formula/compile.ts';
import { openKernel } from '../kernel/kernel.ts';
import { blockOfRows, rowOf } from './block.ts';
import { conditionsOf } from './conditions.ts';
import { addFigureValues } from './figure-values.ts';
import type { Figure } from './figure.ts';
import { recycled } from './memory.ts';
import { modelParts, planOfPart, type ModelPart } from './model-parts.ts';

/** Points evaluated at a time, so that memory stays small: what draws are put in blocks of, at most. */
const BLOCK = 512;

/** A figure at points: in all, and of each part of the model. */
export interface PartFigures {
  readonly total: Row;
  readonly parts: readonly Row[];
}

/**
 * A figure of a plan at chosen values of all assumptions, in this thread. `rows` are values of the assumptions in the model's order, one
 * number per point.
 */
export interface FigureOfRows {
  at(rows: readonly Row[]): PartFigures;
  /**
   * The same where only some assumptions differ from those of `before`: parts of the model that do not depend on them stay.
   *
   * @param changed  places of these assumptions
   */
  moved(before: PartFigures, rows: readonly Row[], changed: readonly number[]): PartFigures;
}

/** Makes ready what all points share; see {@link FigureOfRows}. */
export function openFigure(model: Model, plan: Plan, figure: Figure): FigureOfRows {
  const parts = modelParts(model);
  const [memory, kernel] = [recycled(), openKernel()];

  function valuesOf(part: ModelPart, rows: readonly Row[]): Row {
    const points = rows[0]?.length ?? 1;
    const values = new Float64Array(points);
    const own = planOfPart(plan, part);
    for (let first = 0; first < points; first += BLOCK) {
      const count = Math.min(BLOCK, points - first);
      const conditions = conditionsOf(part.model, blockAt(part.model, rows, first, count));
      const here = [values.subarray(first, first + count)];
      addFigureValues(part.model, own, conditions, [figure], here, memory, kernel);
    }
    return values;
  }

  return {
    at: (rows) => together(parts.map((part) => valuesOf(part, rows))),
    moved: (before, rows, changed) =>
      together(
        parts.map((part, k) =>
          changed.some((place) => part.reads.has(place)) ? valuesOf(part, rows) : before.parts[k]!,
        ),
      ),
  };
}

function together(parts: readonly Row[]): PartFigures {
  const total = new Float64Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < total.length; i++) total[i] = total[i]! + part[i]!;
  return { total, parts };
}

/** Some of the points, with what formulas make of them. */
function blockAt({ derived }: Model, rows: readonly Row[], first: number, count: number) {
  const own = rows.map((row) => row.slice(first, first + count));
  const block = blockOfRows(first, count, own);
  for (const { expression, uses } of derived) {
    const out = new Float64Array(count);
    evaluateRows(
      expression,
      uses.map((use) => rowOf(block, use)),
      out,
      count,
    );
    own.push(out);
  }
  return block;
}
