import { describe, expect, it } from 'vitest';
import type { PriceTier } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/evaluate.ts';
import { outcomeOf } from '../../src/simulate/outcome.ts';
import { buysMoreAbove, volumeOf, volumeSlope } from '../../src/simulate/volume.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

// 10 % off above 50,000 and 20 % off above 80,000: a click of 1 costs 0.9 there, then 0.8.
const tiers = [
  { above: 50_000, factor: 1 / 0.9 },
  { above: 80_000, factor: 1 / 0.8 },
];

describe('volume tiers', () => {
  it('count for the money above their threshold only', () => {
    expect(volumeOf(tiers, 40_000)).toBe(40_000);
    expect(volumeOf(tiers, 50_000)).toBe(50_000);
    expect(volumeOf(tiers, 59_000)).toBeCloseTo(60_000, 9); // 50,000 + 9,000 / 0.9
    expect(volumeOf(tiers, 100_000)).toBeCloseTo(50_000 + 30_000 / 0.9 + 20_000 / 0.8, 9);
  });

  it('change what the next unit of money buys at the threshold itself', () => {
    expect([0, 49_999, 50_000, 79_999, 80_000, 1e9].map((spend) => volumeSlope(tiers, spend))).toEqual([
      1,
      1,
      1 / 0.9,
      1 / 0.9,
      1 / 0.8,
      1 / 0.8,
    ]);
  });

  it('leave spend as it is where there are none', () => {
    expect(volumeOf([], 123.456)).toBe(123.456);
    expect(volumeSlope([], 123.456)).toBe(1);
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
