import type { CompiledPreparation } from '../families/response.ts';
import type { Address } from './address.ts';

/** The part of the kernel's functions that make rows of rows; see `assembly/rows.ts` and `prepare.ts`. Widths are in bytes: 16 for every two draws. */
export interface RowsCode extends Readonly<Record<CompiledPreparation, PrepareRows>> {
  productRows: MakeRow;
  sumRows: MakeRow;
  differenceRows: MakeRow;
  /** 0 where `b` is not positive. */
  quotientRows: MakeRow;
  ratioRows: MakeRow;
  addTimes(to: Address, row: Address, times: number, bytes: number): void;
  /** Whether all numbers are finite and no less than `least`: 1 or 0. */
  areFrom(row: Address, least: number, bytes: number): number;
  clearRow(row: Address, bytes: number): void;
  sumOfReplicates(row: Address, sums: Address, count: number): void;
}

/** @param rows  a table: of the parameters, then of the rows to be made */
type PrepareRows = (rows: Address, count: number) => void;

export type MakeRow = (a: Address, b: Address, to: Address, bytes: number) => void;
