import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinearLimit, Model, Optimization, Repair, Scenario, TimeWindow } from '../../src/domain.ts';
import type { LinearSolver } from '../../src/linear/session.ts';
import { solveLinear } from '../../src/linear/solve.ts';
import { conflictOf } from '../../src/optimize/conflict/conflict.ts';
import { NOTHING_LEFT } from '../../src/optimize/conflict/repairs.ts';
import { spendByColumn, todaysPlan } from '../../src/optimize/plans.ts';
import { rowOfLimit, spendProgram } from '../../src/optimize/spend-program.ts';
import { nearestProgram } from '../../src/optimize/concave/start.ts';
import { TOLERANCE } from '../../src/linear/scale.ts';
import { programBuilder } from '../../src/linear/program.ts';
import { search } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { asTold, repaired } from '../support/repairs.ts';
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
    let everywhere = 0;
    let behind = 0;
    let left = 0;
    let jointly = 0;
    let facts = 0;
    let apart = 0;
    let rounded = 0;
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
        // What is bought stays bought.
        for (const repair of [...found.repairs, ...(found.together ?? [])]) expect(repair.limit.isFact).toBeUndefined();
        for (const { limit } of conflict) {
          if (limit.isFact) {
            facts += 1;
            continue;
          }
          if (found.repairs.some((repair) => repair.limit.path === limit.path)) continue;
          // No change of this field alone would do, not even to be without it, as the budget cannot be.
          if (!limit.path.startsWith('budget.')) expect(hasPlan(without(model, limit.path))).toBe(false);
        }
        if (found.together !== undefined) {
          jointly += 1;
          expect(found.repairs).toEqual([]);
          // Moves below this share of a number are not told.
          const after = repaired(of, found.together, NOTHING_LEFT);
          expect(hasPlan(compile(after))).toBe(true);
          // What is to be met to the unit beside others is told to more digits, and not to all.
          const isExact = found.together.some((repair) => 'byAtMost' in repair);
          if (!isExact) {
            rounded += 1;
            expect(hasPlan(compile(repaired(of, found.together.map(asTold), NOTHING_LEFT)))).toBe(true);
          }
        }
        for (const clash of found.clashes ?? []) {
          apart += 1;
          expect(hasPlan({ ...model, limits: clash.conflict.map(({ limit, side }) => only(limit, side)) })).toBe(false);
          const others = found.clashes!.filter((one) => one !== clash).flatMap((one) => one.conflict);
          for (const repair of clash.repairs.map(asTold)) {
            const after = compile(repaired(of, [repair]));
            const beside = others.filter(({ limit }) => !limit.isFact).map(({ limit }) => limit.path);
            const left = after.limits.filter(({ path }) => !beside.includes(path));
            expect(hasPlan({ ...after, limits: left })).toBe(true);
          }
        }
        for (const { limit, ...change } of found.repairs) {
          if (change.kind === 'open') {
            expect(hasPlan(compile(repaired(of, [{ limit, ...change }])))).toBe(true);
            continue;
          }
          if (change.kind === 'leave out') {
            left += 1;
            expect(limit.path).not.toContain('budget');
            expect(hasPlan(without(model, limit.path))).toBe(true);
            continue;
          }
          const { by, byAtMost } = change;
          const after = (move: number) =>
            compile(repaired(of, [{ limit, side: change.side, kind: 'change', by: move }]));
          repairs += 1;
          expect(hasPlan(compile(repaired(of, [asTold({ limit, ...change })])))).toBe(true);
          if (rowsAt(model, limit.path) > 1) everywhere += 1;
          if (limit.source?.kind === 'number') behind += 1;
          // As near as solvers keep to limits.
          expect(hasPlan(after(byAtMost === undefined ? by * (1 + TOLERANCE) : by))).toBe(true);
          expect(hasPlan(after(by * 0.999))).toBe(false);
          if (byAtMost === undefined || Math.abs(byAtMost - by) <= 1e-6 * Math.abs(by)) continue;
          expect(hasPlan(after(byAtMost * (1 - TOLERANCE)))).toBe(true);
          expect(hasPlan(after(byAtMost * 1.001))).toBe(false);
        }
      }),
      runs(140),
    );
    expect(conflicts).toBeGreaterThanOrEqual(50);
    expect(members).toBeGreaterThanOrEqual(150);
    expect(repairs).toBeGreaterThanOrEqual(80);
    expect(everywhere).toBeGreaterThanOrEqual(20);
    expect(behind).toBeGreaterThanOrEqual(15);
    expect(left).toBeGreaterThanOrEqual(5);
    expect(jointly).toBeGreaterThanOrEqual(5);
    expect(facts).toBeGreaterThanOrEqual(5);
    expect(apart).toBeGreaterThanOrEqual(4);
    expect(rounded).toBeGreaterThanOrEqual(4);
  });
});

