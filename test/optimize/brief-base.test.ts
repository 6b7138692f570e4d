import { describe, expect, it } from 'vitest';
import { optimize } from '../../src/runs/run.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';
import type { Target } from '../../src/domain.ts';

const engine = engineOfFile();

/** An S-curve with `most` customers in all, half of them at `half`, each worth a unit of currency. */
const sShaped = (most: number, half: number, own = {}) =>
  channel({
    response: {
      curve: 'hill',
      parameters: { halfSaturation: certain(half), slope: certain(3) },
      points: [],
      of: 'customers',
      ceiling: certain(most),
    },
    plan: [25],
    // People whom all channels share keep the search from being made channel by channel, which ends at once.
    hours: { staff: { perCustomer: certain(1), perLead: certain(0), perPeriod: certain(0) } },
    ...own,
  });

/** Four of which two or three can be had, and one that is never sure. */
const asking = (targets: readonly Target[]) =>
  scenario(
    {
      a: sShaped(100, 40),
      b: sShaped(90, 35),
      c: sShaped(110, 45),
      risky: sShaped(150, 40, { fixedCost: certain(4), value: { orderValue: lognormal(1, 0.8) } }),
    },
    {
      budget: { total: 130 },
      resources: { staff: { capacity: certain(220), hourlyCost: certain(0) } },
      targets: [...targets],
    },
  );

async function search(targets: readonly Target[]) {
  const { optimization } = await optimize(
    engine,
    { scenario: asking(targets), echo: [] },
    { searchDraws: 256, draws: 256 },
  );
  if (optimization === undefined || !('plan' in optimization)) throw new Error(optimization?.status);
  return optimization;
}

describe('a chance that can be had', () => {
  const margin = (probability: number): Target => ({ metric: 'revenue', atLeast: 150, probability });

  it('has the bound of all plans without it, as near as that is known', async () => {
    const [free, held] = [await search([]), await search([margin(0.9)])];
    expect(held.wishes[0]!.reached).toBeGreaterThanOrEqual(0.9);
    // Both searches stop at 0.05 %, on either side.
    expect(Math.abs(held.upperBound / free.upperBound - 1)).toBeLessThan(1e-3);
    expect(held.lowerBound).toBeLessThanOrEqual(free.upperBound);
  });

  it('costs nothing where the best plan has it', async () => {
    const [free, held] = [await search([]), await search([margin(0.05)])];
    expect(Math.abs(held.lowerBound / free.lowerBound - 1)).toBeLessThan(1e-3);
    expect(held.gap).toBeLessThanOrEqual(5e-4);
  });
});
