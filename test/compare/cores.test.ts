import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alikeSets } from '../../src/compare/alike.ts';
import { againstBest } from '../../src/compare/best.ts';
import { priceVolumeMix } from '../../src/compare/price-volume-mix.ts';

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/known-answers/finance_conventions.json', import.meta.url), 'utf8'),
);

describe('price, volume and mix', () => {
  it('takes the known budget against its actuals apart', () => {
    const { inputs, expected } = cases.find(({ id }: { id: string }) => id === 'price_volume_mix');
    const sales = (lines: Record<string, [number, number]>) =>
      Object.values(lines).map(([units, price]) => ({ units, money: units * price }));
    const found = priceVolumeMix(sales(inputs.plan_units_price), sales(inputs.actual_units_price))!;
    expect([found.from, found.to]).toEqual([expected.plan, expected.actual]);
    expect(found.volume).toBeCloseTo(expected.volume, 9);
    expect(found.mix).toBeCloseTo(expected.mix, 9);
    expect(found.price).toBeCloseTo(expected.price, 9);
  });

  it('counts a new line as volume and mix, as it had no price before', () => {
    const found = priceVolumeMix(
      [
        { units: 10, money: 100 },
        { units: 0, money: 0 },
      ],
      [
        { units: 10, money: 100 },
        { units: 5, money: 100 },
      ],
    )!;
    // Five more at the average price of 10 are 50; that they cost 20 is mix.
    expect(found).toEqual({ from: 100, to: 200, volume: 50, mix: 50, price: 0 });
  });

  it('has nothing to say where nothing was sold', () => {
    expect(priceVolumeMix([{ units: 0, money: 0 }], [{ units: 1, money: 5 }])).toBeUndefined();
  });
});

describe('sets that cannot be told apart', () => {
  it('draws lines as statisticians do: neighbours alike, the ends apart', () => {
    // 0 and 2 differ; 1 is like both; 3 differs from all.
    const differ = (a: number, b: number) => b === 3 || (a === 0 && b === 2);
    expect(alikeSets(4, differ)).toEqual([[0, 1], [1, 2], [3]]);
  });

  it('is one set where none differ, and one for each where all do', () => {
    expect(alikeSets(3, () => false)).toEqual([[0, 1, 2]]);
    expect(alikeSets(3, () => true)).toEqual([[0], [1], [2]]);
  });
});

describe('against the best of each draw', () => {
  it('counts who is best and what the others miss; ties are shared', () => {
    const { best, regret } = againstBest([Float64Array.of(1, 5, 2), Float64Array.of(3, 5, 0)]);
    expect(best.map((row) => [...row])).toEqual([
      [0, 0.5, 1],
      [1, 0.5, 0],
    ]);
    expect(regret.map((row) => [...row])).toEqual([
      [2, 0, 0],
      [0, 0, 2],
    ]);
  });
});
