import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import type { CarryWeights } from '../../src/carryover/weights.ts';
import { openKernel } from '../../src/kernel/kernel.ts';
import { openRowRoom } from '../../src/kernel/row-room.ts';
import { kernelTables } from '../../src/simulate/channel/kernel-tables.ts';
import { fresh, recycled, type Memory, type Table } from '../../src/simulate/block/memory.ts';
import type { Served } from '../../src/simulate/conditions/serve.ts';
import { plainTables, type TableCode } from '../../src/simulate/channel/table-code.ts';

const kernel = openKernel()!;
const memory = recycled(openRowRoom(kernel, 200_000));
const compiled = kernelTables(kernel, memory);

const PLAN = 4;
const TAIL = 2;
const ALL = PLAN + TAIL;

/** Numbers made of a seed, the same ones each time they are asked for in the same order. */
function numbersOf(seed: string, count: number) {
  const random = seedrandom(seed);
  // Few different ones, zeros among them, so that some are equal.
  const number = () => Math.floor(8 * random()) / (random() < 0.5 ? 1 : 3);
  const row = () => Float64Array.from({ length: count }, number);
  const rows = (periods: number) => Array.from({ length: periods }, row);
  return {
    random,
    row,
    rows,
    worth: (periods: number) => ({ rows: rows(periods), scale: Float64Array.from({ length: periods }, number) }),
    table(memory: Memory, periods: number): Table {
      const table = memory.table(periods, count);
      for (const own of table) own.set(row());
      return table;
    },
  };
}
type Numbers = ReturnType<typeof numbersOf>;

/** Asserts that a step has the same results by compiled and by plain code, whatever the numbers. */
function alike(step: (code: TableCode, memory: Memory, numbers: Numbers, count: number) => unknown): void {
  fc.assert(
    fc.property(fc.noShrink(fc.string()), fc.integer({ min: 1, max: 9 }), (seed, count) => {
      memory.reset();
      const [got, expected] = [[compiled, memory] as const, [plainTables(fresh), fresh] as const].map(([code, own]) =>
        step(code, own, numbersOf(seed, count), count),
      );
      expect(got).toEqual(expected);
    }),
    { seed: 11, numRuns: 60 },
  );
}

function users(memory: Memory, { random, row, table }: Numbers, shocked: boolean): Served[] {
  return Array.from({ length: 3 }, () => ({
    need: row(),
    profit: row().map((value) => value - 2),
    margin: row(),
    value: shocked ? Array.from({ length: ALL }, () => (random() < 0.5 ? undefined : row())) : undefined,
    effect: table(memory, ALL),
    share: table(memory, ALL),
  }));
}

/** With a discount that makes later sales worth less, or without any. */
const discounts = (random: () => number) => {
  const rate = random() < 0.5 ? 1 : 0.9;
  let factor = 1;
  return Float64Array.from({ length: ALL }, () => (factor *= rate));
};

describe('compiled steps on tables have the bits of the plain ones', () => {
  it('by which halo is bought', () => {
    alike((code, memory, { worth, row, table }) => {
      const to = table(memory, PLAN);
      code.buy(worth(PLAN), to);
      code.addShareBought(worth(PLAN), row(), to);
      code.multiply(to, row());
      return to;
    });
  });

  it('in season', () => {
    alike((code, memory, { rows, row, worth, table }) => {
      const tables = [table(memory, ALL), table(memory, ALL)];
      const [demand] = [rows(ALL)];
      code.season(
        tables,
        row(),
        worth(ALL).scale,
        demand.map((own, t) => (t % 2 === 0 ? own : undefined)),
      );
      code.season(tables, row(), worth(ALL).scale, undefined);
      return tables;
    });
  });

  it.each([false, true])(
    'by which people serve what arrives, in the same order in all periods or not: %s',
    (shocked) => {
      let inPart = 0;
      alike((code, memory, numbers, count) => {
        const served = users(memory, numbers, shocked);
        const marginal = numbers.table(memory, ALL);
        const capacity = numbers.row().map((value) => 3 * value);
        const discount = discounts(numbers.random);
        const fixed = numbers.row();
        code.serve({ users: served, capacity, fixed, periods: PLAN, discount, marginal, runsOut: undefined });
        const share = served.map((own) => own.share);
        inPart += share.flat().filter((row) => row.some((value) => value > 0 && value < 1)).length;
        expect(share[0]).toHaveLength(ALL);
        return { share, marginal, count };
      });
      expect(inPart).toBeGreaterThan(100);
    },
  );

  it.each([false, true])('by which a stock is sold, with shocks to its worth or not: %s', (shocked) => {
    let ranOut = 0;
    alike((code, memory, numbers) => {
      const served = users(memory, numbers, shocked);
      const marginal = numbers.table(memory, ALL);
      const runsOut = numbers.row();
      const capacity = numbers.row().map((value) => 25 * value);
      const discount = discounts(numbers.random);
      code.serve({ users: served, capacity, fixed: numbers.row(), periods: PLAN, discount, marginal, runsOut });
      ranOut += marginal[0]!.filter((user) => user >= 0).length;
      return { share: served.map((own) => own.share), marginal, runsOut };
    });
    expect(ranOut).toBeGreaterThan(50);
  });

  it('by which worths are summed by draw and by period', () => {
    alike((code, memory, { worth, row, table }) => {
      const [a, b, product, less] = [table(memory, ALL), table(memory, ALL), table(memory, ALL), table(memory, ALL)];
      code.product(a, b, product);
      code.difference(a, b, less);
      const [byDraw, byPeriod] = [row(), new Float64Array(ALL + 3)];
      code.addWorth(worth(ALL), product, byDraw);
      code.sumWorth(worth(ALL), less, byPeriod, 2);
      return { product, less, byDraw, byPeriod };
    });
  });

  it('back from what is worth something to what was bought', () => {
    alike((code, memory, { random, worth, row, rows, table }, count) => {
      const own = users(memory, { random, row, rows, worth, table }, false);
      const others = own.map(({ need }) => {
        const weights = table(memory, ALL);
        code.weigh(worth(ALL), random() < 0.5 ? undefined : row(), weights);
        return { need: need.map((value) => 1 + value), weights };
      });
      const marginal = table(memory, ALL);
      for (const line of marginal) for (let i = 0; i < count; i++) line[i] = Math.floor(4 * random()) - 1;
      const runsOut = random() < 0.5 ? undefined : row().map((value) => Math.min(ALL - 1, Math.floor(value)));
      const share = table(memory, ALL);
      for (const line of share) for (let i = 0; i < count; i++) line[i] = random() < 0.5 ? 1 : line[i]! / 9;
      const to = table(memory, ALL);
      code.displace({ weights: others[0]!.weights, share, marginal, runsOut, need: row(), others, to });

      const carries: readonly CarryWeights[] = [
        { kind: 'fading', gain: row(), retention: row(), forgets: false },
        { kind: 'window', lags: 2, shared: true, weights: Float64Array.of(1, 0.5, 0.25) },
        { kind: 'window', lags: 2, shared: false, weights: Float64Array.from([...row(), ...row(), ...row()]) },
      ];
      const slope = table(memory, ALL);
      const gathered = carries.map((carry) => {
        const back = table(memory, PLAN);
        code.gather(carry, worth(ALL), random() < 0.5 ? undefined : row(), slope, back);
        return back;
      });
      code.addShare(row(), gathered[0]!, gathered[1]!);
      return { to, gathered };
    });
  });
});
