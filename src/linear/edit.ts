/** Changes to a program, each returning a new one that shares what did not change. */
import type { LinearProgram, Rows } from './program.ts';

/** The program with `added` after its own rows. */
export function withRows(program: LinearProgram, added: Rows): LinearProgram {
  const { rows } = program;
  const entries = rows.indices.length;
  return {
    ...program,
    rows: {
      starts: join(
        rows.starts,
        added.starts.subarray(1).map((start) => start + entries),
      ),
      indices: join(rows.indices, added.indices),
      values: join(rows.values, added.values),
      lower: join(rows.lower, added.lower),
      upper: join(rows.upper, added.upper),
      ...(rows.names !== undefined || added.names !== undefined
        ? { names: [...namesOf(rows), ...namesOf(added)] }
        : {}),
    },
  };
}

/** The program with only those rows for which `keep` holds; they keep their order. */
export function withRowsWhere(program: LinearProgram, keep: (row: number) => boolean): LinearProgram {
  const { rows } = program;
  const kept = Array.from(rows.lower, (_, row) => row).filter((row) => keep(row));
  const lengths = kept.map((row) => rows.starts[row + 1]! - rows.starts[row]!);
  const starts = new Int32Array(kept.length + 1);
  for (const [i, length] of lengths.entries()) starts[i + 1] = starts[i]! + length;
  const indices = new Int32Array(starts[kept.length]!);
  const values = new Float64Array(starts[kept.length]!);
  for (const [i, row] of kept.entries()) {
    indices.set(rows.indices.subarray(rows.starts[row], rows.starts[row + 1]), starts[i]);
    values.set(rows.values.subarray(rows.starts[row], rows.starts[row + 1]), starts[i]);
  }
  return {
    ...program,
    rows: {
      starts,
      indices,
      values,
      lower: Float64Array.from(kept, (row) => rows.lower[row]!),
      upper: Float64Array.from(kept, (row) => rows.upper[row]!),
      ...(rows.names !== undefined && { names: kept.map((row) => rows.names![row]!) }),
    },
  };
}

export function withRowBounds(program: LinearProgram, row: number, lower: number, upper: number): LinearProgram {
  const { rows } = program;
  return { ...program, rows: { ...rows, lower: rows.lower.with(row, lower), upper: rows.upper.with(row, upper) } };
}

export function withColumnBounds(program: LinearProgram, lower: Float64Array, upper: Float64Array): LinearProgram {
  return { ...program, columns: { ...program.columns, lower: lower.slice(), upper: upper.slice() } };
}

export function withCosts(program: LinearProgram, cost: Float64Array): LinearProgram {
  return { ...program, columns: { ...program.columns, cost: cost.slice() } };
}

/** The program with every column continuous. */
export function withoutIntegers(program: LinearProgram): LinearProgram {
  const { integer: _, ...columns } = program.columns;
  return { ...program, columns };
}

function namesOf(rows: Rows): readonly string[] {
  return rows.names ?? Array.from(rows.lower, () => '');
}

/** The entries of both, in one array. */
export function join<T extends Int32Array | Float64Array | Uint8Array>(first: T, second: T): T {
  const joined = new (first.constructor as new (length: number) => T)(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
