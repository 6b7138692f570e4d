import type { Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { openKernel } from '../kernel/kernel.ts';
import type { RowRoom } from '../kernel/row-room.ts';
import { blockOfRows, newRow, type Block } from './block/block.ts';
import { conditionsOf } from './conditions/conditions.ts';
import { addFigureValues } from './figure-values.ts';
import type { Figure } from './goal/figure.ts';
import { formulaRow } from './draws/formula-row.ts';
import { modelParts, planOfPart, type ModelPart } from './model-parts.ts';
import { blockOf, openRooms } from './rooms.ts';

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
  /**
   * The figure in all of each state, where one comes from the other.
   *
   * @param changed  by state, places of the assumptions that differ from the state before; of the first nothing is asked
   */
  along(states: readonly (readonly Row[])[], changed: readonly (readonly number[])[]): readonly Row[];
}

/** Makes ready what all points share; see {@link FigureOfRows}. */
export function openFigure(model: Model, plan: Plan, figure: Figure): FigureOfRows {
  const parts = modelParts(model);
  const kernel = openKernel();
  const { memory, room } = openRooms(model, kernel);

  function valuesOf(part: ModelPart, rows: readonly Row[], points: number): Row {
    const values = new Float64Array(points);
    const own = planOfPart(plan, part);
    const most = blockOf(part.model);
    for (let first = 0; first < points; first += most) {
      const count = Math.min(most, points - first);
      const conditions = conditionsOf(part.model, blockAt(part, rows, first, count, room));
      const here = [values.subarray(first, first + count)];
      addFigureValues(part.model, own, conditions, [figure], here, memory, kernel);
    }
    return values;
  }

  const pointsOf = (rows: readonly Row[]) => rows[0]?.length ?? 1;
  return {
    at: (rows) => together(parts.map((part) => valuesOf(part, rows, pointsOf(rows)))),
    moved: (before, rows, changed) =>
      together(
        parts.map((part, k) => (touches(part, changed) ? valuesOf(part, rows, pointsOf(rows)) : before.parts[k]!)),
      ),
    along(states, changed) {
      const points = pointsOf(states[0]!);
      const totals = states.map(() => new Float64Array(points));
      for (const part of parts) {
        // One after the other in one row: so many points are worked out much faster together.
        const moves = states.flatMap((_, k) => (k === 0 || touches(part, changed[k]!) ? [k] : []));
        const joined = states[0]!.map((_, place) =>
          part.reads.has(place)
            ? joinedRow(
                moves.map((k) => states[k]![place]!),
                points,
              )
            : NOT_READ,
        );
        const values = valuesOf(part, joined, moves.length * points);
        let at = 0;
        totals.forEach((total, k) => {
          if (moves[at + 1] === k) at += 1;
          for (let i = 0; i < points; i++) total[i] = total[i]! + values[at * points + i]!;
        });
      }
      return totals;
    },
  };
}

const NOT_READ = new Float64Array(0);

function touches({ reads }: ModelPart, changed: readonly number[]): boolean {
  return changed.some((place) => reads.has(place));
}

function joinedRow(rows: readonly Row[], length: number): Row {
  const joined = new Float64Array(rows.length * length);
  rows.forEach((row, k) => joined.set(row, k * length));
  return joined;
}

function together(parts: readonly Row[]): PartFigures {
  const total = new Float64Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < total.length; i++) total[i] = total[i]! + part[i]!;
  return { total, parts };
}

/** Some of the points, with what formulas make of them: what the part reads. */
function blockAt(
  { model, reads }: ModelPart,
  rows: readonly Row[],
  first: number,
  count: number,
  room: RowRoom | undefined,
): Block {
  room?.clear();
  const own: Row[] = [];
  const block = blockOfRows(first, count, own, room);
  rows.forEach((row, place) => {
    if (!reads.has(place)) return void own.push(NOT_READ);
    const here = newRow(block);
    here.set(row.subarray(first, first + count));
    own.push(here);
  });
  model.derived.forEach(({ expression, uses }, k) => {
    own.push(reads.has(rows.length + k) ? formulaRow(block, expression, uses) : NOT_READ);
  });
  return block;
}
