import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { betaLower } from '../../src/numeric/beta.ts';
import { betaLogOdds } from '../../src/numeric/beta-quantile.ts';
import { exp } from '../../src/numeric/exp.ts';
import { gammaLower, gammaUpper } from '../../src/numeric/gamma.ts';
import { gammaLnQuantile } from '../../src/numeric/gamma-quantile.ts';

const RUNS = { seed: 20270104, numRuns: 3000 };
/** Numbers from 10^low to 10^high, every factor of ten as often. */
const magnitude = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true }).map((e) => 10 ** e);
const smallTail = fc.oneof(fc.double({ min: 1e-3, max: 0.5, noNaN: true }), magnitude(-290, -3));

/** Rounding of the answer moves a tail of 1e-290 by many units in its last place, so its logarithm is compared. */
const expectSame = (tail: number, wanted: number) =>
  expect(Math.abs(Math.log(tail / wanted))).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(Math.log(wanted))));

it('finds the log odds that leave any tail of any beta distribution', () => {
  let compared = 0;
  fc.assert(
    fc.property(magnitude(-2, 7), magnitude(-2, 7), smallTail, fc.boolean(), (a, b, tail, upper) => {
      const odds = betaLogOdds(a, b, upper ? 1 - tail : tail, upper ? tail : 1 - tail);
      const x = 1 / (1 + exp(-odds));
      const y = 1 / (1 + exp(odds));
      if (x < 1e-300 || y < 1e-300) return; // the log odds are right, but no double is
      compared += 1;
      expectSame(upper ? betaLower(b, a, y, x) : betaLower(a, b, x, y), tail);
    }),
    RUNS,
  );
  expect(compared).toBeGreaterThan(2000);
});

it('finds the logarithm that leaves any tail of any gamma distribution', () => {
  let compared = 0;
  fc.assert(
    fc.property(magnitude(-2, 5), smallTail, fc.boolean(), (shape, tail, upper) => {
      const x = exp(gammaLnQuantile(shape, upper ? 1 - tail : tail, upper ? tail : 1 - tail));
      if (x < 1e-300) return;
      compared += 1;
      expectSame(upper ? gammaUpper(shape, x) : gammaLower(shape, x), tail);
    }),
    RUNS,
  );
  expect(compared).toBeGreaterThan(2000);
});

it('finds the same from any start', () => {
  const start = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(magnitude(-1, 5), magnitude(-1, 5), smallTail, start, (a, b, tail, from) => {
      const odds = betaLogOdds(a, b, tail, 1 - tail);
      expect(Math.abs(betaLogOdds(a, b, tail, 1 - tail, from) - odds)).toBeLessThan(
        1e-11 * Math.max(1, Math.abs(odds)),
      );
      const log = gammaLnQuantile(a, tail, 1 - tail);
      expect(Math.abs(gammaLnQuantile(a, tail, 1 - tail, from) - log)).toBeLessThan(1e-11 * Math.max(1, Math.abs(log)));
    }),
    { ...RUNS, numRuns: 500 },
  );
});
