import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryovers } from '../../src/carryover/table.ts';
import { between, parametersOf } from './samples.ts';

describe.each(['none', 'geometric', 'delayed', 'weibull-pdf', 'weibull-cdf'])('reach of %s', (name) => {
  it('is the first lag after which less than the share is left', () => {
    const family = carryovers[name]!;
    fc.assert(
      fc.property(parametersOf[name]!, between(0.001, 0.5), (parameters, share) => {
        const weights = new Float64Array(20_000);
        family.weights(parameters, weights);
        const left = leftAfter(weights);
        const reach = family.reach(parameters, share);
        // What is left is known to a few roundings, and of a Weibull density with a long tail to 0.1 % of the share.
        expect(left(reach)).toBeLessThan(share * 1.001);
        if (reach > 0) expect(left(reach - 1)).toBeGreaterThan(share * 0.999);
      }),
      { seed: 20270104, numRuns: 60 },
    );
  });
});

it('is without end where the effect is', () => {
  expect(carryovers['geometric']!.reach([1], 0.01)).toBe(Infinity);
  expect(carryovers['delayed']!.reach([1, 2], 0.01)).toBe(Infinity);
  expect(carryovers['weibull-pdf']!.reach([0.1, 52], 0.01)).toBe(Infinity);
  expect(carryovers['binomial']!.reach([0.5], 0.01)).toBe(Infinity);
  expect(carryovers['binomial']!.needsLags).toBe(true);
});

it('is nothing where the effect comes at once', () => {
  expect(carryovers['none']!.reach([], 0.01)).toBe(0);
  expect(carryovers['geometric']!.reach([0], 0.01)).toBe(0);
  expect(carryovers['weibull-cdf']!.reach([3, 0.1], 0.01)).toBe(0);
});

/** Share of all weight at lags above the one asked for. */
function leftAfter(weights: Float64Array): (lag: number) => number {
  const tails = new Float64Array(weights.length + 1);
  for (let lag = weights.length - 1; lag >= 0; lag--) tails[lag] = tails[lag + 1]! + weights[lag]!;
  return (lag) => tails[lag + 1]! / tails[0]!;
}
