/**
 * A dual simplex method for small programs, in JavaScript: it is there at once, and what a solver in WebAssembly takes to begin is more than
 * such programs take in all. It keeps its dictionary, so that programs whose bounds or rows change are solved again from where they were.
 *
 * Variables that are not basic are at the bound that their price asks for, so that prices are always those of an optimum, and the sums are not
 * within their limits until the end. All bounds that a step passes are left for those opposite (Maros, "A generalized dual phase-2 simplex
 * algorithm", 2003); where a price asks for a bound that is not there, one far out takes its place.
 */
import { Cancelled } from '../errors.ts';
import { dictionaryOf, exchange, refreshed, replaceObjective, withSums, type Dictionary } from './dictionary.ts';
import { join, withColumnBounds, withCosts, withRowBounds, withRows, withRowsWhere } from './edit.ts';
import type { LinearProgram } from './program.ts';
import { FAR } from './scale.ts';
import type { Answer, LinearSolver, Session, SolveOptions } from './session.ts';

/** Rows times columns, with those of the sums: what a step takes grows with it, and HiGHS does without most of them. */
const MOST_CELLS = 30_000;

/** Steps per row and column before a run counts as endless; one is usual. */
const MOST_STEPS = 10;

/** After so many steps the dictionary is computed anew, before rounding adds up. */
const STEPS_UNTIL_FRESH = 100;

/** Numbers are scaled to 1: less than this is rounding in prices and in what a step is divided by. */
const ROUNDING = 1e-11;
const SMALLEST_PIVOT = 1e-9;

/** By how much a sum may be beyond its limit, tighter than what answers are checked against. */
const FEASIBILITY = 1e-9;

/** Steps to prices that differ by no more than this share are as long as each other: the one that is divided by most is taken. */
const AS_LONG = 1e-9;

/** Beyond all limits that a solver gets to see. */
const FAR_OUT = 4 * FAR;

/** A solver for small programs without integer columns. Limits of time are ignored: it has no clock. */
export function dualSimplex(): LinearSolver {
  return {
    name: 'dual simplex',
    accepts: ({ columns, rows }) =>
      columns.cost.length * (rows.lower.length + 1) <= MOST_CELLS && columns.integer?.includes(1) !== true,
    open,
  };
}

interface State {
  readonly dictionary: Dictionary;
  /** By variable: whether it was last at its upper bound, which counts where its price is nothing. */
  readonly isHigh: Uint8Array;
  /** Steps since the dictionary was computed from the program. */
  steps: number;
}

function open(opened: LinearProgram): Session<Answer> {
  let program = maximized(opened);
  const direction = opened.sense === 'maximize' ? 1 : -1;
  let state: State | undefined;
  return {
    addRows(rows) {
      program = withRows(program, rows);
      if (state === undefined) return;
      const dictionary = withSums(state.dictionary, rows);
      const isHigh = join(state.isHigh, new Uint8Array(rows.lower.length));
      state = { ...state, dictionary, isHigh };
    },
    removeRows(indices) {
      program = withRowsWhere(program, (row) => !indices.includes(row));
      state = undefined;
    },
    setRowBounds(row, lower, upper) {
      program = withRowBounds(program, row, lower, upper);
    },
    setColumnBounds(lower, upper) {
      program = withColumnBounds(program, lower, upper);
    },
    setCosts(cost) {
      program = withCosts(program, direction === 1 ? cost : cost.map((value) => -value));
      if (state !== undefined) replaceObjective(state.dictionary, program.columns.cost);
    },
    solve(options) {
      state ??= {
        dictionary: dictionaryOf(program),
        isHigh: new Uint8Array(program.columns.cost.length + program.rows.lower.length),
        steps: 0,
      };
      if (state.steps > STEPS_UNTIL_FRESH) {
        state = { ...state, dictionary: refreshed(program, state.dictionary), steps: 0 };
      }
      return solve(program, state, direction, options);
    },
    close() {},
  };
}

function maximized(program: LinearProgram): LinearProgram {
  if (program.sense === 'maximize') return program;
  const { columns } = program;
  return { ...program, sense: 'maximize', columns: { ...columns, cost: columns.cost.map((value) => -value) } };
}

