import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cashPath, deepest } from '../../src/finance/cash.ts';
import { herfindahl } from '../../src/statistics/herfindahl.ts';
import { contingency } from '../../src/finance/contingency.ts';
import { orderFlows, type Buyers } from '../../src/finance/order-flows.ts';
import { ordersBy } from '../../src/finance/repeat-orders.ts';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream } from '../../src/random/points.ts';

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/known-answers/finance_conventions.json', import.meta.url), 'utf8'),
);
const N = 16_384;

describe('an order of a known age', () => {
  it('has come where it falls on that age, also where the quotient is rounded below a whole number', () => {
    // 7 / 0.07 is 99.99999999999999.
    expect(ordersBy(7, { every: 0.07, discounts: new Float64Array(200) })).toBe(100);
    expect(ordersBy(6.9, { every: 0.07, discounts: new Float64Array(200) })).toBe(98);
  });
});

describe('a contingency', () => {
  it('is the known one for three channels, less for all together than for each apart', () => {
    const { expected } = cases.find(({ id }: { id: string }) => id === 'contingency_reserve');
    // Costs of N(100, 20) each, so results of N(-100, 20): what is reached with 80 % is minus the cost that is not exceeded.
    const parts = ['a', 'b', 'c'].map((id) => {
      const row = new Float64Array(N);
      normalScores(pointStream(keyOf('contingency'), 'sobol', id), 0, N, row);
      return row.map((z) => -100 + 20 * z);
    });
    const found = contingency(parts, 0.8);
    // Standard error of an 80 % quantile: sqrt(0.16 / N) / density, here 34.64 × 0.0112 = 0.39.
    expect(Math.abs(-found.level - expected.P80_total)).toBeLessThan(1.6);
    expect(Math.abs(found.apart - (expected.sum_of_P80 - 300))).toBeLessThan(1.6);
    expect(Math.abs(found.spared - expected.diversification_benefit)).toBeLessThan(2);
  });
});

describe('cash', () => {
  it('waits for customers and for bills as they pay', () => {
    const row = (value: number) => Float64Array.of(value);
    const flows = { revenue: [row(55), row(65)], media: [row(30), row(30)], otherCosts: [row(5), row(5)] };
    const values = (path: readonly Float64Array[]) => path.map(([value]) => value);
    expect(values(cashPath(flows, { collect: 0, pay: 0 }))).toEqual([20, 50]);
    expect(values(cashPath(flows, { collect: 2, pay: 0 }))).toEqual([-35, -70, -15, 50]);
    expect(values(cashPath(flows, { collect: 1, pay: 3 }))).toEqual([-5, 45, 110, 80, 50]);
    expect([...deepest(cashPath(flows, { collect: 2, pay: 0 }))]).toEqual([70]);
    expect([...deepest(cashPath(flows, { collect: 0, pay: 0 }))].map(Math.abs)).toEqual([0]);
  });
});

describe('orders of customers', () => {
  const buyers = (every: number, rates: readonly number[], revenue: readonly number[][]): Buyers => ({
    orders: { every, discounts: Float64Array.of(0.9, 0.8) },
    repeatRate: Float64Array.from(rates),
    costShare: Float64Array.from(rates, () => 0.25),
    revenue: revenue.map((row) => Float64Array.from(row)),
  });
  const values = (rows: readonly Float64Array[]) => rows.map((row) => [...row]);

  it('come after whole periods that have passed, each at its present value', () => {
    // With half of customers ordering again, 1 + 0.5 × 0.9 + 0.25 × 0.8 = 1.65 orders; every 1.5 periods: after 1 and after 3.
    const { first, repeat } = orderFlows([buyers(1.5, [0.5, 0], [[165, 165]])], 2);
    expect(values(first.revenue)).toEqual([[expect.closeTo(100, 12), 165]]);
    expect(values(repeat.revenue)).toEqual([
      [0, 0],
      [expect.closeTo(45, 12), 0],
      [0, 0],
      [expect.closeTo(20, 12), 0],
    ]);
    expect(values(repeat.orderCosts)[1]).toEqual([expect.closeTo(11.25, 12), 0]);
  });

  it('are all there where some customers order once', () => {
    const { first, repeat } = orderFlows(
      [
        buyers(1, [0, 0], [[7, 8]]),
        buyers(
          3,
          [0.2, 0.9],
          [
            [1, 2],
            [3, 4],
          ],
        ),
      ],
      2,
    );
    expect(repeat.revenue).toHaveLength(8);
    const sum = [...first.revenue, ...repeat.revenue].reduce((all, row) => all.map((value, i) => value + row[i]!));
    expect([...sum]).toEqual([expect.closeTo(11, 12), expect.closeTo(14, 12)]);
  });
});

describe("Herfindahl's index", () => {
  it('is one over the number of equal parts, and one for one alone', () => {
    expect(herfindahl([5, 5, 5, 5])).toBeCloseTo(0.25, 12);
    expect(herfindahl([7, 0])).toBe(1);
    // 0.5² + 0.3² + 0.2².
    expect(herfindahl([50, 30, 20])).toBeCloseTo(0.38, 12);
    expect(herfindahl([0, -3])).toBeUndefined();
  });
});
