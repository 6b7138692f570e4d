import { describe, expect, it } from 'vitest';
import { type LinearProgram, programBuilder } from '../../src/linear/program.ts';
import type { LinearSolver } from '../../src/linear/session.ts';
import type { Limit } from '../../src/linear/solution.ts';
import { openLinear, solveLinear } from '../../src/linear/solve.ts';
import { type Random, randomOf } from './random.ts';
import { each, highs } from './solvers.ts';

/** Twelve months of five channels: caps per channel and month, floors by group, a total; `floor` decides the rest. */
function yearPlan(random: Random, floor: number): LinearProgram {
  const builder = programBuilder('maximize');
  const spend = Array.from({ length: 60 }, (_, k) =>
    builder.addColumn({ name: `x${k}`, cost: random.between(1, 3), upper: random.between(50, 100) * 1e3 }),
  );
  const of = (share: (k: number) => boolean) => spend.filter(share).map((j) => [j, 1] as const);
  builder.addRow({ name: 'total', terms: of(() => true), upper: 1_500_000 });
  for (let c = 0; c < 5; c++) {
    builder.addRow({ name: `channel ${c}`, terms: of((k) => k % 5 === c), upper: 400_000, lower: floor });
  }
  for (let t = 0; t < 12; t++) {
    builder.addRow({ name: `month ${t}`, terms: of((k) => Math.floor(k / 5) === t), upper: 200_000 });
  }
  return builder.build();
}

/** The program without some limits. */
function without(program: LinearProgram, dropped: (limit: Limit) => boolean): LinearProgram {
  const opened = (of: 'row' | 'column', side: 'lower' | 'upper') =>
    (of === 'row' ? program.rows : program.columns)[side].map((value, index) =>
      dropped({ of, side, index, value }) ? (side === 'lower' ? -Infinity : Infinity) : value,
    );
  return {
    ...program,
    columns: { ...program.columns, lower: opened('column', 'lower'), upper: opened('column', 'upper') },
    rows: { ...program.rows, lower: opened('row', 'lower'), upper: opened('row', 'upper') },
  };
}

function has(limits: readonly Limit[], { of, side, index }: Limit): boolean {
  return limits.some((limit) => limit.of === of && limit.side === side && limit.index === index);
}

function conflictIn(program: LinearProgram, solver: LinearSolver): readonly Limit[] {
  const solution = solveLinear(program, [solver]);
  if (solution.status !== 'infeasible') throw new Error(`not infeasible: ${JSON.stringify(solution)}`);
  return solution.conflict;
}

/** Spend cannot be negative: nobody would lift that. */
const isNotNegative = ({ of, side, value }: Limit): boolean => of === 'column' && side === 'lower' && value === 0;

describe.each(each)('$name: limits that clash', ({ solver }) => {
  it('are named, all that are needed and no more', () => {
    let named = 0;
    for (let k = 0; k < 12; k += 2) {
      const program = yearPlan(randomOf(`clash ${k}`), 305_000 + 8_000 * k);
      const conflict = conflictIn(program, solver);
      named += conflict.length;
      const only = without(program, (limit) => !has(conflict, limit) && !isNotNegative(limit));
      expect(solveLinear(only, [highs]).status).toBe('infeasible');
      for (const member of conflict) {
        const rest = without(only, (limit) => has([member], limit));
        // Without the goal: with it the rest may be unbounded.
        const cost = new Float64Array(rest.columns.cost.length);
        expect(solveLinear({ ...rest, columns: { ...rest.columns, cost } }, [highs]).status).toBe('optimal');
      }
    }
    expect(named).toBeGreaterThan(24);
  });

  it('are the total and the five floors when these add up to more', () => {
    const conflict = conflictIn(yearPlan(randomOf('six'), 310_000), solver);
    expect(conflict.map(({ name }) => name)).toEqual([
      'total',
      'channel 0',
      'channel 1',
      'channel 2',
      'channel 3',
      'channel 4',
    ]);
    expect(conflict.map(({ side }) => side)).toEqual(['upper', 'lower', 'lower', 'lower', 'lower', 'lower']);
  });

  it('may be an equality and what it needs', () => {
    const builder = programBuilder('minimize');
    builder.addColumn({ name: 'x', upper: 3 });
    builder.addColumn({ name: 'y', upper: 4 });
    builder.addColumn({ name: 'z', upper: 4 });
    builder.addRow({
      name: 'sum',
      terms: [
        [0, 1],
        [1, 1],
      ],
      lower: 10,
      upper: 10,
    });
    expect(conflictIn(builder.build(), solver)).toEqual([
      { of: 'column', index: 0, side: 'upper', value: 3, name: 'x' },
      { of: 'column', index: 1, side: 'upper', value: 4, name: 'y' },
      { of: 'row', index: 0, side: 'lower', value: 10, name: 'sum' },
    ]);
  });
});

describe('limits that contradict themselves', () => {
  const refuse: LinearSolver = {
    name: 'none',
    accepts: () => true,
    open: () => {
      throw new Error('a solver was asked');
    },
  };

  it('are told before any solver is asked', () => {
    const crossed = programBuilder('maximize');
    crossed.addColumn({ name: 'tv', lower: 3, upper: 2 });
    expect(solveLinear(crossed.build(), [refuse])).toEqual({
      status: 'infeasible',
      conflict: [
        { of: 'column', index: 0, side: 'lower', value: 3, name: 'tv' },
        { of: 'column', index: 0, side: 'upper', value: 2, name: 'tv' },
      ],
    });

    const row = programBuilder('maximize');
    row.addColumn({});
    row.addRow({ name: 'share', terms: [[0, 1]], lower: 1, upper: 0.5 });
    expect(conflictIn(row.build(), refuse).map(({ of, side }) => [of, side])).toEqual([
      ['row', 'lower'],
      ['row', 'upper'],
    ]);

    const empty = programBuilder('maximize');
    empty.addColumn({});
    empty.addRow({ name: 'nothing', terms: [[0, 0]], upper: -1 });
    expect(conflictIn(empty.build(), refuse)).toEqual([
      { of: 'row', index: 0, side: 'upper', value: -1, name: 'nothing' },
    ]);

    const whole = programBuilder('maximize');
    whole.addColumn({ integer: true, lower: 0.2, upper: 0.8 });
    expect(conflictIn(whole.build(), refuse)).toHaveLength(2);
  });
});

describe('a clash that nobody asks about', () => {
  it.each(each)('is proven, and not looked into, by $name', ({ solver }) => {
    const clash = yearPlan(randomOf('nobody asks'), 350_000);
    expect(conflictIn(clash, solver).length).toBeGreaterThan(0);
    expect(solveLinear(clash, [solver], { unexplained: true })).toEqual({ status: 'infeasible', conflict: [] });
    const session = openLinear(clash, [solver], { unexplained: true });
    expect(session.solve()).toEqual({ status: 'infeasible', conflict: [] });
    session.close();
  });
});
