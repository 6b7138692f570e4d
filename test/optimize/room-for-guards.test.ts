import { expect, it } from 'vitest';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search } from '../../src/runs/search.ts';
import { inlineEngine } from '../support/engine.ts';
import { channel, scenario, uniform } from '../support/scenario.ts';

it('finds in few looks how much room a limit on the worst cases leaves in each part of a search', async () => {
  const curve = (kind: string, parameters: Record<string, ReturnType<typeof uniform>>) => ({
    curve: kind,
    parameters,
    points: [],
    of: 'customers' as const,
  });
  const model = compile(
    scenario(
      {
        steady: channel({
          efficiency: uniform(2.6, 3),
          response: curve('exponential', { scale: uniform(60, 120) }),
          plan: [40, 40, 40],
        }),
        bent: channel({
          efficiency: uniform(1.6, 6),
          response: curve('hill', { halfSaturation: uniform(40, 70), slope: uniform(1.6, 2.4) }),
          plan: [40, 40, 40],
        }),
      },
      {
        horizon: { periods: 3, unit: 'week' },
        budget: { total: 240 },
        goal: { maximize: 'customers', risk: { worst: 0.1, atLeast: 480 } },
      },
    ),
  );
  const engine = inlineEngine();
  const found = await search(engine, model, { searchDraws: 256, gap: 1e-3 });
  await engine.close();
  if (!('plan' in found)) throw new Error(found.status);
  expect(found.gap).toBeLessThan(1e-3);
  expect(found.wishes[0]!.reached).toBeGreaterThanOrEqual(480 - 1e-6);
  // 425 where each part looks for its room from nothing.
  expect(found.simulations).toBeLessThan(350);
});
