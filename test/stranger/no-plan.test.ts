import { afterAll, expect, it } from 'vitest';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';
import { moveOf } from '../support/repairs.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

it('says how far a Herfindahl index is out of reach, to the last step of the search for it', async () => {
  const saturating = {
    efficiency: certain(2),
    response: { curve: 'exponential', parameters: { scale: certain(80) }, points: [], of: 'customers' },
  } as const;
  const given = scenario(
    { a: channel({ ...saturating, limits: { min: [80] } }), b: channel(saturating) },
    { budget: { total: 100 }, concentration: { herfindahl: 0.5 } },
  );
  const found = await search(engine, compile(given), { searchDraws: 1 });
  if (found.status !== 'infeasible') throw new Error(found.status);
  expect(found.conflict.map(({ limit }) => limit.path).toSorted()).toEqual([
    'budget.total',
    'channels.a.limits.min[0]',
    'concentration.herfindahl',
  ]);
  const by = Object.fromEntries(found.repairs.map((repair) => [repair.limit.path, moveOf(repair)]));
  // 80 and 20 of 100 have an index of 0.64 + 0.04 = 0.68; two equal parts have 0.5: 80 and 80, or 50 and 50.
  expect(by['concentration.herfindahl']).toBeCloseTo(0.18, 12);
  expect(by['budget.total']).toBeCloseTo(60, 1);
  expect(by['channels.a.limits.min[0]']).toBeCloseTo(-30, 1);
});
