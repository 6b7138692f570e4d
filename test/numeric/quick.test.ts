import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, expm1 } from '../../src/numeric/exp.ts';
import { ln, log1p } from '../../src/numeric/ln.ts';
import { quickExp2 } from '../../src/numeric/quick-exp2.ts';
import { quickExp, quickExpm1 } from '../../src/numeric/quick-exp.ts';
import { quickLn, quickLog1p } from '../../src/numeric/quick-ln.ts';
import { quickLog2 } from '../../src/numeric/quick-log2.ts';

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

// With mpmath at 50 digits: for x, log(mpf(x)) / log(mpf(2)); for y, mpf(2) ** mpf(y).
const LOG2: readonly (readonly [x: number, y: number])[] = [
  [1e-300, -996.5784284662087],
  [3.7e-12, -37.975611867906764],
  [0.001, -9.965784284662087],
  [0.5, -1],
  [0.72, -0.4739311883324124],
  [0.998, -0.0028882793248265117],
  [0.9999999999, -1.442695160330221e-10],
  [1, 0],
  [1.0000000001, 1.4426951601859516e-10],
  [1.5, 0.5849625007211562],
  [3, 1.584962500721156],
  [12345.678, 13.59171844813855],
  [7.7e11, 39.486067489568526],
  [1e300, 996.5784284662087],
];
const EXP2: readonly (readonly [y: number, x: number])[] = [
  [-1000, 9.332636185032189e-302],
  [-999.4321, 1.3834366300368315e-301],
  [-52.7, 1.3668448743341542e-16],
  [-1.0009765625, 0.49966166375132537],
  [-0.5, Math.SQRT1_2],
  [-0.0009765625, 0.9993233275026507],
  [-1e-9, 0.9999999993068528],
  [0, 1],
  [1e-9, 1.000000000693147],
  [0.00146484375, 1.001015867959941],
  [0.3333, 1.2598919398737178],
  [1.9999, 3.9997227507366144],
  [19.93, 998913.3414369195],
  [512.0625, 1.4001422301061428e154],
  [865, 2.4600631144627242e260],
];

describe('the quick functions of two', () => {
  const missed = (x: number, exact: number) => Math.abs(quickLog2(x) - exact) - 2 * ULP * Math.abs(exact);
  const ratio = (y: number, exact: number) => Math.abs(quickExp2(y) / exact - 1);

  it('take binary logarithms within 2e-15 and two units in the last place', () => {
    for (const [x, y] of LOG2) expect(missed(x, y)).toBeLessThanOrEqual(2e-15);
    const check = (x: number) => expect(missed(x, ln(x) * Math.LOG2E)).toBeLessThanOrEqual(2e-15);
    holds(sizes(-700, 700), check);
    holds(between(0.5, 2), check);
  });

  it('raise two to a power within 12 units in the last place', () => {
    for (const [y, x] of EXP2) expect(ratio(y, x)).toBeLessThanOrEqual(12 * ULP);
    // Of small exponents alone is y ln 2 as exact as y.
    holds(between(-2, 2), (y) => expect(ratio(y, exp(y * Math.LN2))).toBeLessThanOrEqual(14 * ULP));
    holds(between(-1000, 865), (any) => {
      const y = Math.round(any * 2 ** 30) / 2 ** 30; // what is left of it is exact
      const whole = Math.floor(y);
      expect(quickExp2(y)).toBe(quickExp2(y - whole) * 2 ** whole);
    });
    expect(quickExp2(0)).toBe(1);
  });

  it('undo each other', () => {
    holds(between(-999, 865), (y) =>
      expect(Math.abs(quickLog2(quickExp2(y)) - y)).toBeLessThanOrEqual(1e-14 + ULP * Math.abs(y)),
    );
  });
});
