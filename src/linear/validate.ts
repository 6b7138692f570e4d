/**
 * The door of this folder. A malformed program is a bug of ours and throws; limits that contradict themselves before
 * anything is solved are an answer.
 */
import type { LinearProgram, Rows } from './program.ts';
import type { Infeasible, Limit } from './solution.ts';

/** Numbers beyond this leave no room for products in double precision; a limit that large is no limit. */
const LARGEST = 1e100;

/** @throws Error when lengths, indices or numbers are not those of a linear program, saying which. */
export function checkProgram({ columns, rows }: LinearProgram): void {
  const count = columns.cost.length;
  checkCosts(columns.cost, count);
  checkBounds('column', columns.lower, columns.upper, count);
  if (columns.integer !== undefined && columns.integer.length !== count) {
    refuse(`integer has ${columns.integer.length} entries for ${count} columns`);
  }
  checkNames('column', columns.names, count);
  checkRows(rows, count);
}

/** @throws Error when the rows do not fit a program of `columns` columns. */
export function checkRows(rows: Rows, columns: number): void {
  const count = rows.lower.length;
  checkBounds('row', rows.lower, rows.upper, count);
  checkNames('row', rows.names, count);
  if (rows.starts.length !== count + 1 || rows.starts[0] !== 0) refuse(`starts does not fit ${count} rows`);
  if (rows.starts[count] !== rows.indices.length || rows.indices.length !== rows.values.length) {
    refuse('starts, indices and values do not end together');
  }
  const lastRow = new Int32Array(columns).fill(-1);
  for (let row = 0; row < count; row++) {
    if (rows.starts[row + 1]! < rows.starts[row]!) refuse(`starts falls after row ${row}`);
    for (let k = rows.starts[row]!; k < rows.starts[row + 1]!; k++) {
      const column = rows.indices[k]!;
      if (column < 0 || column >= columns) refuse(`row ${row} names column ${column} of ${columns}`);
      if (lastRow[column] === row) refuse(`row ${row} names column ${column} twice`);
      lastRow[column] = row;
      if (!(Math.abs(rows.values[k]!) <= LARGEST)) {
        refuse(`row ${row} has coefficient ${rows.values[k]} in column ${column}`);
      }
    }
  }
}

/** @throws Error when there is not one usable cost per column. */
export function checkCosts(cost: Float64Array, columns: number): void {
  if (cost.length !== columns) refuse(`${cost.length} costs for ${columns} columns`);
  const bad = cost.findIndex((value) => !(Math.abs(value) <= LARGEST));
  if (bad >= 0) refuse(`column ${bad} has cost ${cost[bad]}`);
}

/** @throws Error when there is not one pair of bounds per member, or one of them is no bound. */
export function checkBounds(of: 'row' | 'column', lower: Float64Array, upper: Float64Array, count: number): void {
  if (lower.length !== count || upper.length !== count) refuse(`bounds do not fit ${count} ${of}s`);
  for (let i = 0; i < count; i++) {
    if (!(lower[i]! <= LARGEST && (lower[i]! >= -LARGEST || lower[i] === -Infinity))) {
      refuse(`${of} ${i} has lower bound ${lower[i]}`);
    }
    if (!(upper[i]! >= -LARGEST && (upper[i]! <= LARGEST || upper[i] === Infinity))) {
      refuse(`${of} ${i} has upper bound ${upper[i]}`);
    }
  }
}

/**
 * The first limits that contradict themselves: a range whose ends are crossed, a column of whole values without one in
 * its range, or a row of zeros that must not be zero. Undefined when there are none.
 */
export function contradiction(program: LinearProgram): Infeasible | undefined {
  const { columns, rows } = program;
  for (let j = 0; j < columns.cost.length; j++) {
    const whole = columns.integer?.[j] === 1;
    const lower = whole ? Math.ceil(columns.lower[j]!) : columns.lower[j]!;
    const upper = whole ? Math.floor(columns.upper[j]!) : columns.upper[j]!;
    if (lower > upper)
      return infeasible(limitAt(program, 'column', j, 'lower'), limitAt(program, 'column', j, 'upper'));
  }
  for (let i = 0; i < rows.lower.length; i++) {
    if (rows.lower[i]! > rows.upper[i]!) {
      return infeasible(limitAt(program, 'row', i, 'lower'), limitAt(program, 'row', i, 'upper'));
    }
    if (rows.lower[i]! <= 0 && rows.upper[i]! >= 0) continue;
    const empty = rows.values.subarray(rows.starts[i], rows.starts[i + 1]).every((value) => value === 0);
    if (empty) return infeasible(limitAt(program, 'row', i, rows.lower[i]! > 0 ? 'lower' : 'upper'));
  }
  return undefined;
}

/** One side of a range, with its value and name. */
export function limitAt(
  { rows, columns }: LinearProgram,
  of: 'row' | 'column',
  index: number,
  side: 'lower' | 'upper',
): Limit {
  const range = of === 'row' ? rows : columns;
  const name = range.names?.[index];
  return { of, index, side, value: range[side][index]!, ...(name !== undefined && { name }) };
}

/** Nobody asks to spend less than nothing: that a column is not negative is no wish that could be given up. */
export function isTakenForGranted({ of, side, value }: Limit): boolean {
  return of === 'column' && side === 'lower' && value === 0;
}

function checkNames(of: 'row' | 'column', names: readonly string[] | undefined, count: number): void {
  if (names !== undefined && names.length !== count) refuse(`${names.length} names for ${count} ${of}s`);
}

function infeasible(...conflict: readonly Limit[]): Infeasible {
  return { status: 'infeasible', conflict };
}

function refuse(why: string): never {
  throw new Error(`Malformed linear program: ${why}.`);
}
