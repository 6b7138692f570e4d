import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Goal, Scenario } from '../../src/domain.ts';
import { explained } from '../../src/runs/explain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { concaveScenarios, MIXED, sum } from '../properties/concave.ts';
import { runs } from '../properties/settings.ts';
import { inlineEngine } from '../support/engine.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

async function explain(of: Scenario) {
  const model = compile(of);
  const stressed = (of.goal.worstOf ?? []).map((name) => compile(of, [name]));
  const options = { searchDraws: 64, draws: 256, gap: 1e-4, ranges: true };
  const ground = searchGround(engine, [model, ...stressed], options);
  const { found, ranges } = await explained(
    engine,
    model,
    await search(engine, model, options, { ground }),
    ground,
    options,
  );
  if (!('plan' in found)) throw new Error(found.status);
  return { found, ranges: ranges!, reasons: found.reasons! };
}

const GOALS: readonly Omit<Goal, 'maximize'>[] = [
  {},
  { plus: { customers: 0.3 } },
  { risk: { worst: 0.2, weight: 0.5 } },
  { risk: { worst: 0.1, atLeast: -1e6 } },
  { worstOf: ['weak'] },
];
const weak = {
  label: 'weak',
  multiply: [{ channel: '*', what: 'demand' as const, factor: { kind: 'constant' as const, text: '0.7', value: 0.7 } }],
  switchOff: [],
};

describe('explanations of random plans', () => {
  it('keep the plan between the ends of its ranges, and proven ends outside of them, for any goal', async () => {
    await fc.assert(
      fc.asyncProperty(
        concaveScenarios({ ...MIXED, periods: [1, 2], channels: [2, 4] }),
        fc.constantFrom(...GOALS),
        async (of, goal) => {
          const { found, ranges, reasons } = await explain({
            ...of,
            goal: { ...of.goal, ...goal },
            ...(goal.worstOf === undefined ? {} : { stresses: { weak } }),
          });
          expect(reasons).toHaveLength(ranges.channels.length);
          const money = sum(found.plan.spend.flatMap((own) => [...own]));
          ranges.channels.forEach(({ least, most }, c) => {
            const total = sum([...found.plan.spend[c]!]);
            // Rounding of linear programs, as a share of all money.
            const slack = 1e-6 * (1 + money);
            expect(least.total).toBeLessThanOrEqual(total + slack);
            expect(most.total).toBeGreaterThanOrEqual(total - slack);
            expect(least.proven ?? -Infinity).toBeLessThanOrEqual(least.total + slack);
            expect(most.proven ?? Infinity).toBeGreaterThanOrEqual(most.total - slack);
          });
        },
      ),
      runs(15),
    );
  });

  it('leave nothing unexplained where returns diminish and the mean of one figure counts', async () => {
    let said = 0;
    await fc.assert(
      fc.asyncProperty(concaveScenarios({ ...MIXED, periods: [1, 3], noFixedCosts: true }), async (of) => {
        const { reasons } = await explain(of);
        said += reasons.length;
        expect(reasons.filter(({ kind }) => kind === 'unexplained')).toEqual([]);
      }),
      runs(15),
    );
    expect(said).toBeGreaterThan(30);
  });
});
