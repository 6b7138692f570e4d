import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Quantity } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { figuresOfPlan, prepareDraws } from '../../src/simulate/chunk.ts';
import { certain, channel, lognormal, scenario, uniform } from '../support/scenario.ts';

const DRAWS = 64;
const range = { first: 0, count: DRAWS };
const profit = { weights: { profit: 1 } };

interface Made {
  readonly carryover: string;
  readonly parameters: Readonly<Record<string, Quantity>>;
  readonly slope: Quantity;
  readonly periods: number;
  readonly tail?: number;
}

/** What one S-shaped channel brings in all, by a search's draws: in truth, by pools and by an envelope for each draw. */
function bounds({ carryover, parameters, slope, periods, tail }: Made) {
  const only = channel({
    efficiency: lognormal(3, 0.3),
    response: {
      curve: 'hill',
      parameters: { halfSaturation: lognormal(50, 0.8), slope },
      points: [],
      of: 'customers',
    },
    carryover: { curve: carryover, parameters, normalize: true },
    plan: [10],
  });
  const horizon = { periods, unit: 'week' as const, ...(tail === undefined ? {} : { tail }) };
  const model = compile(scenario({ only }, { horizon }));
  const prepared = prepareDraws(model, { seed: 'pools', method: 'sobol', draws: DRAWS }, true);
  const planOf = (spend: readonly number[]): Plan => ({ name: '', spend: [Float64Array.from(spend)] });
  return (spend: readonly number[], lower: readonly number[], upper: readonly number[]) => {
    const box = { lower: planOf(lower), upper: planOf(upper), pooled: true };
    const asked = (byDraw: boolean, within?: typeof box) => {
      const [answer] = figuresOfPlan(prepared, planOf(spend), [true], [profit], [byDraw], range, within);
      const { cells, gradient } = answer!.sums;
      return { value: cells.reduce((sum, cell) => sum + cell, 0), gradient };
    };
    // Draw by draw there are no pools.
    return { truth: asked(false), pooled: asked(false, box), byDraw: asked(true, box) };
  };
}

const carryovers = [
  { carryover: 'geometric', parameters: { retention: uniform(0.2, 0.4) } },
  { carryover: 'geometric', parameters: { retention: certain(0.4) } },
  { carryover: 'binomial', parameters: { persistence: uniform(0.2, 0.22), lags: certain(1) } },
];

describe('a bound by pools of draws', () => {
  it.each(carryovers)('is nowhere below the truth or above envelopes, and concave: $carryover', (own) => {
    const periods = 4;
    const of = bounds({ ...own, slope: uniform(1.2, 3), periods });
    const amount = fc.double({ min: 0, max: 1, noNaN: true });
    const amounts = fc.array(amount, { minLength: periods, maxLength: periods });
    let nearer = 0;
    fc.assert(
      fc.property(
        amounts,
        amounts,
        amounts,
        amounts,
        fc.constantFrom(80, 300, 1000, 4000),
        (low, width, a, b, size) => {
          const lower = low.map((share) => 0.02 * size * share);
          const upper = lower.map((least, t) => least + size * (0.05 + width[t]!));
          const at = (shares: readonly number[]) =>
            shares.map((share, t) => lower[t]! + 0.3 * share * (upper[t]! - lower[t]!));
          const [here, there] = [of(at(a), lower, upper), of(at(b), lower, upper)];
          // Of what a unit of money brings at best, three or so, in each draw.
          const rounding = 1e-9 * DRAWS * size;
          expect(here.pooled.value).toBeGreaterThanOrEqual(here.truth.value - rounding);
          expect(here.pooled.value).toBeLessThanOrEqual(here.byDraw.value + rounding);
          const step = at(b).map((x, t) => x - at(a)[t]!);
          const ahead = here.pooled.value + step.reduce((sum, by, t) => sum + by * here.pooled.gradient[t]!, 0);
          expect(there.pooled.value).toBeLessThanOrEqual(ahead + rounding);
          if (here.pooled.value < here.byDraw.value - rounding) nearer += 1;
        },
      ),
      { seed: 9, numRuns: 100 },
    );
    expect(nearer).toBeGreaterThan(10);
  });

  it('is the concave envelope of the mean curve where all draws carry over alike', () => {
    const of = bounds({ ...carryovers[1]!, slope: uniform(1.2, 3), periods: 1, tail: 0 });
    const [lower, upper] = [[0], [400]];
    const spends = Array.from({ length: 801 }, (_, k) => k / 2);
    const truth = spends.map((spend) => of([spend], lower, upper).truth.value);
    for (const spend of [5, 20, 40, 100, 200, 350]) {
      // The highest of all straight lines between two points of the curve: what the envelope is, by definition.
      let highest = truth[2 * spend]!;
      for (let a = 0; a < 2 * spend; a += 4) {
        for (let b = 2 * spend + 1; b < spends.length; b += 4) {
          highest = Math.max(highest, truth[a]! + ((truth[b]! - truth[a]!) * (2 * spend - a)) / (b - a));
        }
      }
      const { pooled, byDraw } = of([spend], lower, upper);
      expect(pooled.value).toBeGreaterThanOrEqual(highest - 1e-9 * Math.abs(highest));
      // Cells of a two-hundredth of all there is to win.
      expect(pooled.value - highest).toBeLessThan(2e-3 * Math.max(...truth));
      if (spend === 20) expect(byDraw.value - highest).toBeGreaterThan(2e-2 * Math.max(...truth));
    }
  });
});
