/**
 * HiGHS, compiled to WebAssembly, behind this folder's interface. Programs go in as arrays, never as text: its text
 * format reads a channel named `Google Ads` as two columns.
 */
import type { Highs, Model } from 'highs';
import { Cancelled } from '../errors.ts';
import { runLinear, runSearch } from './highs-run.ts';
import type { LinearProgram } from './program.ts';
import type { Answer, LinearSolver, Session } from './session.ts';
import type { Failed } from './solution.ts';

/** Where the WebAssembly file is; in Node it is found beside the package when nothing is given. */
export interface HighsLocation {
  /** For a bundled page: `import wasmUrl from 'highs/runtime?url'`. */
  readonly wasmUrl?: string;
  /** The bytes of the file, where it cannot be fetched. */
  readonly wasmBinary?: ArrayBuffer | ArrayBufferView;
}

/** Tighter than what the answers are checked against, so that rounding on the way back does not refuse them. */
const FEASIBILITY = 1e-9;

const OPTIONS = {
  output_flag: false,
  primal_feasibility_tolerance: FEASIBILITY,
  dual_feasibility_tolerance: FEASIBILITY,
  // Coefficients below this are dropped; it is 1e-9 unless asked, enough to shift a cut.
  small_matrix_value: 1e-12,
  // The relative gap decides; this one only ends a search whose best objective is zero.
  mip_abs_gap: 1e-9,
} as const;

/**
 * Presolve works on the first solution of a program only, as later ones begin where the last one ended: without it all of `optimize`
 * takes 3 to 7 % less processor time.
 */
const WITHOUT_SEARCH = { presolve: 'off' } as const;

/** Loads HiGHS once; takes a tenth of a second. The first run takes 30 ms more, while the engine compiles it. */
export async function loadHighs(location: HighsLocation = {}): Promise<LinearSolver> {
  const { wasmUrl, wasmBinary } = location;
  const { default: load } = await import('highs');
  const highs = await load({
    ...(wasmUrl !== undefined && { locateFile: () => wasmUrl }),
    ...(wasmBinary !== undefined && { wasmBinary }),
  });
  return { name: 'HiGHS', accepts: () => true, open: (program) => openSession(highs, program) };
}

function openSession(highs: Highs, program: LinearProgram): Session<Answer> {
  let model: Model | undefined;
  let failure: Failed | undefined;
  const fail = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    failure = { status: 'failed', reason: 'unreliable', why: `HiGHS: ${reason}` };
  };
  /** The package throws on bad data and when the WebAssembly program aborts; either makes the session useless. */
  const guard = <T>(call: (model: Model) => T): T | undefined => {
    if (model === undefined || failure !== undefined) return undefined;
    try {
      return call(model);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      fail(error);
      return undefined;
    }
  };
  try {
    model = highs.createModel(modelData(highs, program));
  } catch (error) {
    fail(error);
  }
  const columns = program.columns.cost.length;
  const isInteger = program.columns.integer?.includes(1) === true;
  guard((model) => model.options.set(isInteger ? OPTIONS : { ...OPTIONS, ...WITHOUT_SEARCH }));
  const all = { kind: 'range', from: 0, to: columns - 1 } as const;

  return {
    addRows: (rows) =>
      void guard((model) => model.addRows({ lower: rows.lower, upper: rows.upper, matrix: matrixOf(rows, columns) })),
    removeRows(indices) {
      const ordered = [...new Set(indices)].sort((a, b) => a - b);
      if (ordered.length > 0) guard((model) => model.deleteRows({ kind: 'set', indices: ordered }));
    },
    setRowBounds: (row, lower, upper) => void guard((model) => model.changeRowBounds(row, lower, upper)),
    setColumnBounds(lower, upper) {
      if (columns > 0) guard((model) => model.changeColsBounds(all, lower, upper));
    },
    setCosts(cost) {
      if (columns > 0) guard((model) => model.changeColsCost(all, cost));
    },
    solve: (options = {}) =>
      guard((model) => (isInteger ? runSearch(highs, model, options) : runLinear(highs, model, options))) ?? failure!,
    close() {
      try {
        model?.dispose();
      } catch {
        // An aborted WebAssembly program has nothing left to free.
      }
    },
  };
}

function modelData(highs: Highs, { sense, columns, rows }: LinearProgram) {
  const count = columns.cost.length;
  return {
    numCols: count,
    numRows: rows.lower.length,
    sense: highs.constants.objectiveSense[sense],
    colCost: columns.cost,
    colLower: columns.lower,
    colUpper: columns.upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: matrixOf(rows, count),
    ...(columns.integer !== undefined && { integrality: Int32Array.from(columns.integer) }),
  };
}

function matrixOf({ starts, indices, values, lower }: LinearProgram['rows'], columns: number) {
  return { format: 'csr', numRows: lower.length, numCols: columns, starts, indices, values } as const;
}
