import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Quantity, Scenario } from '../../src/domain.ts';
import { programBuilder } from '../../src/linear/program.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';
import { runs } from './settings.ts';
import { ask } from './truth.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const GAP = 1e-6;
const DRAWS = 64;

interface Problem {
  /** Points of each channel's table: concave, the last after which it is flat. */
  readonly tables: readonly (readonly (readonly [number, number])[])[];
  readonly spreads: readonly number[];
  readonly periods: number;
  readonly budget: number;
  readonly worst: number;
  /** Share with which the mean of the worst cases counts. */
  readonly weight: number;
  /** As a share of the mean of the worst cases that is possible at most. */
  readonly least?: number;
}

const between = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);

const problems: fc.Arbitrary<Problem> = fc.record({
  tables: fc.array(
    fc
      .array(fc.record({ width: between(10, 60), drop: between(0.3, 0.9) }), { minLength: 2, maxLength: 5 })
      .map((pieces) => {
        let [spend, response, slope] = [0, 0, 3];
        return pieces.map(({ width, drop }) => {
          spend += width;
          slope *= drop;
          response += slope * width;
          return [spend, response] as const;
        });
      }),
    { minLength: 3, maxLength: 6 },
  ),
  spreads: fc.array(between(0.05, 0.8), { minLength: 6, maxLength: 6 }),
  periods: fc.integer({ min: 1, max: 3 }),
  budget: between(50, 300),
  worst: between(0.05, 0.5),
  weight: between(0.1, 0.9),
});

describe('the mean and the mean of the worst cases of tables', () => {
  it('are as large as the linear program over all draws makes them', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const { worst, weight, budget } = problem;
        const of = scenarioOf(problem, { maximize: 'profit', risk: { worst, weight } });
        const { found, factors } = await searched(of, problem);
        const best = await extensiveForm(problem, factors, { mean: 1 - weight, worst: weight });
        const scale = Math.max(Math.abs(best), 0.05 * (Math.abs(best) + budget));
        expect(found.status).toBe('optimal');
        expect(found.lowerBound).toBeLessThanOrEqual(best + 1e-7 * scale);
        expect(found.upperBound).toBeGreaterThanOrEqual(best - 1e-7 * scale);
        expect(found.lowerBound).toBeGreaterThanOrEqual(best - (GAP + 1e-7) * scale);
      }),
      runs(10),
    );
  });

  it('are as large where the worst cases have a limit', async () => {
    let tight = 0;
    await fc.assert(
      fc.asyncProperty(problems, fc.double({ min: 0, max: 0.99, noNaN: true }), async (problem, way) => {
        const { worst, budget } = problem;
        const free = await searched(scenarioOf(problem, { maximize: 'profit' }), problem);
        const most = await extensiveForm(problem, free.factors, { mean: 0, worst: 1 });
        const bold = free.worstMean;
        // Between what the boldest plan has and the most that there is.
        const atLeast = bold + way * (most - bold);
        if (most - bold > 1e-3 * budget) tight += 1;
        const of = scenarioOf(problem, { maximize: 'profit', risk: { worst, atLeast } });
        const { found, factors, worstMean } = await searched(of, problem);
        const best = await extensiveForm(problem, factors, { mean: 1, worst: 0, atLeast });
        const scale = Math.max(Math.abs(best), 0.05 * (Math.abs(best) + budget));
        // The least that is asked is kept to 1e-7 by the program as by the search; near its end the price of it is steep.
        const slack = 1e-6 * scale;
        expect(worstMean).toBeGreaterThanOrEqual(atLeast - 1e-7 * Math.max(Math.abs(atLeast), budget));
        expect(found.status).toBe('optimal');
        expect(found.lowerBound).toBeLessThanOrEqual(best + slack);
        expect(found.upperBound).toBeGreaterThanOrEqual(best - slack);
        expect(found.lowerBound).toBeGreaterThanOrEqual(best - GAP * scale - slack);
      }),
      runs(10),
    );
    expect(tight).toBeGreaterThanOrEqual(4);
  });
});

