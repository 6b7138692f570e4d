import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Scenario } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search } from '../../src/runs/search.ts';
import brackets from '../fixtures/known-answers/claro_lp_brackets.json' with { type: 'json' };
import traps from '../fixtures/known-answers/scurve_traps.json' with { type: 'json' };
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

async function solve(of: Scenario, gap: number) {
  const found = await search(engine, compile(of), { searchDraws: 16, gap });
  if (!('plan' in found)) throw new Error(found.status);
  return { ...found, totals: found.plan.spend.map(([amount]) => amount!) };
}

const { efficiency: _quoted, ...bare } = channel();

describe('S-curves on which others get stuck', () => {
  it.each(traps.cases)('are solved with proof: case $id', async ({ channels, budget, upper, ...known }) => {
    const of = Object.fromEntries(
      channels.map(({ beta, k, s }, c): [string, Channel] => {
        const parameters = { halfSaturation: certain(k), slope: certain(s) };
        const response = { curve: 'hill', parameters, points: [], of: 'customers' as const, ceiling: certain(beta) };
        return [`c${c}`, { ...bare, response, plan: [budget / channels.length], limits: { max: upper[c]! } }];
      }),
    );
    const gap = 1e-5;
    const found = await solve(scenario(of, { budget: { total: budget }, goal: { maximize: 'customers' } }), gap);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    const { allocation, total } = known.certified_grid_optimum;
    // The best on a grid of whole units is a plan too; between its points there is a little more.
    expect(found.lowerBound).toBeGreaterThanOrEqual(total * (1 - gap));
    expect(found.upperBound).toBeGreaterThanOrEqual(total * (1 - 1e-12));
    expect(found.lowerBound).toBeLessThanOrEqual(total * 1.001);
    found.totals.forEach((amount, c) => expect(Math.abs(amount - allocation[c]!)).toBeLessThanOrEqual(1));
    // By the formula of the file.
    const value = channels.reduce((sum, { beta, k, s }, c) => {
      const power = found.totals[c]! ** s;
      return sum + (beta * power) / (power + k ** s);
    }, 0);
    expect(Math.abs(value - found.lowerBound)).toBeLessThanOrEqual(1e-9 * value);
    expect(found.lowerBound).toBeGreaterThan(known.meridian_greedy.total * (1 - gap));
  });
});

describe('brackets of diminishing yield', () => {
  /** Caps of the brackets as shares of the budget, and their yields. */
  const caps = [0.25, 0.35, 0.4];
  const yields = [1, 0.65, 0.35];
  /** 300 days of history against 30 of the mean of all. */
  const shrinkage = 30 / 330;

  it.each(brackets.cases)(
    'are filled in the order of their returns: $id',
    async ({ budget, floors, expected, ...own }) => {
      const raw = Object.entries(own.raw_productivity);
      const mean = raw.reduce((sum, [, productivity]) => sum + productivity, 0) / raw.length;
      const productivities = raw.map(([, productivity]) => (1 - shrinkage) * productivity + shrinkage * mean);
      const channels = Object.fromEntries(
        raw.map(([name], c): [string, Channel] => {
          let [spend, response] = [0, 0];
          const points = caps.map((cap, b) => {
            spend += cap * budget;
            response += cap * budget * yields[b]! * productivities[c]!;
            return [spend, response];
          });
          const curve = { curve: 'table', parameters: { multiplier: certain(1) }, points, of: 'customers' as const };
          const min = Object.entries(floors).find(([floor]) => floor === name)![1];
          return [name, { ...bare, response: curve, plan: [budget / raw.length], limits: { min } }];
        }),
      );
      const of = scenario(channels, { budget: { total: budget }, goal: { maximize: 'customers' } });
      const found = await solve(of, 1e-9);
      expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
      expect(found.totals.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(budget, 6);
      if (typeof expected === 'string') {
        // Any split, says the file of the allocation; what it brings is each bracket's first: by hand, both to half.
        const half = 0.25 * budget + 0.25 * budget * 0.65;
        expect(found.lowerBound).toBeCloseTo(2 * half * 0.1, 6);
      } else {
        raw.forEach(([name], c) => {
          const wanted = Object.entries(expected).find(([key]) => key === name)![1];
          expect(Math.abs(found.totals[c]! - wanted)).toBeLessThanOrEqual(brackets.tolerance_abs);
        });
      }
    },
  );
});
