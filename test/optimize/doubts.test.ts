import { describe, expect, it } from 'vitest';
import type { Optimization, Scenario } from '../../src/domain.ts';
import { search } from '../../src/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

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
    for (const start of [of(100, 0), of(0, 100), of(50, 50)]) {
      const { status, gapKind } = await found(start);
      expect([status, gapKind]).toEqual(['best found', 'none']);
    }
  });

  it('and not where a shock makes customers of a filling segment worth different amounts', async () => {
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
    expect((await found(of(0.3))).gapKind).toBe('none');
    // The same without the shock is concave, and is proven.
    expect((await found(of(1))).gapKind).toBe('proven');
  });
});
