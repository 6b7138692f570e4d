import type { Address } from './address.ts';

/**
 * The part of the kernel's functions that works on tables where channels do something to each other; see
 * `assembly/shared.ts` and `serve.ts`. Distances and widths of rows are in bytes: 16 for every two draws.
 */
export interface SharedCode {
  buyRows(rows: Address, scale: Address, periods: number, to: Address, stride: number, bytes: number): void;
  addShareBought(
    rows: Address,
    scale: Address,
    share: Address,
    periods: number,
    to: Address,
    stride: number,
    bytes: number,
  ): void;
  multiplyRows(table: Address, factor: Address, periods: number, stride: number, bytes: number): void;
  seasonRows(
    table: Address,
    efficiency: Address,
    season: Address,
    demand: Address,
    periods: number,
    stride: number,
    bytes: number,
  ): void;
  sumWorth(
    rows: Address,
    scale: Address,
    value: Address,
    periods: number,
    stride: number,
    bytes: number,
    sums: Address,
  ): void;
  weighRows(
    rows: Address,
    scale: Address,
    crowding: Address,
    periods: number,
    to: Address,
    stride: number,
    bytes: number,
  ): void;
  displaceRows(
    weights: Address,
    share: Address,
    marginal: Address,
    runsOut: Address,
    need: Address,
    others: Address,
    periods: number,
    to: Address,
    stride: number,
    count: number,
  ): void;
  gatherFading(
    rows: Address,
    scale: Address,
    crowding: Address,
    slope: Address,
    gain: Address,
    retention: Address,
    periods: number,
    tail: number,
    ahead: Address,
    to: Address,
    stride: number,
    bytes: number,
  ): void;
  gatherWindow(
    rows: Address,
    scale: Address,
    crowding: Address,
    slope: Address,
    weights: Address,
    lagStride: number,
    lags: number,
    periods: number,
    tail: number,
    room: Address,
    to: Address,
    stride: number,
    bytes: number,
  ): void;
  addShare(share: Address, source: Address, periods: number, to: Address, stride: number, bytes: number): void;
  servePeriods(
    users: Address,
    many: number,
    stride: number,
    count: number,
    rows: number,
    periods: number,
    capacity: Address,
    fixed: Address,
    changes: boolean,
    marginal: Address,
    order: Address,
    worth: Address,
  ): void;
  servePlan(
    users: Address,
    many: number,
    stride: number,
    count: number,
    rows: number,
    capacity: Address,
    discount: Address,
    marginal: Address,
    runsOut: Address,
    order: Address,
    worth: Address,
    next: Address,
  ): void;
}
