/**
 * Weights of lags of the families in `carryover/`, two draws at a time: the same operations in the same order. `parameters`
 * is a table of addresses; the weights of a lag stand at `to`, `stride` bytes after those of the lag before.
 */
import { atLeast, atMost, one, quickExp, quickLn } from './quick';

// @ts-ignore: decorator
@inline
function parameter(parameters: usize, index: usize, at: usize): v128 {
  return v128.load(load<usize>(parameters + (index << 2)) + at);
}

/** `vanishingExp`, also of what is more than 600. */
// @ts-ignore: decorator
@inline
function vanishingExp(x: v128): v128 {
  return v128.and(quickExp(atMost(atLeast(x))), f64x2.ge(x, f64x2.splat(-700)));
}

/** Less retention is as good as none. */
const SMALLEST: f64 = 1e-300;

export function delayedWeights(parameters: usize, lags: i32, normalize: bool, to: usize, stride: usize): void {
  const zero = f64x2.splat(0);
  for (let at: usize = 0; at < stride; at += 16) {
    const retention = parameter(parameters, 0, at);
    const peak = parameter(parameters, 1, at);
    const none = f64x2.lt(retention, f64x2.splat(SMALLEST));
    const logarithm = quickLn(v128.bitselect(one(), retention, none));
    for (let lag = 0; lag <= lags; lag++) {
      const away = f64x2.sub(f64x2.splat(lag), peak);
      const weight = vanishingExp(f64x2.mul(f64x2.mul(away, away), logarithm));
      const elsewhere = v128.and(none, f64x2.ne(away, zero));
      v128.store(to + lag * stride + at, v128.andnot(weight, elsewhere));
    }
    if (normalize) makeSumOne(to + at, lags, stride);
  }
}

export function weibullPdfWeights(parameters: usize, lags: i32, normalize: bool, to: usize, stride: usize): void {
  for (let at: usize = 0; at < stride; at += 16) {
    const shape = parameter(parameters, 0, at);
    const scale = parameter(parameters, 1, at);
    let least = f64x2.splat(Infinity);
    let most = f64x2.splat(0);
    for (let lag = 0; lag <= lags; lag++) {
      const distance = quickLn(f64x2.div(f64x2.splat(lag + 1), scale));
      const gone = quickExp(atMost(atLeast(f64x2.mul(shape, distance))));
      const rise = f64x2.mul(f64x2.sub(shape, one()), distance);
      const density = vanishingExp(f64x2.sub(rise, gone));
      v128.store(to + lag * stride + at, density);
      least = f64x2.min(least, density);
      most = f64x2.max(most, density);
    }
    const flat = f64x2.eq(most, least);
    const range = f64x2.sub(most, least);
    for (let lag = 0; lag <= lags; lag++) {
      const place = to + lag * stride + at;
      const stretched = f64x2.div(f64x2.sub(v128.load(place), least), range);
      v128.store(place, v128.bitselect(lag == 0 ? one() : f64x2.splat(0), stretched, flat));
    }
    if (normalize) makeSumOne(to + at, lags, stride);
  }
}

export function weibullCdfWeights(parameters: usize, lags: i32, normalize: bool, to: usize, stride: usize): void {
  for (let at: usize = 0; at < stride; at += 16) {
    const shape = parameter(parameters, 0, at);
    const scale = parameter(parameters, 1, at);
    let hazard = f64x2.splat(0);
    for (let lag = 0; lag <= lags; lag++) {
      if (lag > 0) {
        const distance = quickLn(f64x2.div(f64x2.splat(lag), scale));
        hazard = f64x2.add(hazard, quickExp(atMost(atLeast(f64x2.mul(shape, distance)))));
      }
      v128.store(to + lag * stride + at, vanishingExp(f64x2.neg(hazard)));
    }
    if (normalize) makeSumOne(to + at, lags, stride);
  }
}

export function binomialWeights(parameters: usize, lags: i32, normalize: bool, to: usize, stride: usize): void {
  for (let at: usize = 0; at < stride; at += 16) {
    const exponent = f64x2.sub(f64x2.div(one(), parameter(parameters, 0, at)), one());
    v128.store(to + at, one());
    for (let lag = 1; lag <= lags; lag++) {
      const logarithm = quickLn(f64x2.splat(1 - <f64>lag / <f64>(lags + 1)));
      v128.store(to + lag * stride + at, vanishingExp(f64x2.mul(exponent, logarithm)));
    }
    if (normalize) makeSumOne(to + at, lags, stride);
  }
}

// @ts-ignore: decorator
@inline
function makeSumOne(to: usize, lags: i32, stride: usize): void {
  let sum = f64x2.splat(0);
  for (let lag = 0; lag <= lags; lag++) sum = f64x2.add(sum, v128.load(to + lag * stride));
  const nothing = f64x2.eq(sum, f64x2.splat(0));
  const divisor = v128.bitselect(one(), sum, nothing);
  for (let lag = 0; lag <= lags; lag++) {
    v128.store(to + lag * stride, f64x2.div(v128.load(to + lag * stride), divisor));
  }
}
