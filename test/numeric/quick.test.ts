import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, expm1 } from '../../src/numeric/exp.ts';
import { ln, log1p } from '../../src/numeric/ln.ts';
import { quickExp, quickExpm1 } from '../../src/numeric/quick-exp.ts';
import { quickLn, quickLog1p } from '../../src/numeric/quick-ln.ts';

/** One unit in the last place, at most, of a number relative to it. */
const ULP = 2 ** -52;

function holds(numbers: fc.Arbitrary<number>, check: (x: number) => unknown): void {
  fc.assert(
    fc.property(numbers, (x) => void check(x)),
    { numRuns: 20_000, seed: 4 },
  );
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Every size as likely as another. */
const sizes = (least: number, most: number) => between(least, most).map((size) => exp(size));

// Held to the slower functions, which are within 1 unit of 60-digit arithmetic (vectors.test.ts).
describe('the quick functions of response curves', () => {
  it('raise e to a power within 4 units in the last place', () => {
    holds(between(-700, 700), (x) => expect(Math.abs(quickExp(x) / exp(x) - 1)).toBeLessThanOrEqual(4 * ULP));
    expect(quickExp(0)).toBe(1);
  });

  it('do so less 1, keeping the digits near zero', () => {
    const check = (x: number) => expect(Math.abs(quickExpm1(-x) / expm1(-x) - 1)).toBeLessThanOrEqual(4e-14);
    holds(between(1e-300, 700), check);
    holds(sizes(-600, 6), check);
    expect(quickExpm1(0)).toBe(0);
  });

  it('take logarithms, to a few units in the last place of the larger of the logarithm and 1', () => {
    const check = (x: number) =>
      expect(Math.abs(quickLn(x) - ln(x))).toBeLessThanOrEqual(2 * ULP * Math.max(1, Math.abs(ln(x))));
    holds(sizes(-700, 700), check);
    holds(between(0.5, 2), check);
    expect(quickLn(1)).toBe(0);
  });

  it('take that of 1 + x, keeping the digits near zero', () => {
    const check = (x: number) => {
      expect(Math.abs(quickLog1p(x, 1 / (1 + x)) / log1p(x) - 1)).toBeLessThanOrEqual(4e-14);
    };
    holds(between(1e-300, 100), check);
    holds(sizes(-600, 600), check);
    expect(quickLog1p(0, 1)).toBe(0);
  });
});
