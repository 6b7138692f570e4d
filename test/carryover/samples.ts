import * as fc from 'fast-check';
import type { CarryoverInBlock } from '../../src/carryover/weights.ts';

/** One draw's parameters of every carry-over, from everyday to extreme. */
export const parametersOf: Readonly<Record<string, fc.Arbitrary<readonly number[]>>> = {
  none: fc.constant([]),
  geometric: fc.tuple(between(0, 0.97)),
  delayed: fc.tuple(between(0.05, 0.95), between(0, 6)),
  binomial: fc.tuple(between(0, 1)),
  'weibull-pdf': fc.tuple(between(0.5, 5), between(0.5, 8)),
  'weibull-cdf': fc.tuple(between(0.5, 5), between(0.5, 8)),
};

/** A carry-over in a block of `count` draws; the parameters may or may not be the same in all of them. */
export function carryoverInBlock(count: number): fc.Arbitrary<CarryoverInBlock> {
  return fc.constantFrom(...Object.keys(parametersOf)).chain((family) =>
    fc
      .record({
        draws: fc.oneof(
          fc.array(parametersOf[family]!, { minLength: count, maxLength: count }),
          parametersOf[family]!.map((one) => Array.from({ length: count }, () => one)),
        ),
        normalize: fc.boolean(),
        lags: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined, freq: 1 }),
      })
      .map(({ draws, normalize, lags }) => ({
        family,
        parameters: draws[0]!.map((_, p) => Float64Array.from(draws, (draw) => draw[p]!)),
        normalize,
        ...(lags !== undefined ? { lags } : family === 'none' || family === 'geometric' ? {} : { lags: 8 }),
      })),
  );
}

/** `length` amounts of money. */
export function money(length: number): fc.Arbitrary<Float64Array> {
  const amount = fc.oneof(fc.constant(0), between(0, 1e5));
  return fc.array(amount, { minLength: length, maxLength: length }).map((list) => Float64Array.from(list));
}

/** Every number between as likely as another, the ends included; `fc.double` would mostly be near zero. */
export function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.nat(1_000_000).map((part) => min + ((max - min) * part) / 1_000_000);
}
