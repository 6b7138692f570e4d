import { expect, it } from 'vitest';
import type { Channel } from '../../src/domain.ts';
import { solve } from '../properties/solve.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = engineOfFile();

const PERIODS = 4;
const MONEY = 1000;

/**
 * SciPy, for three channels [curve, reference or scale, exponent, retention] of (p, 100, .1, .4), (p, 200, .3, .4) and (l, 300, 0, .5),
 * with spend as 1000 × softmax(z), four periods and two after them, from normal z of three seeds:
 *
 *     a = r * a + (1 - r) * spend; total += k * (a / k) ** e if p else k * np.log1p(a / k)
 *     minimize(lambda z: -value(z), z, method='BFGS', options={'gtol': 1e-9, 'maxiter': 5000})
 */
const BEST = 1750.542329375;

const fading = (retention: number, today: number, response: Channel['response']): Channel =>
  channel({
    response,
    plan: Array.from({ length: PERIODS }, () => today),
    carryover: { curve: 'geometric', parameters: { retention: certain(retention) }, normalize: true },
  });

const power = (reference: number, exponent: number): Channel['response'] => ({
  curve: 'power',
  parameters: { reference: certain(reference), exponent: certain(exponent) },
  points: [],
  of: 'customers',
});

it('is proven as closely as is asked from a plan where first money brings all but endlessly much', async () => {
  const of = scenario(
    {
      a: fading(0.4, 0, power(100, 0.1)),
      b: fading(0.4, 0, power(200, 0.3)),
      c: fading(0.5, MONEY / PERIODS, {
        curve: 'log',
        parameters: { scale: certain(300) },
        points: [],
        of: 'customers',
      }),
    },
    { horizon: { periods: PERIODS, unit: 'week', tail: 2 }, budget: { total: MONEY }, goal: { maximize: 'revenue' } },
  );
  // Tangents at nothing are 1e8 and more: as the largest that parts can come to, that alone left 4e-5 of rounding in the bound.
  const { found } = await solve(engine, of, { searchDraws: 1, gap: 1e-7 });
  expect(found.status).toBe('optimal');
  expect(found.lowerBound).toBeGreaterThan(BEST * (1 - 1e-7));
  expect(found.lowerBound).toBeLessThan(BEST * (1 + 1e-9));
  expect(found.upperBound).toBeGreaterThan(BEST * (1 - 1e-9));
});
