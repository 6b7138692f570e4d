import { afterAll, expect, it } from 'vitest';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';
import { mean, simulator } from '../properties/solve.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const WEEKS = 8;
const PULSE = 50;
const BUDGET = 400;

it('meets a plan of pulses first that is hardly worse than the best, where a little each week would be below the minimum', async () => {
  const model = compile(
    scenario(
      {
        pulses: channel({
          efficiency: certain(4),
          response: {
            curve: 'michaelis-menten',
            parameters: { halfSaturation: certain(20) },
            points: [],
            of: 'customers',
          },
          carryover: { curve: 'geometric', parameters: { retention: certain(0.7) }, normalize: true },
          limits: { minIfUsed: PULSE },
          plan: Array.from({ length: WEEKS }, () => 0),
        }),
        steady: channel({ plan: Array.from({ length: WEEKS }, () => BUDGET / WEEKS) }),
      },
      { horizon: { periods: WEEKS, unit: 'week' }, budget: { total: BUDGET }, value: { orderValue: certain(3) } },
    ),
  );
  const stop = new AbortController();
  const options = { searchDraws: 64, signal: stop.signal };
  const found = await search(engine, model, {
    ...options,
    onProgress: (progress) => {
      if (progress.phase === 'search' && progress.value > -Infinity) stop.abort();
    },
  });
  if (!('plan' in found)) throw new Error(found.status);
  const goalOf = simulator(model, options);
  // All ways to spend nothing or one pulse in each week, the rest of the budget wherever it is.
  let best = -Infinity;
  for (let weeks = 0; weeks < 1 << WEEKS; weeks++) {
    const pulses = Array.from({ length: WEEKS }, (_, t) => ((weeks >> t) & 1) * PULSE);
    const rest = BUDGET - pulses.reduce((sum, amount) => sum + amount, 0);
    best = Math.max(best, mean(goalOf([pulses, pulses.map(() => rest / WEEKS)])));
  }
  // Pulses of other sizes are no part of these ways.
  expect(found.lowerBound).toBeGreaterThan(0.99 * best);
});
