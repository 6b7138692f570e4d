import type { Model, Plan } from '../domain.ts';
import type { Row } from '../families.ts';
import { evaluateRows } from '../formula/compile.ts';
import { openKernel } from '../kernel/kernel.ts';
import { blockOfRows, rowOf } from '../simulate/block.ts';
import { conditionsOf } from '../simulate/conditions.ts';
import { channelsUsed } from '../simulate/evaluate.ts';
import { figureInBlock } from '../simulate/figure-in-block.ts';
import type { Figure } from '../simulate/figure.ts';
import { figuresIn } from '../simulate/figures.ts';
import { recycled } from '../simulate/memory.ts';

/** Points evaluated at a time, so that memory stays small: what draws are put in blocks of, at most. */
const BLOCK = 512;

/**
 * A figure of a plan at chosen values of all assumptions, in this thread: far quicker than drawing where most of them are the same as before.
 *
 * @param rows  values of the assumptions in the model's order, one number per point
 */
export function figureOfRows(model: Model, plan: Plan, figure: Figure, rows: readonly Row[]): Row {
  const points = rows[0]?.length ?? 1;
  const values = new Float64Array(points);
  const [memory, kernel, used] = [recycled(), openKernel(), channelsUsed(plan)];
  for (let first = 0; first < points; first += BLOCK) {
    const count = Math.min(BLOCK, points - first);
    const conditions = conditionsOf(model, blockAt(model, rows, first, count));
    figuresIn(
      {
        model,
        plan,
        used,
        conditions,
        relaxation: undefined,
        figures: [figureInBlock(model, conditions, figure)],
        values: [values.subarray(first, first + count)],
      },
      memory,
      kernel,
    );
  }
  return values;
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
