import { exp } from '../../numeric/exp.ts';
import { gaussNodes, type Orthogonal } from '../../numeric/gauss-nodes.ts';
import { lagrangeSums } from '../../numeric/lagrange.ts';
import type { PeriodMeasure } from './period-measure.ts';

/**
 * A few spends that bring together, each with its weight, what a channel brings in all periods of a plan: a quadrature of what is at
 * work in them, over its logarithm.
 */
export interface PeriodRule {
  /** Effective spend per unit of what arrives or, where that depends on draws, of the level. */
  readonly nodes: Float64Array;
  /** What depends on the only number of the carry-over that is uncertain, if one is. */
  readonly by: RuleNumbers | RuleTable;
}

/** The same in all draws. */
export interface RuleNumbers {
  readonly kind: 'numbers';
  /** One for each node. */
  readonly weights: Float64Array;
  /** What is at work in the last period of the plan, per unit of what arrives. */
  readonly last: number;
}

/** Cells of equal width, each a cubic polynomial for each column in the position within the cell; see `SmoothTable`. */
export interface RuleTable {
  readonly kind: 'table';
  /** Value at the start of the first cell. */
  readonly from: number;
  readonly cellsPerUnit: number;
  readonly cells: number;
  /** Per unit of what arrives; four coefficients a cell. */
  readonly level: Float64Array;
  /** As those of numbers. */
  readonly last: Float64Array;
  /** Of the nodes, one after the other, four each, cell by cell. */
  readonly weights: Float64Array;
}

/** Cells of a table. With as many, interpolation is off by less than 1e-7 of what a channel brings. */
const CELLS = 96;

/** Values, evenly spaced, for which a measure is asked to make a table of a rule. */
export function valuesOfTable(low: number, high: number): Float64Array {
  return Float64Array.from({ length: CELLS + 1 }, (_, k) => low + ((high - low) * k) / CELLS);
}

/**
 * The rule with so many nodes, or fewer where that is all there is. Nodes are those of Gauss for the points of all likely draws together, so that
 * they stay where they are when the carry-over changes, and only weights change with it, smoothly.
 *
 * @param likely  of the points of likely draws together
 * @param values  of {@link valuesOfTable}, for which the measure is; undefined where nothing is uncertain
 */
export function periodRule(
  measure: PeriodMeasure,
  likely: Orthogonal,
  count: number,
  values: Float64Array | undefined,
): PeriodRule {
  const nodes = gaussNodes(likely, count);
  const weights = weightsByValue(measure, nodes);
  if (values === undefined) {
    const level = measure.levels[0]!;
    return { nodes: nodes.map((node) => exp(level + node)), by: { kind: 'numbers', weights, last: measure.last[0]! } };
  }
  const { length } = nodes;
  const cubics = new Float64Array(CELLS * length * 4);
  for (let j = 0; j < length; j++) {
    fillCubics((k) => weights[k * length + j]!, cubics, 4 * j, 4 * length);
  }
  return {
    nodes: nodes.map(exp),
    by: {
      kind: 'table',
      from: values[0]!,
      cellsPerUnit: CELLS / (values[CELLS]! - values[0]!),
      cells: CELLS,
      level: cubicsOf(measure.levels.map(exp)),
      last: cubicsOf(measure.last),
      weights: cubics,
    },
  };
}

/** Weight of each node for each value: `[value * nodes + node]`. */
function weightsByValue({ weights, levels, points }: PeriodMeasure, nodes: Float64Array): Float64Array {
  const add = lagrangeSums(nodes);
  const all = new Float64Array(levels.length * nodes.length);
  for (let v = 0; v < levels.length; v++) {
    const own = all.subarray(v * nodes.length, (v + 1) * nodes.length);
    for (let t = 0; t < weights.length; t++) add(points[v * weights.length + t]!, weights[t]!, own);
  }
  return all;
}

function cubicsOf(values: Float64Array): Float64Array {
  const cubics = new Float64Array(CELLS * 4);
  fillCubics((k) => values[k]!, cubics, 0, 4);
  return cubics;
}

/** Coefficients of the cubic through the four values around each cell, those at either end through the nearest four. */
function fillCubics(valueAt: (k: number) => number, to: Float64Array, first: number, step: number): void {
  // One more value at either end, on the cubic of the cell beside it.
  const before = 4 * valueAt(0) - 6 * valueAt(1) + 4 * valueAt(2) - valueAt(3);
  const after = 4 * valueAt(CELLS) - 6 * valueAt(CELLS - 1) + 4 * valueAt(CELLS - 2) - valueAt(CELLS - 3);
  const at = (k: number) => (k < 0 ? before : k > CELLS ? after : valueAt(k));
  for (let cell = 0; cell < CELLS; cell++) {
    const [a, b, c, d] = [at(cell - 1), at(cell), at(cell + 1), at(cell + 2)];
    const place = first + cell * step;
    to[place] = b;
    to[place + 1] = c - a / 3 - b / 2 - d / 6;
    to[place + 2] = (a + c) / 2 - b;
    to[place + 3] = (d - a) / 6 + (b - c) / 2;
  }
}
