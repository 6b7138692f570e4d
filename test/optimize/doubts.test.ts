import { describe, expect, it } from 'vitest';
import type { Optimization, Scenario } from '../../src/domain.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario, uncertain } from '../support/scenario.ts';

async function found(of: Scenario): Promise<Extract<Optimization, { readonly plan: unknown }>> {
  const engine = inlineEngine();
  const result = await search(engine, compile(of), { searchDraws: 64 });
  await engine.close();
  if (!('plan' in result)) throw new Error(result.status);
  return result;
}

const saturating = (today: number) =>
  channel({
    response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
    plan: [today],
  });

describe('a plan is called proven only where tangents prove it', () => {
  it('and not where every customer loses money: putting all in one channel then loses least', async () => {
    const value = { orderValue: certain(10), serviceCost: certain(15) };
    const of = (a: number, b: number) =>
      scenario({ a: saturating(a), b: saturating(b) }, { value, budget: { total: 100 } });
    // By hand: 63.2 customers of one channel lose 316 and cost 100; half in each wins 78.7 and loses 493 in all.
    const best = -500 * (1 - Math.exp(-1)) - 100;
    for (const start of [of(100, 0), of(0, 100), of(50, 50)]) {
      const { status, lowerBound, upperBound, gap } = await found(start);
      expect(status).toBe('best found');
      expect(lowerBound).toBeLessThanOrEqual(best + 1e-6);
      expect(upperBound).toBeGreaterThanOrEqual(best);
      expect(gap).toBeGreaterThan(0.1);
    }
  });

  it('and is where some draws lose, once counting losses for nothing hardly changes the bound', async () => {
    const uncertainCost = uncertain({ family: 'uniform', parameters: { low: 0, high: 10.05 } });
    const value = { orderValue: certain(10), serviceCost: uncertainCost };
    const { status, gapKind, plan } = await found(
      scenario({ a: saturating(100), b: saturating(0) }, { value, budget: { total: 100 } }),
    );
    expect([status, gapKind]).toEqual(['optimal', 'proven']);
    // By symmetry: half in each.
    for (const [spend] of plan.spend) expect(Math.abs(spend! - 50)).toBeLessThan(2);
  });

  it('and is where a shock makes customers of a filling segment worth different amounts', async () => {
    const of = (factor: number) =>
      scenario(
        {
          a: { ...saturating(50), audience: { all: certain(1) } },
          b: { ...saturating(50), audience: { all: certain(1) } },
        },
        {
          value: { orderValue: certain(10) },
          budget: { total: 100 },
          segments: { all: { size: certain(80) } },
          events:
            factor === 1
              ? {}
              : {
                  cheap: {
                    probability: 1,
                    multiply: [{ channel: 'b', what: 'value', factor: certain(factor) }],
                    switchOff: [],
                  },
                },
        },
      );
    for (const factor of [0.3, 1]) {
      // By hand: 100 (1 - e^(-x/100)) customers of each, of which so many stay as are different people of 80.
      let best = -Infinity;
      for (let spend = 0; spend <= 100; spend += 0.5) {
        const [a, b] = [100 * (1 - Math.exp(-spend / 100)), 100 * (1 - Math.exp(-(100 - spend) / 100))];
        const stay = (80 * (1 - Math.exp(-(a + b) / 80))) / (a + b);
        best = Math.max(best, (10 * a + 10 * factor * b) * stay - 100);
      }
      const { gapKind, gap, lowerBound, upperBound } = await found(of(factor));
      expect(gapKind).toBe('proven');
      expect(gap).toBeLessThan(1e-3);
      expect(upperBound).toBeGreaterThan(best - 1e-6);
      expect(lowerBound).toBeGreaterThan(best - 1e-3 * best);
      expect(lowerBound).toBeLessThan(best + 0.01);
    }
  });
});
