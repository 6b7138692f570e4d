/**
 * A linear program as plain data: it travels to workers and into records, and no solver is named in it.
 *
 *   maximize or minimize  cost · x
 *   subject to            rows.lower ≤ A x ≤ rows.upper,  columns.lower ≤ x ≤ columns.upper
 *
 * A is stored row by row: the entries of row i are those from `starts[i]` up to `starts[i + 1]`.
 */
export interface LinearProgram {
  readonly sense: Sense;
  readonly columns: Columns;
  readonly rows: Rows;
}

export type Sense = 'maximize' | 'minimize';

/** One entry per column. A bound may be infinite; a cost may not. */
export interface Columns {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where only whole values are allowed; none when left out. */
  readonly integer?: Uint8Array;
  /** For messages only: names may be equal, empty or anything else. */
  readonly names?: readonly string[];
}

/** Ranges of linear sums, one entry of `lower` and `upper` per row; either may be infinite. */
export interface Rows {
  /** One more than there are rows. */
  readonly starts: Int32Array;
  /** Columns, each at most once in a row. */
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** For messages only. */
  readonly names?: readonly string[];
}

export interface ColumnInput {
  readonly name?: string;
  /** 0 when left out. */
  readonly cost?: number;
  /** 0 when left out. */
  readonly lower?: number;
  /** No limit when left out. */
  readonly upper?: number;
  readonly integer?: boolean;
}

export interface RowInput {
  readonly name?: string;
  /** Terms of one column are added. */
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
  /** No limit when left out. */
  readonly lower?: number;
  /** No limit when left out. */
  readonly upper?: number;
}

/** Collects columns and rows one by one; each `add` returns the index that the new member has in the program. */
export interface ProgramBuilder {
  addColumn(column: ColumnInput): number;
  addRow(row: RowInput): number;
  build(): LinearProgram;
}

/** A builder for a program written out by hand; large ones fill the arrays themselves. */
export function programBuilder(sense: Sense): ProgramBuilder {
  const columns: ColumnInput[] = [];
  const rows: RowInput[] = [];
  return {
    addColumn: (column) => columns.push(column) - 1,
    addRow: (row) => rows.push(row) - 1,
    build: () => ({ sense, columns: columnsOf(columns), rows: rowsOf(rows) }),
  };
}

/** Rows as arrays, for instance to add them to an open session. */
export function rowsOf(inputs: readonly RowInput[]): Rows {
  const starts = new Int32Array(inputs.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (const [i, { terms }] of inputs.entries()) {
    const sums = new Map<number, number>();
    for (const [column, coefficient] of terms) sums.set(column, (sums.get(column) ?? 0) + coefficient);
    for (const [column, sum] of sums) {
      indices.push(column);
      values.push(sum);
    }
    starts[i + 1] = indices.length;
  }
  return {
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    lower: Float64Array.from(inputs, ({ lower = -Infinity }) => lower),
    upper: Float64Array.from(inputs, ({ upper = Infinity }) => upper),
    ...namesOf(inputs),
  };
}

function columnsOf(inputs: readonly ColumnInput[]): Columns {
  return {
    cost: Float64Array.from(inputs, ({ cost = 0 }) => cost),
    lower: Float64Array.from(inputs, ({ lower = 0 }) => lower),
    upper: Float64Array.from(inputs, ({ upper = Infinity }) => upper),
    ...(inputs.some(({ integer }) => integer) && {
      integer: Uint8Array.from(inputs, ({ integer = false }) => (integer ? 1 : 0)),
    }),
    ...namesOf(inputs),
  };
}

function namesOf(inputs: readonly { readonly name?: string }[]): { names?: readonly string[] } {
  return inputs.some(({ name }) => name !== undefined) ? { names: inputs.map(({ name = '' }) => name) } : {};
}
