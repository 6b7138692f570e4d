import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { barsAlong, barsOfAll } from '../../src/compare/bars.ts';
import { randomOrders } from '../../src/compare/orders.ts';
import { setsAlong, shapley } from '../../src/compare/shapley.ts';

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/known-answers/finance_conventions.json', import.meta.url), 'utf8'),
);

describe('the Shapley value', () => {
  it('takes the known waterfall of spend, price, rate and order value apart', () => {
    const { inputs, expected } = cases.find(({ id }: { id: string }) => id === 'waterfall_order_dependence');
    const names = ['spend', 'cpc', 'cvr', 'aov'] as const;
    const values = Array.from({ length: 16 }, (_, set) => {
      const [spend, cpc, cvr, aov] = names.map((name, k) => ((set >> k) & 1 ? inputs.new : inputs.base)[name]);
      return (spend / cpc) * cvr * aov;
    });
    const parts = shapley(values);
    names.forEach((name, k) => expect(parts[k]! / expected.shapley[name]).toBeCloseTo(1, 10));
  });

  it('shares a glove game as Shapley did: two left gloves and a right one are worth 1/6, 1/6 and 2/3', () => {
    const worth = (set: number) => (set & 4 && set & 3 ? 1 : 0);
    const parts = [...shapley(Array.from({ length: 8 }, (_, set) => worth(set)))];
    [1 / 6, 1 / 6, 2 / 3].forEach((part, k) => expect(parts[k]).toBeCloseTo(part, 14));
  });

  it('adds up to the whole, gives nothing to who adds nothing, and the same to who adds the same', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 8 }), (base) => {
        // Causes 0 and 1 are interchangeable, cause 3 does nothing: the value depends on how many of 0 and 1, and on 2.
        const value = (set: number) => base[(set & 1) + ((set >> 1) & 1) + 3 * ((set >> 2) & 1)]!;
        const values = Array.from({ length: 16 }, (_, set) => value(set));
        const [one, other, , idle] = shapley(values);
        const sum = shapley(values).reduce((total, part) => total + part, 0);
        expect(Math.abs(sum - (values[15]! - values[0]!))).toBeLessThan(1e-8);
        expect(Math.abs(one! - other!)).toBeLessThan(1e-8);
        expect(idle).toBe(0);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('by a sample of orders closes exactly too, and comes within its error of the exact one', () => {
    const parts = Array.from({ length: 16 }, () => 0);
    const means = (set: number) => {
      let product = 100;
      for (let k = 0; k < 6; k++) if ((set >> k) & 1) product *= 1 + (k + 1) / 10;
      return { mean: product, parts: parts.map(() => product) };
    };
    const orders = randomOrders(6, 50, 'test');
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    const sampled = barsAlong(orders, means);
    const exact = barsOfAll(Array.from({ length: 64 }, (_, set) => means(set)));
    const total = sampled.reduce((sum, { value }) => sum + value, 0);
    expect(total).toBeCloseTo(means(63).mean - means(0).mean, 8);
    sampled.forEach(({ value, standardError }, k) => {
      expect(Math.abs(value - exact[k]!.value)).toBeLessThan(4 * standardError);
    });
    expect(setsAlong([2, 0, 1])).toEqual([0, 4, 5, 7]);
  });
});
