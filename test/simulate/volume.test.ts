import { describe, expect, it } from 'vitest';
import type { PriceTier } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { outcomeOf } from '../../src/simulate/outcome/outcome.ts';
import { buysMoreAbove, volumeAbove, volumeAt } from '../../src/simulate/channel/volume.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

// 10 % off above 50,000 and 20 % off above 80,000: a click of 1 costs 0.9 there, then 0.8.
const tiers = [
  { above: 50_000, factor: 1 / 0.9 },
  { above: 80_000, factor: 1 / 0.8 },
];

describe('volume tiers', () => {
  it('count for the money above their threshold only', () => {
    expect(volumeAt(tiers, 40_000).amount).toBe(40_000);
    expect(volumeAt(tiers, 50_000).amount).toBe(50_000);
    expect(volumeAt(tiers, 59_000).amount).toBeCloseTo(60_000, 9); // 50,000 + 9,000 / 0.9
    expect(volumeAt(tiers, 100_000).amount).toBeCloseTo(50_000 + 30_000 / 0.9 + 20_000 / 0.8, 9);
  });

  it('change what the next unit of money buys at the threshold itself', () => {
    expect([0, 49_999, 50_000, 79_999, 80_000, 1e9].map((spend) => volumeAt(tiers, spend).slope)).toEqual([
      1,
      1,
      1 / 0.9,
      1 / 0.9,
      1 / 0.8,
      1 / 0.8,
    ]);
  });

  it('leave spend as it is where there are none', () => {
    expect(volumeAt([], 123.456)).toEqual({ amount: 123.456, slope: 1 });
  });

  it('lie below the least concave curve between two spends, which meets them there', () => {
    // From (40,000, 40,000) straight to (100,000, 50,000 + 30,000 / 0.9 + 20,000 / 0.8 = 108,333.3).
    expect(volumeAbove(tiers, 40_000, 40_000, 100_000).amount).toBe(40_000);
    expect(volumeAbove(tiers, 70_000, 40_000, 100_000).amount).toBeCloseTo((40_000 + 108_333.333333) / 2, 5);
    expect(volumeAbove(tiers, 100_000, 40_000, 100_000).amount).toBeCloseTo(108_333.333333, 5);
    expect(volumeAbove(tiers, 70_000, 40_000, 100_000).slope).toBeCloseTo(68_333.333333 / 60_000, 9);
    // Within one tier, and in a box without inside, it is the volume itself.
    expect(volumeAbove(tiers, 60_000, 50_000, 80_000)).toEqual({
      amount: expect.closeTo(50_000 + 10_000 / 0.9, 9) as number,
      slope: expect.closeTo(1 / 0.9, 12) as number,
    });
    expect(volumeAbove(tiers, 90_000, 90_000, 90_000)).toEqual(volumeAt(tiers, 90_000));
  });

  it('are followed where discounts shrink again', () => {
    // Corners (0, 0), (20, 30), (40, 50): above 10 money buys twice as much, above 20 once.
    const shrinking = [
      { above: 10, factor: 2 },
      { above: 20, factor: 1 },
    ];
    expect([5, 10, 20, 30].map((spend) => volumeAbove(shrinking, spend, 0, 40))).toEqual([
      { amount: 7.5, slope: 1.5 },
      { amount: 15, slope: 1.5 },
      { amount: 30, slope: 1 },
      { amount: 40, slope: 1 },
    ]);
  });

  it('make more money buy more per unit, unless discounts only shrink', () => {
    expect(buysMoreAbove([])).toBe(false);
    expect(buysMoreAbove(tiers)).toBe(true);
    expect(buysMoreAbove([{ above: 5, factor: 1 }])).toBe(false);
  });
});

it('buys what the discounts allow, for the money as it is paid', () => {
  const discounts: readonly PriceTier[] = [{ above: 100, discount: 0.5 }];
  const model = compile(
    scenario(
      {
        search: channel({
          price: { unit: 'cpa', amount: certain(2), tiers: discounts },
          plan: [80, 300],
        }),
      },
      { horizon: { periods: 2, unit: 'week' } },
    ),
  );
  // `efficiency` of the helper is 1 customer per unit at the reference price; the price is at its reference.
  const draws = prepareDraws(model, { seed: 'test', method: 'sobol', draws: 16 }, false);
  const [conditions] = [...conditionsIn(draws, { first: 0, count: 16 })];
  const plan = { name: 'today', spend: [Float64Array.of(80, 300)] };
  const { totals } = outcomeOf(model, evaluate(model, plan, conditions!));
  expect(totals.customers[0]).toBeCloseTo(80 + 100 + 200 / 0.5, 9);
  expect(totals.spend[0]).toBe(380);
});
