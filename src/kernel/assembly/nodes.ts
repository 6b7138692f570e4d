/** `addNodes` of `simulate/quadrature/ruled-values.ts`, two draws at a time: the same operations in the same order. */
import { cubicAt, placeOf } from './marginal';

const CUBIC_BYTES: i32 = 32;

/**
 * Adds to the row `to`, `worth` times, values in `rows` rows, each with a weight that depends on a parameter of the draw.
 *
 * @param start  parameter at which the first cell starts
 * @param cubics  cell by cell, for each row four coefficients of its weight, the constant first
 */
export function addNodes(
  value: usize,
  stride: usize,
  bytes: usize,
  rows: i32,
  parameter: usize,
  start: f64,
  cellsPerUnit: f64,
  cubics: usize,
  cells: i32,
  worth: usize,
  to: usize,
  offset: usize,
): void {
  parameter += offset;
  worth += offset;
  to += offset;
  const starts = f64x2.splat(start);
  const scale = f64x2.splat(cellsPerUnit);
  const end = f64x2.splat(<f64>cells);
  const last = f64x2.splat(<f64>(cells - 1));
  const cellBytes = rows * CUBIC_BYTES;
  for (let at: usize = 0; at < bytes; at += 16) {
    const place = placeOf(v128.load(parameter + at), starts, scale, end);
    const cell = f64x2.pmin(last, f64x2.floor(place));
    const t = f64x2.sub(place, cell);
    const numbers = i32x4.trunc_sat_f64x2_u_zero(cell);
    let first = cubics + <usize>(i32x4.extract_lane(numbers, 0) * cellBytes);
    let second = cubics + <usize>(i32x4.extract_lane(numbers, 1) * cellBytes);
    let total = f64x2.splat(0);
    for (let row = 0, from = value + at; row < rows; row++, from += stride) {
      total = f64x2.add(total, f64x2.mul(cubicAt(first, second, t), v128.load(from)));
      first += CUBIC_BYTES;
      second += CUBIC_BYTES;
    }
    v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(v128.load(worth + at), total)));
  }
}