describe('periods that a field closes', () => {
  it('are opened as few as will do, alone or together with other changes', () => {
    const told = { alone: 0, all: 0, together: 0 };
    fc.assert(
      fc.property(closings, (of) => {
        const model = compile(of);
        const found = conflictOf(model, solvers);
        expect(found === undefined).toBe(hasPlan(model));
        for (const repair of found?.repairs ?? []) {
          const { path, source } = repair.limit;
          if (source?.kind !== 'no number' || repair.kind === 'change') continue;
          expect(hasPlan(compile(repaired(of, [repair])))).toBe(true);
          const closed = model.limits.flatMap((limit) => (limit.path === path ? limit.terms[0]!.period + 1 : []));
          if (repair.kind === 'open') told.alone += 1;
          else told.all += 1;
          // Fewer of them would not do; of a window, up to the outermost of fewer.
          const most = repair.kind === 'open' ? repair.periods.length : closed.length;
          for (const fewer of subsets(closed).filter(({ length }) => length < most)) {
            const isWindow = source.span!.closes === 'others';
            if (isWindow && hull(source.span!, fewer).length - hull(source.span!, []).length >= most) continue;
            expect(hasPlan(opening(model, path, fewer))).toBe(false);
          }
        }
        if (found?.together === undefined) return;
        told.together += found.together.some(({ kind }) => kind === 'open') ? 1 : 0;
        expect(hasPlan(compile(repaired(of, found.together, NOTHING_LEFT)))).toBe(true);
      }),
      runs(90),
    );
    expect(told.alone).toBeGreaterThanOrEqual(10);
    expect(told.all).toBeGreaterThanOrEqual(2);
    expect(told.together).toBeGreaterThanOrEqual(3);
  });
});

describe('limits that are no linear sums and cannot hold with others', () => {
  it('can once the file is changed as is proposed, by one change or by all together', async () => {
    const told = { alone: 0, together: 0, counted: 0 };
    await fc.assert(
      fc.asyncProperty(clashes, async (of) => {
        const found = await searched(of);
        if (found.status !== 'infeasible' || !found.proven) return;
        const changed = (repairs: readonly Repair[]) => repaired(of, repairs, 1e-6);
        for (const repair of found.repairs) {
          told.alone += 1;
          expect((await searched(changed([repair]))).status).not.toBe('infeasible');
        }
        if (found.together === undefined) return;
        told.together += 1;
        if (found.together.some(({ limit }) => /mostChannels|mostUsed|minIfUsed|herfindahl/.test(limit.path)))
          told.counted += 1;
        expect((await searched(changed(found.together))).status).not.toBe('infeasible');
      }),
      runs(12),
    );
    expect(told.alone).toBeGreaterThanOrEqual(3);
    expect(told.together).toBeGreaterThanOrEqual(3);
    expect(told.counted).toBeGreaterThanOrEqual(2);
  });
});

function searched(of: Scenario): Promise<Optimization> {
  return search(engine, compile(of), { searchDraws: 16, gap: 0.5 });
}

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
  // A plan of nothing is one; of what rounding leaves of it no share means anything.
  if (spend.flat().every((amount) => amount < 1e-6)) return true;
  expect(worstBreach(model, spend)).toBeLessThanOrEqual(1e-7);
  return true;
}

/** One side of a limit. */
function only(limit: LinearLimit, side: 'least' | 'most'): LinearLimit {
  const { name, path, terms } = limit;
  return { name, path, terms, [side]: limit[side] };
}

/** How many limits follow from a field. */
function rowsAt(model: Model, path: string): number {
  return model.limits.filter((limit) => limit.path === path).length;
}

function opening(model: Model, path: string, periods: readonly number[]): Model {
  const isOpen = ({ terms }: LinearLimit) => periods.includes(terms[0]!.period + 1);
  return { ...model, limits: model.limits.filter((limit) => limit.path !== path || !isOpen(limit)) };
}

/** The periods of a window that reaches others. */
function hull({ from, to }: TimeWindow, others: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(from, ...others), Math.max(to, ...others)];
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

function subsets(numbers: readonly number[]): readonly (readonly number[])[] {
  return numbers.reduce<readonly (readonly number[])[]>(
    (all, one) => [...all, ...all.map((some) => [...some, one])],
    [[]],
  );
}

function without(model: Model, path: string): Model {
  return { ...model, limits: model.limits.filter((limit) => limit.path !== path) };
}

