/**
 * Rows and objective of a linear program as a dictionary (Chvátal, "Linear Programming", 1983): variables are the columns and, after
 * them, the sums of rows; some of them, the basic ones, are told by the others, and so is the objective. There are no right-hand sides, as
 * limits of rows are bounds of their sums.
 */
import type { LinearProgram, Rows } from './program.ts';

export interface Dictionary {
  /** The variable of each row of the table, and of each column. */
  readonly basic: Int32Array;
  readonly others: Int32Array;
  /** Row by row, a column for each of `others`: how much a basic variable rises for each unit of them; after all rows, the objective. */
  readonly table: Float64Array;
}

/** Sums of rows told by columns. */
export function dictionaryOf({ columns: { cost }, rows }: LinearProgram): Dictionary {
  const [width, height] = [cost.length, rows.lower.length];
  const table = new Float64Array((height + 1) * width);
  table.set(cost, height * width);
  for (let i = 0; i < height; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) table[i * width + rows.indices[k]!] = rows.values[k]!;
  }
  return { basic: Int32Array.from(rows.lower, (_, i) => width + i), others: Int32Array.from(cost.keys()), table };
}

/** The dictionary with the sums of more rows, which come after those there are. */
export function withSums(dictionary: Dictionary, added: Rows): Dictionary {
  const { basic, others, table } = dictionary;
  const [width, height] = [others.length, basic.length];
  const more = Int32Array.from(added.lower, (_, i) => width + height + i);
  const larger = new Float64Array(table.length + more.length * width);
  larger.set(table.subarray(0, height * width));
  larger.set(table.subarray(height * width), (height + more.length) * width);
  const places = placesOf(dictionary);
  more.forEach((_, i) => {
    const row = larger.subarray((height + i) * width, (height + i + 1) * width);
    for (let k = added.starts[i]!; k < added.starts[i + 1]!; k++)
      addTimes(row, dictionary, places, added.indices[k]!, added.values[k]!);
  });
  return { basic: Int32Array.of(...basic, ...more), others, table: larger };
}

/** Puts another objective in the place of the present one. */
export function replaceObjective(dictionary: Dictionary, cost: Float64Array): void {
  const { basic, others, table } = dictionary;
  const row = table.subarray(basic.length * others.length).fill(0);
  const places = placesOf(dictionary);
  cost.forEach((value, variable) => addTimes(row, dictionary, places, variable, value));
}

/** Where each variable is: a row, or -1 less a column. */
function placesOf({ basic, others }: Dictionary): Int32Array {
  const places = new Int32Array(basic.length + others.length);
  basic.forEach((variable, i) => (places[variable] = i));
  others.forEach((variable, j) => (places[variable] = -1 - j));
  return places;
}

/** Adds a multiple of a variable to a row. */
function addTimes(
  row: Float64Array,
  { others, table }: Dictionary,
  places: Int32Array,
  variable: number,
  times: number,
): void {
  const place = places[variable]!;
  if (place < 0) {
    row[-1 - place]! += times;
    return;
  }
  for (let j = 0; j < row.length; j++) row[j]! += times * table[place * others.length + j]!;
}

/** Exchanges the basic variable of a row with the other one of a column. */
export function exchange({ basic, others, table }: Dictionary, row: number, column: number): void {
  const width = others.length;
  const start = row * width;
  const factor = 1 / table[start + column]!;
  for (let j = start; j < start + width; j++) table[j]! *= -factor;
  table[start + column] = factor;
  for (let at = 0; at < table.length; at += width) {
    const times = table[at + column]!;
    if (at === start || times === 0) continue;
    table[at + column] = 0;
    for (let j = 0; j < width; j++) table[at + j]! += times * table[start + j]!;
  }
  const leaving = basic[row]!;
  basic[row] = others[column]!;
  others[column] = leaving;
}

/**
 * The dictionary of a program in which the same variables are basic, without the rounding of all exchanges on the way to it. Variables
 * that can no longer be told by the others stay among them.
 */
export function refreshed(program: LinearProgram, { basic }: Dictionary): Dictionary {
  const fresh = dictionaryOf(program);
  const { table, others } = fresh;
  const wanted = new Set(basic);
  others.forEach((variable, column) => {
    if (!wanted.has(variable)) return;
    let [row, most] = [-1, 0];
    fresh.basic.forEach((own, i) => {
      const size = Math.abs(table[i * others.length + column]!);
      if (!wanted.has(own) && size > most) [row, most] = [i, size];
    });
    if (row !== -1) exchange(fresh, row, column);
  });
  return fresh;
}
