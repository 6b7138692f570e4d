import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryovers } from '../../src/carryover/table.ts';
import { weightsOf } from '../../src/carryover/weights.ts';
import { openKernel } from '../../src/kernel/kernel.ts';

const kernel = openKernel()!;

const rates = fc.oneof(fc.constantFrom(0, 1, 1e-300), fc.double({ min: 0, max: 1, noNaN: true }));
const peaks = fc.oneof(fc.constantFrom(0, 2, 400), fc.double({ min: 0, max: 12, noNaN: true }));
const sizes = fc.oneof(fc.constantFrom(1e-3, 1, 300), fc.double({ min: 0.05, max: 20, noNaN: true }));

const families: readonly (readonly [name: string, parameters: readonly fc.Arbitrary<number>[]])[] = [
  ['delayed', [rates, peaks]],
  ['weibull-pdf', [sizes, sizes]],
  ['weibull-cdf', [sizes, sizes]],
  ['binomial', [rates]],
];

describe('compiled weights of lags have the bits of their families', () => {
  it.each(families)('%s', (family, parametersOf) => {
    const draw = fc.tuple(...parametersOf);
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(draw, draw), { minLength: 1, maxLength: 8 }),
        fc.nat(14),
        fc.boolean(),
        (pairs, lags, normalize) => {
          const draws = pairs.flat();
          const count = draws.length;
          const parameters = parametersOf.map((_, k) => Float64Array.from(draws, (own) => own[k]!));
          const plain = weightsOf({ family, parameters, normalize, lags }, count);
          // Of parameters that are all the same there is one row of weights.
          if (plain.kind !== 'window' || plain.shared) return;
          compared++;
          kernel.release();
          const to = kernel.room((lags + 1) * count);
          const table = kernel.putTable(parameters.map((row) => kernel.put(row)));
          kernel.code[carryovers[family]!.compiled!](table, lags, normalize, to, 8 * count);
          const got = kernel.numbers().slice(to / 8, to / 8 + (lags + 1) * count);
          expect(got).toEqual(plain.weights);
          expect(got.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
        },
      ),
      { seed: 3, numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(80);
  });
});
