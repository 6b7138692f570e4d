import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LimitSide, LinearLimit, Model, Scenario } from '../../src/domain.ts';
import type { LinearSolver } from '../../src/linear/session.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { conflictOf } from '../../src/optimize/conflict.ts';
import { spendByColumn, todaysPlan } from '../../src/optimize/plans.ts';
import { rowOfLimit, spendProgram } from '../../src/optimize/spend-program.ts';
import { nearestProgram } from '../../src/optimize/concave/start.ts';
import { programBuilder } from '../../src/linear/program.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';
import { runs } from './settings.ts';
import { worstBreach } from './solve.ts';

const engine = inlineEngine();
let solvers: readonly LinearSolver[];
beforeAll(async () => {
  solvers = await engine.solvers();
});
afterAll(() => engine.close());

describe('limits that cannot hold together', () => {
  it('are named without one too many, and each change proposed would do and is the smallest', () => {
    let conflicts = 0;
    let repairs = 0;
    let members = 0;
    fc.assert(
      fc.property(limits, (of) => {
        const model = compile(of);
        const found = conflictOf(model, solvers);
        expect(found === undefined).toBe(hasPlan(model));
        if (found === undefined) return;
        conflicts += 1;
        const { conflict } = found;
        expect(conflict.length).toBeGreaterThan(0);
        const alone = { ...model, limits: conflict.map(({ limit, side }) => only(limit, side)) };
        expect(hasPlan(alone)).toBe(false);
        for (const member of conflict) {
          members += 1;
          const others = {
            ...model,
            limits: conflict.filter((one) => one !== member).map(({ limit, side }) => only(limit, side)),
          };
          expect(hasPlan(others)).toBe(true);
        }
        for (const { limit, side } of conflict) {
          if (found.repairs.some((repair) => repair.limit === limit && repair.side === side)) continue;
          // No change of this limit alone would do, not even to be without it.
          expect(hasPlan(moved(model, { limit, side }, 1e6))).toBe(false);
        }
        for (const { limit, side, by } of found.repairs) {
          repairs += 1;
          expect(by).toBeGreaterThan(0);
          expect(hasPlan(moved(model, { limit, side }, by * (1 + 1e-9)))).toBe(true);
          expect(hasPlan(moved(model, { limit, side }, by * 0.999))).toBe(false);
        }
        expect(found.repairs.map(({ by }) => by)).toEqual(found.repairs.map(({ by }) => by).toSorted((a, b) => a - b));
      }),
      runs(120),
    );
    expect(conflicts).toBeGreaterThanOrEqual(50);
    expect(members).toBeGreaterThanOrEqual(150);
    expect(repairs).toBeGreaterThanOrEqual(80);
  });
});

/** Whether some plan satisfies every limit; that one does is checked by arithmetic. */
function hasPlan(model: Model): boolean {
  const { lower, upper, rows } = spendProgram(model);
  const limits = programBuilder('maximize');
  lower.forEach((least, k) => limits.addColumn({ lower: least, upper: upper[k]! }));
  for (const limit of rows) limits.addRow(rowOfLimit(limit, model.periods));
  const solution = solveLinear(nearestProgram(limits.build(), spendByColumn(todaysPlan(model))), solvers);
  if (solution.status !== 'optimal') return false;
  const spend = model.channels.map((_, c) =>
    Array.from(solution.values.subarray(c * model.periods, (c + 1) * model.periods)),
  );
  expect(worstBreach(model, spend)).toBeLessThanOrEqual(1e-7);
  return true;
}

/** One side of a limit. */
function only(limit: LinearLimit, side: 'least' | 'most'): LinearLimit {
  const { name, path, terms } = limit;
  return { name, path, terms, [side]: limit[side] };
}

/** The limits with one side of one of them eased. */
function moved(model: Model, { limit, side }: LimitSide, by: number): Model {
  const eased = { ...limit, [side]: limit[side]! + (side === 'most' ? by : -by) };
  return { ...model, limits: model.limits.map((one) => (one === limit ? eased : one)) };
}

/** Limits without regard to each other: many of these cannot hold together. */
const limits: fc.Arbitrary<Scenario> = fc
  .record({
    channels: fc.array(
      fc.oneof(
        fc.constant({}),
        fc.record({ min: between(0, 60) }),
        fc.record({ min: between(0, 60), max: between(20, 120) }),
        fc.record({ max: between(10, 120) }),
        fc.record({ total: fc.record({ min: between(0, 200), max: between(100, 400) }) }),
        fc.record({ share: fc.record({ min: between(0.1, 0.7) }) }),
        fc.record({ share: fc.record({ max: between(0.1, 0.6) }) }),
        fc.record({ maxChange: between(0, 0.5) }),
      ),
      { minLength: 2, maxLength: 4 },
    ),
    periods: fc.integer({ min: 1, max: 3 }),
    plan: between(10, 90),
    group: fc.oneof(
      fc.constant({}),
      fc.record({ total: fc.record({ min: between(50, 300) }) }),
      fc.record({ total: fc.record({ max: between(50, 300) }) }),
      fc.record({ perPeriod: fc.record({ max: between(30, 150) }) }),
      fc.record({ share: fc.record({ max: between(0.3, 0.9) }) }),
    ),
    budget: fc.oneof(
      between(60, 600).map((total) => ({ total })),
      between(60, 600).map((atMost) => ({ atMost })),
      between(60, 200).map((perPeriod) => ({ perPeriod })),
    ),
  })
  .map(({ channels, periods, plan, group, budget }) =>
    scenario(
      Object.fromEntries(
        channels.map((own, c) => [
          `c${c}`,
          channel({
            efficiency: certain(2),
            response: { curve: 'exponential', parameters: { scale: certain(100) }, points: [], of: 'customers' },
            plan: Array.from({ length: periods }, (_, t) => plan * (1 + 0.1 * (c + t))),
            limits: own,
          }),
        ]),
      ),
      { horizon: { periods, unit: 'week', tail: 0 }, budget, groups: { pair: { channels: ['c0', 'c1'], ...group } } },
    ),
  );

/** In hundredths: planners do not write 1e-98. */
function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((hundredths) => hundredths / 100);
}