function scenarioOf({ tables, spreads, periods, budget }: Problem, goal: Scenario['goal']): Scenario {
  const { efficiency: _quoted, ...bare } = channel();
  return scenario(
    Object.fromEntries(
      tables.map((points, c): [string, Channel] => {
        const multiplier: Quantity = spreads[c]! > 0.1 ? lognormal(1, spreads[c]!) : certain(1);
        const response = { curve: 'table', parameters: { multiplier }, points, of: 'customers' as const };
        const plan = Array.from({ length: periods }, () => budget / periods / tables.length);
        return [`c${c}`, { ...bare, response, plan }];
      }),
    ),
    { horizon: { periods, unit: 'week', tail: 0 }, budget: { total: budget }, goal },
  );
}

/** A search, and the multipliers of the tables in its draws: what one unit of table brings, seen through the simulator. */
async function searched(of: Scenario, { tables, periods, worst }: Problem) {
  const { found, drawsOf } = await ask(engine, of, { searchDraws: DRAWS, gap: GAP });
  if (!('plan' in found)) throw new Error(found.status);
  const factors = tables.map((points, c) => {
    const spend = tables.map((_, other) =>
      Array.from({ length: periods }, (__, t) => (other === c && t === 0 ? points[0]![0] : 0)),
    );
    return drawsOf(0, spend)('customers').map((customers) => customers / points[0]![1]);
  });
  const profits = drawsOf(
    0,
    found.plan.spend.map((own) => [...own]),
  )('profit');
  return { found, factors, worstMean: tailOf(profits, worst) };
}

/** Mean of the worst share of draws: the whole ones and a part of the one at the edge. */
function tailOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const count = share * values.length;
  return sorted.reduce((sum, value, i) => sum + value * Math.max(0, Math.min(1, count - i)), 0) / count;
}

/**
 * The same problem as one linear program: spend in each piece of each table, a threshold, and each draw's shortfall below
 * it. The mean of the worst cases is the threshold less the mean shortfall over the share.
 *
 * Source: Rockafellar and Uryasev, "Optimization of conditional value-at-risk" (2000).
 */
async function extensiveForm(
  { tables, periods, budget, worst }: Problem,
  factors: readonly (readonly number[])[],
  goal: { readonly mean: number; readonly worst: number; readonly atLeast?: number },
): Promise<number> {
  const builder = programBuilder('maximize');
  const pieces = tables.flatMap((points, c) =>
    Array.from({ length: periods }).flatMap(() =>
      points.map(([spend, response], k) => {
        const [before, had] = k === 0 ? [0, 0] : points[k - 1]!;
        return { c, width: spend - before, slope: (response - had) / (spend - before) };
      }),
    ),
  );
  const meanOf = (c: number) => factors[c]!.reduce((sum, factor) => sum + factor, 0) / DRAWS;
  const columns = pieces.map(({ c, width, slope }) =>
    builder.addColumn({ upper: width, cost: goal.mean * (slope * meanOf(c) - 1) }),
  );
  // Money beyond all tables is spent for nothing.
  const wasted = builder.addColumn({ cost: -goal.mean });
  builder.addRow({ terms: [...columns, wasted].map((column) => [column, 1] as const), lower: budget, upper: budget });
  const threshold = builder.addColumn({ lower: -Infinity, cost: goal.worst });
  const shortfalls = Array.from({ length: DRAWS }, () => builder.addColumn({ cost: -goal.worst / (worst * DRAWS) }));
  shortfalls.forEach((shortfall, i) => {
    builder.addRow({
      terms: [
        [shortfall, 1],
        [threshold, -1],
        [wasted, -1],
        ...pieces.map(({ c, slope }, k) => [columns[k]!, slope * factors[c]![i]! - 1] as const),
      ],
      lower: 0,
    });
  });
  if (goal.atLeast !== undefined) {
    builder.addRow({
      terms: [[threshold, 1], ...shortfalls.map((shortfall) => [shortfall, -1 / (worst * DRAWS)] as const)],
      lower: goal.atLeast,
    });
  }
  const solution = solveLinear(builder.build(), await engine.solvers());
  if (solution.status !== 'optimal') throw new Error(solution.status);
  return solution.objective;
}