function solve(
  { columns, rows }: LinearProgram,
  state: State,
  direction: number,
  { shouldStop }: SolveOptions = {},
): Answer {
  const { dictionary, isHigh } = state;
  const { basic, others, table } = dictionary;
  const [width, height] = [others.length, basic.length];
  const lower = join(columns.lower, rows.lower);
  const upper = join(columns.upper, rows.upper);
  const values = new Float64Array(width + height);
  const prices = table.subarray(height * width);
  const atOthers = new Float64Array(width);
  for (let steps = 0; steps <= MOST_STEPS * (1 + width + height); steps++) {
    if (shouldStop?.() === true) throw new Cancelled();
    for (let j = 0; j < width; j++) {
      const variable = others[j]!;
      const [low, high] = [lower[variable]!, upper[variable]!];
      if (Math.abs(prices[j]!) > ROUNDING) isHigh[variable] = prices[j]! > 0 ? 1 : 0;
      else if (low === -Infinity || high === Infinity) isHigh[variable] = high < Infinity ? 1 : 0;
      atOthers[j] = values[variable] = placeOf(isHigh[variable] === 1 ? high : low, prices[j]!);
    }
    let [row, worst, most] = [-1, 0, 0];
    for (let i = 0; i < height; i++) {
      const at = i * width;
      let sum = 0;
      for (let j = 0; j < width; j++) sum += table[at + j]! * atOthers[j]!;
      const variable = basic[i]!;
      values[variable] = sum;
      const beyond = sum - Math.max(lower[variable]!, Math.min(upper[variable]!, sum));
      if (Math.abs(beyond) <= FEASIBILITY * (1 + Math.abs(sum))) continue;
      // What counts is how far the limit is, not in which unit (Forrest and Goldfarb, 1992).
      let norm = 1;
      for (let j = 0; j < width; j++) norm += table[at + j]! * table[at + j]!;
      const weight = (beyond * beyond) / norm;
      if (weight > most) [row, worst, most] = [i, beyond, weight];
    }
    if (row === -1) return answerOf(values, state, direction, columns.cost.length);
    const column = entering(dictionary, row, worst, lower, upper, isHigh);
    if (column === -1) return { status: 'claim', of: 'infeasible' };
    isHigh[basic[row]!] = worst > 0 ? 1 : 0;
    exchange(dictionary, row, column);
    state.steps += 1;
  }
  return { status: 'failed', reason: 'unreliable', why: 'dual simplex turns in circles' };
}

/** Where a variable is whose bound may be none. */
function placeOf(bound: number, price: number): number {
  if (Number.isFinite(bound)) return bound;
  return Math.abs(price) > ROUNDING ? Math.sign(price) * FAR_OUT : 0;
}

/** The column whose variable takes the place of a basic one that is beyond its limit by `beyond`; -1 where no other can bring it back. */
function entering(
  { others, table }: Dictionary,
  row: number,
  beyond: number,
  lower: Float64Array,
  upper: Float64Array,
  isHigh: Uint8Array,
): number {
  const width = others.length;
  const [start, prices] = [row * width, table.length - width];
  const sign = beyond > 0 ? -1 : 1;
  const length = (j: number) => Math.abs(table[prices + j]!) / Math.abs(table[start + j]!);
  const candidates: number[] = [];
  for (let j = 0; j < width; j++) {
    const along = sign * table[start + j]!;
    const variable = others[j]!;
    if (Math.abs(along) < SMALLEST_PIVOT || lower[variable] === upper[variable]) continue;
    const isFree =
      lower[variable] === -Infinity && upper[variable] === Infinity && Math.abs(table[prices + j]!) <= ROUNDING;
    if (isFree || (isHigh[variable] === 1) === along < 0) candidates.push(j);
  }
  candidates.sort((a, b) => length(a) - length(b));
  let left = Math.abs(beyond);
  let last = -1;
  for (let k = 0; k < candidates.length && left > 0; k++) {
    const j = candidates[k]!;
    left -= Math.abs(table[start + j]!) * (upper[others[j]!]! - lower[others[j]!]!);
    last = k;
  }
  // Bounds opposite bring it not even to its limit.
  if (last === -1 || left > FEASIBILITY * (1 + Math.abs(beyond))) return -1;
  const enough = length(candidates[last]!);
  let best = candidates[last]!;
  for (const j of candidates) {
    if (Math.abs(length(j) - enough) > AS_LONG * (1 + enough)) continue;
    if (Math.abs(table[start + j]!) > Math.abs(table[start + best]!)) best = j;
  }
  return best;
}

function answerOf(
  values: Float64Array,
  { dictionary: { basic, others, table } }: State,
  direction: number,
  columns: number,
): Answer {
  if (others.some((variable) => Math.abs(values[variable]!) >= FAR_OUT)) return { status: 'claim', of: 'unbounded' };
  const rowDuals = new Float64Array(basic.length);
  const prices = basic.length * others.length;
  others.forEach((variable, j) => {
    if (variable >= columns) rowDuals[variable - columns] = direction * table[prices + j]!;
  });
  return { status: 'optimal', values: values.slice(0, columns), rowDuals };
}
