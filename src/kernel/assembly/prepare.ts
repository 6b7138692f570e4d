/**
 * What curves first work out of their parameters: `prepare` of the families in `responses/`, two draws at a time, the same
 * operations in the same order. `rows` is a table of addresses: of the parameters, then of the rows to be made.
 */
import { quickExp, quickLn } from './quick';

// @ts-ignore: decorator
@inline
function rowAt(rows: usize, index: usize): usize {
  return load<usize>(rows + (index << 2));
}

export function prepareExponential(rows: usize, count: i32): void {
  const scales = rowAt(rows, 0);
  const same = rowAt(rows, 1);
  const shares = rowAt(rows, 2);
  const end = <usize>((count + 1) >> 1) << 4;
  for (let at: usize = 0; at < end; at += 16) {
    const scale = v128.load(scales + at);
    v128.store(same + at, scale);
    v128.store(shares + at, f64x2.div(f64x2.splat(-1), scale));
  }
}

/** Less is as good as no spend; `CHORD_END` and its logarithm. */
const SMALLEST: f64 = 1e-300;
const CHORD_END: f64 = 1e-6;
const LN_CHORD_END: f64 = -13.815510557964274;

export function prepareHill(rows: usize, count: i32): void {
  const halves = rowAt(rows, 0);
  const slopes = rowAt(rows, 1);
  const ceilings = rowAt(rows, 2);
  const same = rowAt(rows, 3);
  const logarithms = rowAt(rows, 4);
  const steepest = rowAt(rows, 5);
  const chords = rowAt(rows, 6);
  const ends = rowAt(rows, 7);
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const bytes = <usize>((count + 1) >> 1) << 4;
  for (let at: usize = 0; at < bytes; at += 16) {
    const half = v128.load(halves + at);
    const slope = v128.load(slopes + at);
    const beyond = f64x2.sub(slope, one);
    const bent = f64x2.gt(slope, one);
    let ceiling = half;
    if (v128.any_true(bent)) {
      const exponent = f64x2.mul(f64x2.div(f64x2.neg(beyond), slope), quickLn(v128.bitselect(beyond, one, bent)));
      const best = f64x2.mul(f64x2.mul(half, slope), quickExp(v128.bitselect(exponent, zero, bent)));
      ceiling = v128.bitselect(best, half, bent);
    }
    v128.store(ceilings + at, ceiling);
    v128.store(same + at, slope);
    v128.store(logarithms + at, quickLn(half));
    v128.store(steepest + at, f64x2.mul(ceiling, slope));
    const steep = f64x2.lt(slope, one);
    if (!v128.any_true(steep)) {
      v128.store(chords + at, v128.bitselect(zero, one, bent));
      v128.store(ends + at, f64x2.splat(SMALLEST));
      continue;
    }
    const power = quickExp(f64x2.mul(v128.bitselect(slope, one, steep), f64x2.splat(LN_CHORD_END)));
    const under = f64x2.mul(f64x2.mul(f64x2.add(one, power), f64x2.splat(CHORD_END)), half);
    const chord = f64x2.div(f64x2.mul(ceiling, power), under);
    v128.store(chords + at, v128.bitselect(chord, v128.bitselect(zero, one, bent), steep));
    v128.store(ends + at, v128.bitselect(f64x2.mul(f64x2.splat(CHORD_END), half), f64x2.splat(SMALLEST), steep));
  }
}