/** Limits without regard to each other: many of these cannot hold together. */
const limits: fc.Arbitrary<Scenario> = fc
  .record({
    channels: fc.array(
      fc.oneof(
        fc.constant({}),
        fc.record({ min: between(0, 60) }),
        fc.record({ committed: between(40, 160) }),
        fc.record({ min: between(0, 60), max: between(20, 120) }),
        fc.record({ max: between(10, 120) }),
        fc.record({ total: fc.record({ min: between(0, 200), max: between(100, 400) }) }),
        fc.record({ share: fc.record({ min: between(0.1, 0.7) }) }),
        fc.record({ share: fc.record({ max: between(0.1, 0.6) }) }),
        fc.record({ maxChange: between(0, 0.5) }),
        fc.record({ change: fc.record({ min: between(-0.3, 0.5) }) }),
        fc.record({ change: fc.record({ max: between(-0.5, 0.5) }) }),
        fc.record({ fixed: between(0, 80) }),
        fc.record({ maxStep: between(0, 0.3), min: between(0, 60) }),
        fc.record({ maxStepAmount: between(0, 20), min: between(0, 60) }),
        fc.record({ dark: fc.constant([{ from: 1, to: 2 }]), total: fc.record({ min: between(0, 200) }) }),
        fc.record({ only: fc.constant({ from: 2, to: 3 }), max: between(20, 120) }),
        fc.record({ dark: fc.constant([{ from: 1, to: 1 }]), maxChange: between(0, 0.9) }),
        fc.record({ pattern: fc.constant('today' as const), max: between(10, 120) }),
        fc.record({ pattern: fc.constant([1, 0, 2]), min: between(0, 20) }),
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
      between(60, 600).chain((total) => between(20, 200).map((perPeriodAtMost) => ({ total, perPeriodAtMost }))),
    ),
    ratio: fc.oneof(
      fc.constant({}),
      fc.record({ min: between(0.2, 2), perPeriod: fc.boolean() }),
      fc.record({ max: between(0.2, 2), perPeriod: fc.boolean() }),
    ),
    concentration: fc.oneof(fc.constant({}), fc.record({ maxShare: between(0.4, 0.7) })),
  })
  .map(({ channels, periods, plan, group, budget, ratio, concentration }) =>
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
      {
        horizon: { periods, unit: 'week', tail: 0 },
        budget,
        groups: { pair: { channels: ['c0', 'c1'], ...group } },
        ratios: { pair: { of: 'c0', to: 'c1', perPeriod: false, ...ratio } },
        concentration,
      },
    ),
  );

/** A channel that has to get more than it may in the periods that are open, beside one that may clash with itself. */
const closings: fc.Arbitrary<Scenario> = fc
  .record({
    ends: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    isDark: fc.boolean(),
    most: fc.array(between(1, 40), { minLength: 5, maxLength: 5 }),
    least: between(20, 100),
    other: fc.constantFrom({}, {}, { fixed: 20, total: { max: 99 } }),
  })
  .map(({ ends, isDark, most, least, other }) => {
    const span = { from: Math.min(...ends), to: Math.max(...ends) };
    const own = { max: most, total: { min: least }, ...(isDark ? { dark: [span] } : { only: span }) };
    const plan = [10, 10, 10, 10, 10];
    return scenario(
      { a: channel({ plan, limits: own }), b: channel({ plan, limits: other }) },
      { horizon: { periods: 5, unit: 'week', tail: 0 }, budget: { atMost: 1000 } },
    );
  });

/** Two channels and a half that may be used, most of which have to be, or in lumps that the money of a week is too little for. */
const clashes: fc.Arbitrary<Scenario> = fc
  .record({
    channels: fc.array(
      fc.oneof(
        fc.record({ share: fc.record({ min: between(0.1, 0.5) }) }),
        fc.record({ minIfUsed: between(40, 120) }),
        fc.record({ minIfUsed: between(40, 120), share: fc.record({ min: between(0.05, 0.3) }) }),
      ),
      { minLength: 3, maxLength: 3 },
    ),
    periods: fc.integer({ min: 1, max: 2 }),
    total: between(60, 200),
    perPeriod: between(30, 90),
    own: fc.constantFrom({ mostChannels: 1 }, { mostChannels: 2 }, { concentration: { herfindahl: 0.36 } }),
  })
  .map(({ channels, periods, total, perPeriod, own }) =>
    scenario(
      Object.fromEntries(
        channels.map((limits, c) => [`c${c}`, channel({ plan: Array.from({ length: periods }, () => 20), limits })]),
      ),
      {
        horizon: { periods, unit: 'week', tail: 0 },
        budget: { total, perPeriodAtMost: perPeriod },
        goal: { maximize: 'customers' },
        ...own,
      },
    ),
  );

/** In hundredths: planners do not write 1e-98. */
function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((hundredths) => hundredths / 100);
}
