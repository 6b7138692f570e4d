import type { Address } from './address.ts';
import type { DigestFunctions } from './digest.ts';
import type { EffectCode } from './effects.ts';
import type { LagsCode } from './lags.ts';
import type { RankCode } from './rank.ts';
import type { RowsCode } from './rows.ts';
import type { SharedCode } from './shared.ts';

/** What is used of a `WebAssembly.Memory`, which types of Node have no name for. */
interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What `assembly/index.ts` exports. Rows are doubles; addresses of rows are multiples of 16. */
export interface KernelCode extends DigestFunctions, EffectCode, LagsCode, RankCode, RowsCode, SharedCode {
  readonly memory: KernelMemory;
  powerTable(): Address;
  powerLostTable(): Address;
  freeMemory(): Address;
  expRow(from: Address, to: Address, count: number): void;
  pointScores(points: Address, first: number, count: number, cubics: Address, to: Address): void;
  plainScores(key0: number, key1: number, first: number, places: number, cubics: Address, to: Address): void;
  mixRows(terms: Address, rows: number, from: Address, stride: number, to: Address, count: number): void;
  smoothRow: SmoothRow;
  smoothLogRow: SmoothRow;
  stepsRow(values: Address, thresholds: Address, steps: number, from: Address, to: Address, count: number): void;
}

/** See `cubics.ts`. */
type SmoothRow = (
  start: number,
  cellsPerUnit: number,
  cubics: Address,
  cells: number,
  from: Address,
  to: Address,
  count: number,
) => void;
