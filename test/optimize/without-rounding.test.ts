/** Amounts that are written one by one and miss their total by rounding. */
import { afterAll, describe, expect, it } from 'vitest';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { channel, scenario, uniform } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const thirds = (total: number) => {
  const third = channel({ efficiency: uniform(1, 2), limits: { fixed: 333_333.33 } });
  return compile(scenario({ a: third, b: third, c: third }, { budget: { total } }));
};
const searched = (total: number) => search(engine, thirds(total), { searchDraws: 256 });

describe('amounts that add up to their total but for rounding', () => {
  // Found by fuzzing: solvers called such limits possible and then impossible, or could not tell, which ended the search.
  it.each([999_999.99, 1_000_000, 999_999.9899, 999_999.99 * (1 + 1e-12), 999_999.99 * (1 - 1e-9)])(
    'are the plan, with a total of %d',
    async (total) => {
      const found = await searched(total);
      expect(found.status).toBe('optimal');
      expect('plan' in found && found.plan.spend.map(([amount]) => amount)).toEqual([
        333_333.33, 333_333.33, 333_333.33,
      ]);
    },
  );

  it('are no plan where they miss it by more than that', async () => {
    const found = await searched(1_000_001);
    expect(found.status).toBe('infeasible');
  });
});
