import type { CompiledCurve } from '../families/response.ts';
import type { Address } from './address.ts';

/**
 * The part of the kernel's functions that leads from spend to what it brings and back; see `assembly/carry.ts`,
 * `curves.ts`, `sweep.ts` and `flow.ts`. Distances are in bytes, as are widths of rows: 16 for every two draws.
 */
export interface EffectCode extends Readonly<Record<CompiledCurve, CurveCode>> {
  quickPowerTable(): Address;
  quickLnTable(): Address;
  quickLog2Table(): Address;
  quickPowerOf2Table(): Address;
  /** Once the tables are filled in: makes another of that of binary logarithms. */
  fillOctaves(): void;
  carryNothing(
    rows: Address,
    times: Address,
    periods: number,
    tail: number,
    to: Address,
    stride: number,
    bytes: number,
    offset: number,
  ): void;
  carryFading(
    rows: Address,
    times: Address,
    before: number,
    periods: number,
    tail: number,
    retention: Address,
    to: Address,
    stride: number,
    bytes: number,
    offset: number,
  ): void;
  carryWindow(
    rows: Address,
    times: Address,
    before: number,
    periods: number,
    tail: number,
    weights: Address,
    lagStride: number,
    lags: number,
    to: Address,
    stride: number,
    bytes: number,
    offset: number,
  ): void;
  raiseRows(
    spend: Address,
    value: Address,
    slope: Address,
    stride: number,
    bytes: number,
    rows: number,
    until: Address,
    base: Address,
    line: Address,
    lift: Address,
  ): void;
  sweepNothing(
    value: Address,
    slope: Address,
    stride: number,
    bytes: number,
    periods: number,
    tail: number,
    worth: Address,
    scale: Address,
    arrivals: Address,
    cells: Address,
    gradient: Address,
    offset: number,
  ): void;
  sweepFading(
    value: Address,
    slope: Address,
    stride: number,
    bytes: number,
    periods: number,
    tail: number,
    worth: Address,
    scale: Address,
    arrivals: Address,
    retention: Address,
    ahead: Address,
    cells: Address,
    gradient: Address,
    offset: number,
  ): void;
  sweepWindow(
    value: Address,
    slope: Address,
    stride: number,
    bytes: number,
    periods: number,
    tail: number,
    worth: Address,
    scale: Address,
    arrivals: Address,
    weights: Address,
    lagStride: number,
    lags: number,
    room: Address,
    cells: Address,
    gradient: Address,
    offset: number,
  ): void;
  addValues(
    value: Address,
    stride: number,
    bytes: number,
    rows: number,
    worth: Address,
    scale: Address,
    to: Address,
    offset: number,
  ): void;
  addNodes(
    value: Address,
    stride: number,
    bytes: number,
    rows: number,
    parameter: Address,
    start: number,
    cellsPerUnit: number,
    cubics: Address,
    cells: number,
    worth: Address,
    to: Address,
    offset: number,
  ): void;
  sumReplicates(
    value: Address,
    stride: number,
    bytes: number,
    rows: number,
    worth: Address,
    sums: Address,
    offset: number,
  ): void;
  addChanges(
    slope: Address,
    change: Address,
    stride: number,
    bytes: number,
    rows: number,
    worth: Address,
    scale: Address,
    to: Address,
    offset: number,
  ): void;
}

/** Value of a curve in `rows` rows of spend, and its slope unless that is to stand at 0. */
export type CurveCode = (
  spend: Address,
  value: Address,
  slope: Address,
  stride: number,
  rows: number,
  bytes: number,
  parameters: Address,
  offset: number,
) => void;
