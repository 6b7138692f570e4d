import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Scenario } from '../../src/domain.ts';
import { runs } from '../properties/settings.ts';
import { solve } from '../properties/solve.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

type Table = readonly (readonly [spend: number, customers: number])[];

const GAP = 1e-4;
/** What a search ends with at most, whether or not it comes as close as it was asked to. */
const CLOSE = 1e-3;

/** What a channel costs when it is used, and the least that it gets in a period where it gets anything. */
interface Use {
  readonly fixed: number;
  readonly least: number;
}

function byTables(tables: readonly Table[], budget: Scenario['budget'], uses: readonly Use[] = []): Scenario {
  const channels = tables.map((points, k): [string, Channel] => {
    const { efficiency: _, ...bare } = channel();
    const response = { curve: 'table', parameters: { multiplier: certain(1) }, points, of: 'customers' } as const;
    const { fixed, least } = uses[k] ?? { fixed: 0, least: 0 };
    const limits = least > 0 ? { minIfUsed: least } : {};
    return [`c${k}`, { ...bare, response, limits, ...(fixed > 0 ? { fixedCost: certain(fixed) } : {}) }];
  });
  return scenario(Object.fromEntries(channels), { budget });
}

const use: fc.Arbitrary<Use> = fc.record({
  fixed: fc.integer({ min: 0, max: 80 }),
  least: fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 60 })),
});

/** Arbitrary tables whose corners are whole numbers. */
const table: fc.Arbitrary<Table> = fc
  .array(fc.tuple(fc.integer({ min: 20, max: 90 }), fc.constantFrom(2, 10, 40, 90, 150)), {
    minLength: 3,
    maxLength: 5,
  })
  .map((steps) => {
    let [x, y] = [0, 0];
    return [[0, 0] as const, ...steps.map(([dx, dy]) => [(x += dx), (y += dy)] as const)];
  });

function readOff(table: Table, x: number): number {
  const k = table.findIndex(([spend]) => spend >= x);
  if (k === -1) return table.at(-1)![1];
  if (k === 0) return table[0]![1];
  const [[x0, y0], [x1, y1]] = [table[k - 1]!, table[k]!];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/**
 * The best profit of two tables by looking at every plan that can be best: a sum of straight lines under one limit is at its
 * best where all amounts but one are at corners, and that one is at a corner or takes what is left.
 */
function bestOfTwo([a, b]: readonly [Table, Table], total: number, all: boolean): number {
  const profit = (x: number, y: number) => readOff(a, x) + readOff(b, y) - x - y;
  const plans = [
    ...a.map(([x]) => [x, total - x] as const),
    ...b.map(([y]) => [total - y, y] as const),
    ...(all ? [] : a.flatMap(([x]) => b.map(([y]) => [x, y] as const))),
  ];
  return Math.max(...plans.filter(([x, y]) => x >= 0 && y >= 0 && x + y <= total).map(([x, y]) => profit(x, y)));
}

describe('tables that bend to and fro', () => {
  it('are searched to the end: 130 in the flat of one and 200 on the peak of the other, not all on one', async () => {
    const a: Table = [
      [0, 0],
      [50, 20],
      [100, 120],
      [180, 130],
      [260, 300],
    ];
    const b: Table = [
      [0, 0],
      [60, 110],
      [120, 140],
      [200, 330],
      [300, 340],
    ];
    const { found, spend } = await solve(engine, byTables([a, b], { total: 330 }), { gap: GAP });
    // 120 + 30 / 80 × 10 = 123.75 customers of a and 330 of b, for 330.
    expect(found.status).toBe('optimal');
    expect(found.lowerBound).toBeCloseTo(123.75, 1);
    expect(found.upperBound).toBeGreaterThanOrEqual(123.75);
    expect(spend[0]![0]).toBeCloseTo(130, 0);
  });

  it('are searched to a bound that holds, whatever the tables', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(table, table),
        fc.integer({ min: 60, max: 400 }),
        fc.boolean(),
        async (two, total, all) => {
          const { found } = await solve(engine, byTables(two, all ? { total } : { atMost: total }), {
            gap: GAP,
            searchDraws: 1,
          });
          const best = bestOfTwo(two, total, all);
          const rounding = 1e-6 * total;
          expect(found.upperBound).toBeGreaterThanOrEqual(best - rounding);
          expect(found.lowerBound).toBeLessThanOrEqual(best + rounding);
          // The gap is of the goal, or of a twentieth of the money.
          expect(best - found.lowerBound).toBeLessThanOrEqual(CLOSE * Math.max(Math.abs(best), total / 20) + rounding);
        },
      ),
      runs(6),
    );
  });

  it('are proven where they also cost something to use or take a least amount, over several periods', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(table, table),
        fc.tuple(use, use),
        fc.integer({ min: 180, max: 600 }),
        fc.boolean(),
        async (two, uses, total, all) => {
          const of = byTables(two, all ? { total } : { atMost: total }, uses);
          const { found } = await solve(
            engine,
            { ...of, horizon: { periods: PERIODS, unit: 'week' } },
            { gap: CLOSE, searchDraws: 1 },
          );
          const best = bestOfWholes(two, uses, total, all);
          const rounding = 1e-6 * total;
          expect(found.status).toBe('optimal');
          expect(found.upperBound).toBeGreaterThanOrEqual(best - rounding);
          expect(found.lowerBound).toBeLessThanOrEqual(best + rounding);
        },
      ),
      runs(8),
    );
  });
});

const PERIODS = 3;

/**
 * The best profit of tables that cost something to use over all periods, by dynamic programs over whole amounts: corners and total are
 * whole, and all amounts of a best plan but one are at corners.
 */
function bestOfWholes(tables: readonly Table[], uses: readonly Use[], total: number, all: boolean): number {
  const sums = (a: Float64Array, b: Float64Array) =>
    a.map((_, x) => {
      let most = -Infinity;
      for (let y = 0; y <= x; y++) most = Math.max(most, a[y]! + b[x - y]!);
      return most;
    });
  const nothing = new Float64Array(total + 1).fill(-Infinity).with(0, 0);
  const best = tables.reduce((before, points, k) => {
    const { fixed, least } = uses[k]!;
    const once = nothing.map((_, x) => (x > 0 && x < least ? -Infinity : readOff(points, x) - x));
    const often = Array.from({ length: PERIODS }).reduce((sum: Float64Array) => sums(sum, once), nothing);
    return sums(
      before,
      often.map((profit, x) => (x === 0 ? profit : profit - fixed)),
    );
  }, nothing);
  return all ? best[total]! : Math.max(...best);
}
