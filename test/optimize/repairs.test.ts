import { describe, expect, it } from 'vitest';
import { conflictOf } from '../../src/optimize/conflict/conflict.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { loadHighs } from '../../src/linear/highs.ts';
import { dualSimplex } from '../../src/linear/dual-simplex.ts';
import type { Repair } from '../../src/domain.ts';
import { moveOf } from '../support/repairs.ts';

const highs = await loadHighs();

interface File {
  readonly budget: string;
  readonly a?: string;
  readonly b?: string;
  readonly more?: string;
  readonly todayOfB?: number;
}

/** What is proposed for two channels over two weeks: field, change, and what may be added at most. */
function repairsOf({ budget, a = '{}', b = '{}', more = '', todayOfB = 20 }: File): readonly (readonly unknown[])[] {
  const { scenario } = readScenario(`apportion: 1
name: Repairs
currency: EUR
horizon: { periods: 2, unit: week }
budget: ${budget}
value: { orderValue: 10 }
channels:
  a: { plan: 20, efficiency: 0.5, limits: ${a} }
  b: { plan: ${todayOfB}, efficiency: 0.4, limits: ${b} }
${more}
`);
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return conflictOf(compile(scenario), [dualSimplex()])!.repairs.map(({ limit, ...change }) =>
    change.kind !== 'change'
      ? [limit.path, change.kind, ...(change.kind === 'open' ? change.periods : [])]
      : [limit.path, round(change.by), ...(change.byAtMost === undefined ? [] : [round(change.byAtMost)])],
  );
}

describe('clashes apart from each other', () => {
  /** In a, 30 at least in all, and 20 at most with c; in b, 8 at least in week 2, and 5 at most a week with d. */
  const twice = () => {
    const { scenario } = readScenario(`apportion: 1
name: Repairs
currency: EUR
horizon: { periods: 2, unit: week }
budget: { atMost: 100 }
value: { orderValue: 10 }
channels:
  a: { plan: 10, efficiency: 0.5, limits: { total: { min: 30 } } }
  b: { plan: 5, efficiency: 0.4, limits: { min: [0, 8] } }
  c: { plan: 5, efficiency: 0.4 }
  d: { plan: 5, efficiency: 0.4 }
groups:
  north: { channels: [a, c], total: { max: 20 } }
  south: { channels: [b, d], perPeriod: { max: 5 } }
`);
    return conflictOf(compile(scenario), [dualSimplex()])!;
  };
  const told = (repairs: readonly Repair[]) => repairs.map((one) => [one.limit.path, moveOf(one)]);

  it('are each named, with the smallest change of each field that ends it', () => {
    const { conflict, clashes, repairs } = twice();
    expect(repairs).toEqual([]);
    expect(clashes).toHaveLength(2);
    expect(clashes![0]!.conflict).toEqual(conflict);
    const byField = clashes!.map((clash) => told(clash.repairs)).toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
    expect(byField).toEqual([
      [
        ['channels.a.limits.total.min', -10],
        ['groups.north.total.max', 10],
      ],
      [
        ['channels.b.limits.min[1]', -3],
        ['groups.south.perPeriod.max', 3],
      ],
    ]);
    const fields = clashes!.map((clash) => clash.conflict.map(({ limit }) => limit.path));
    expect(fields[0]!.filter((path) => fields[1]!.includes(path))).toEqual([]);
  });

  it('are mended together by one change of each', () => {
    expect(told(twice().together!)).toEqual([
      ['channels.a.limits.total.min', -10],
      ['channels.b.limits.min[1]', -3],
    ]);
  });
});

describe('changes of several fields', () => {
  it('are told together where no single one would do, the least in proportion', () => {
    // Two weeks of 20 in a are 10 more than 30: 5 off 20 is less in proportion than 10 on 30. In b 4 and 6 are 5 more than 5:
    // 5 off 6 is less than 5 on 5, or than any off 4.
    const { scenario } = readScenario(`apportion: 1
name: Repairs
currency: EUR
horizon: { periods: 2, unit: week }
budget: { atMost: 100 }
value: { orderValue: 10 }
channels:
  a: { plan: 20, efficiency: 0.5, limits: { fixed: 20, total: { max: 30 } } }
  b: { plan: 5, efficiency: 0.4, limits: { fixed: [4, 6], total: { max: 5 } } }
`);
    const found = conflictOf(compile(scenario), [dualSimplex()])!;
    expect(found.repairs).toEqual([]);
    expect(found.togetherIsLeast).toBe(true);
    expect(found.together!.map((repair) => [repair.limit.path, Math.round(moveOf(repair) * 1e6) / 1e6])).toEqual([
      ['channels.a.limits.fixed', -5],
      ['channels.b.limits.fixed[1]', -5],
    ]);
  });
});

describe('changes of fields that spend is multiplied with, or that are about what is used', () => {
  /** Two weeks of 45 are 10 less than 100: a tenth of 100 is less in proportion than 5 on 45. */
  const budget = 'budget: { total: 100, perPeriodAtMost: 45 }';
  const changes = (channels: string, more = '') => {
    const { scenario } = readScenario(`apportion: 1
name: Repairs
currency: EUR
horizon: { periods: 2, unit: week }
${budget}
value: { orderValue: 10 }
channels:
${channels}
${more}
`);
    const found = conflictOf(compile(scenario), [highs, dualSimplex()])!;
    expect(found.repairs).toEqual([]);
    expect(found.togetherIsLeast).toBe(!/share|ratio|maxStep|herfindahl/.test(channels + more));
    return found.together!.map((repair) => [repair.limit.path, Math.round(moveOf(repair) * 1e6) / 1e6]);
  };

  it('are told together with others: shares', () => {
    // 60 % and 55 % are 15 points too many: a quarter of 60.
    const channels = `
  a: { plan: 20, efficiency: 0.5, limits: { share: { min: 60% } } }
  b: { plan: 20, efficiency: 0.4, limits: { share: { min: 55% } } }`;
    expect(changes(channels)).toEqual([
      ['budget.total', -10],
      ['channels.a.limits.share.min', -0.15],
    ]);
  });

  it('are told together with others: steps', () => {
    // 7 after 5 is a rise of 40 %, unless a gets nothing.
    const channels = `
  a: { plan: 20, efficiency: 0.5, limits: { pattern: [5, 7], total: { min: 36 }, maxStep: 25% } }
  b: { plan: 20, efficiency: 0.4 }`;
    expect(changes(channels)).toEqual([
      ['budget.total', -10],
      ['channels.a.limits.maxStep', 0.15],
    ]);
  });

  it('are told together with others: sums that a ratio and a step hold down', () => {
    const channels = `
  a: { plan: 20, efficiency: 0.5, limits: { max: [30, 60], min: [30, 0], maxStep: 10%, total: { min: 72 } } }
  b: { plan: 20, efficiency: 0.4 }`;
    // 30 and 33 of a, 9 less than 72, are two thirds of 94.5: 2.25 more than 45 a week and 5.5 less than 100. With 90 in all a has 60,
    // at 3 / 72 + 4.5 / 100 more for 2.25 / 45 less; any more of a takes a longer step, a tenth of 10 % for each 0.3.
    expect(changes(channels, 'ratios: { r: { of: a, to: b, max: 2 } }')).toEqual([
      ['budget.perPeriodAtMost', 2.25],
      ['budget.total', -5.5],
      ['channels.a.limits.total.min', -9],
    ]);
  });

  it('are told together with others: numbers of channels', () => {
    // Three channels where two may be: one more is half of two, and less than all of a share.
    const one = '{ plan: 20, efficiency: 0.5, limits: { share: { min: 20% } } }';
    expect(changes(`  a: ${one}\n  b: ${one}\n  c: ${one}`, 'mostChannels: 2')).toEqual([
      ['budget.total', -10],
      ['mostChannels', 1],
    ]);
  });

  it('are told together with others: a share that one channel too many has', () => {
    // One of both has to go to nothing, which is all of its share; less money in all makes that no easier, so that 10 of 100 is enough.
    const channels = `
  a: { plan: 5, efficiency: 0.5, limits: { share: { min: 60% } } }
  b: { plan: 5, efficiency: 0.4, limits: { share: { min: 50% } } }`;
    const [total, share, ...others] = changes(channels, 'mostChannels: 1');
    expect([total, others]).toEqual([['budget.total', -10], []]);
    expect([
      ['channels.a.limits.share.min', -0.6],
      ['channels.b.limits.share.min', -0.5],
    ]).toContainEqual(share);
  });

  it('are told together with others: minimums if used', () => {
    // 100 in two weeks are 50 in each: 5 more than 45, and 10 less than the least of 60; all else is more in proportion.
    const channels = `
  a: { plan: 20, efficiency: 0.5, limits: { minIfUsed: 60 } }
  b: { plan: 20, efficiency: 0.4, limits: { minIfUsed: 80 } }`;
    expect(changes(channels)).toEqual([
      ['budget.perPeriodAtMost', 5],
      ['channels.a.limits.minIfUsed', -10],
    ]);
  });

  it('are told together with others: concentration', () => {
    // a has 60 of 100: an index of 0.52. With 90 in all it would be 5 / 9, a tenth of 0.51 above it.
    const channels = `
  a: { plan: 20, efficiency: 0.5, limits: { committed: 30 } }
  b: { plan: 20, efficiency: 0.4 }`;
    expect(changes(channels, 'concentration: { herfindahl: 0.51 }')).toEqual([
      ['concentration.herfindahl', 0.01],
      ['budget.perPeriodAtMost', 5],
    ]);
  });
});

describe('a change of one field', () => {
  it('moves its number in all periods at once', () => {
    // 50 a week have to go into at most 20 + 25: 5 are missing in each week, a tenth, a fifth and a quarter of the numbers.
    expect(repairsOf({ budget: '{ perPeriod: 50 }', a: '{ max: 20 }', b: '{ max: 25 }' })).toEqual([
      ['budget.perPeriod', -5, -50],
      ['channels.b.limits.max', 5],
      ['channels.a.limits.max', 5],
    ]);
  });

  it('moves the number of one period where each has its own', () => {
    expect(repairsOf({ budget: '{ perPeriod: [45, 50] }', a: '{ max: 20 }', b: '{ max: [25, 25] }' })).toEqual([
      ['budget.perPeriod[1]', -5, -50],
      ['channels.b.limits.max[1]', 5],
      ['channels.a.limits.max', 5],
    ]);
  });

  it('keeps a number that is to be met to the unit at what all periods can meet', () => {
    // At most 20 + 25 = 45 in week 2, at least 48 in week 1: no one number for both.
    const both = { budget: '{ perPeriod: 50 }', a: '{ max: [30, 20] }', b: '{ min: [18, 0], max: 25 }' };
    expect(repairsOf({ ...both, a: '{ min: [30, 0], max: [30, 20] }' })).toEqual([
      ['channels.b.limits.max', 5],
      ['channels.a.limits.max[1]', 5],
    ]);
    expect(repairsOf(both)).toEqual([
      ['budget.perPeriod', -5, -32],
      ['channels.b.limits.max', 5],
      ['channels.a.limits.max[1]', 5],
    ]);
  });

  it('is told in the unit of the field', () => {
    // 60 % and 55 % of all spend are 15 points too many, however much is spent.
    const shares = { a: '{ share: { min: 60% } }', b: '{ share: { min: 55% } }' };
    expect(repairsOf({ budget: '{ atMost: 80, atLeast: 10 }', ...shares }).slice(0, 2)).toEqual([
      ['channels.a.limits.share.min', -0.15],
      ['channels.b.limits.share.min', -0.15],
    ]);
    // At most 30 in a, so that b gets 20 at least of 50; at 2 to 1 it would get 15 at most, and 45 could be spent.
    const most = { a: '{ total: { max: 30 } }', more: 'ratios: { r: { of: a, to: b, min: 2 } }' };
    expect(repairsOf({ budget: '{ total: 50 }', ...most })).toEqual([
      ['budget.total', -5, -50],
      ['channels.a.limits.total.max', 3.333333],
      ['ratios.r.min', -0.5],
    ]);
    // A tenth of today's 40 in b, 2 a week, beside 25 in a.
    expect(repairsOf({ budget: '{ perPeriod: 25 }', a: '{ min: 25 }', b: '{ change: { min: -90% } }' })).toEqual([
      ['budget.perPeriod', 2],
      ['channels.a.limits.min', -2],
      ['channels.b.limits.change.min', -0.1],
    ]);
  });

  it('is never of what is bought already, but of what it clashes with', () => {
    // 30 + 10 of a are bought, 40 in all: 10 more than 30, whatever a minimum of b gives.
    const bought = { a: '{ committed: [30, 10], total: { max: 30 } }', b: '{ min: 1 }' };
    expect(repairsOf({ budget: '{ atMost: 100 }', ...bought })).toEqual([['channels.a.limits.total.max', 10]]);
    expect(repairsOf({ budget: '{ atMost: 35 }', a: '{ committed: 20 }' })).toEqual([['budget.atMost', 5]]);
  });

  it('is to leave the field out where no number in it would do', () => {
    expect(
      repairsOf({ budget: '{ total: 50 }', a: '{ max: 20, dark: [{ from: 2, to: 2 }] }', b: '{ max: 10 }' }),
    ).toEqual([
      ['budget.total', -10, -50],
      ['channels.a.limits.max', 10],
      ['channels.b.limits.max', 5],
      ['channels.a.limits.dark[0]', 'leave out'],
    ]);
    // From nothing no share leads up, however many weeks solvers' rounding would have to grow.
    expect(
      repairsOf({ budget: '{ atMost: 90 }', a: '{ dark: [{ to: 1 }], maxStep: 20%, total: { min: 30 } }' }),
    ).toEqual([
      ['channels.a.limits.total.min', -30],
      ['channels.a.limits.maxStep', 'leave out'],
      ['channels.a.limits.dark[0]', 'leave out'],
    ]);
    // Nor does a share of what is not spent today.
    expect(repairsOf({ budget: '{ atMost: 90 }', b: '{ maxChange: 50%, min: 5 }', todayOfB: 0 })).toEqual([
      ['channels.b.limits.min', -5],
      ['channels.b.limits.maxChange', 'leave out'],
    ]);
    // Nothing in b: no multiple of it is as much as a has to get.
    const none = { b: '{ max: 0 }', more: 'ratios: { r: { of: a, to: b, max: 3 } }' };
    expect(repairsOf({ budget: '{ atMost: 90 }', a: '{ min: 30 }', ...none })).toEqual([
      ['channels.a.limits.min', -30],
      ['channels.b.limits.max', 10],
      ['ratios.r.max', 'leave out'],
    ]);
  });
});

describe('periods that a field closes', () => {
  /** What is proposed for channels over six weeks. */
  const proposed = (channels: string, budget = '{ atMost: 300 }') => {
    const { scenario } = readScenario(`apportion: 1
name: Closed
currency: EUR
horizon: { periods: 6, unit: week }
budget: ${budget}
value: { orderValue: 10 }
channels:
${channels}
`);
    const found = conflictOf(compile(scenario), [highs, dualSimplex()])!;
    const told = ({ limit, ...change }: Repair) => [
      limit.path,
      ...(change.kind === 'change' ? [Math.round(change.by * 1e6) / 1e6] : []),
      ...(change.kind === 'open' ? [change.periods, change.spans] : []),
      ...(change.kind === 'leave out' ? [change.kind] : []),
    ];
    return { repairs: found.repairs.map(told), together: found.together?.map(told), isLeast: found.togetherIsLeast };
  };

  it('are opened as few as will do, from the ends of dark ones', () => {
    // 45 take three weeks of 20, of which there are two: one of four has to be opened, which is less than 20 to 22.5 in both.
    expect(
      proposed(
        '  a: { plan: 10, efficiency: 0.5, limits: { max: 20, dark: [{ from: 2, to: 5 }], total: { min: 45 } } }',
      ),
    ).toEqual({
      repairs: [
        ['channels.a.limits.total.min', -5],
        ['channels.a.limits.max', 2.5],
        ['channels.a.limits.dark[0]', [2], [{ from: 3, to: 5 }]],
      ],
      together: undefined,
      isLeast: undefined,
    });
  });

  it('may lie in the midst of dark ones', () => {
    // Of weeks 2 to 5 only the fourth may have more than 1.
    const most = '[20, 1, 1, 20, 1, 20]';
    const a = `{ plan: 1, efficiency: 0.5, limits: { max: ${most}, dark: [{ from: 2, to: 5 }], total: { min: 60 } } }`;
    expect(proposed(`  a: ${a}`).repairs).toContainEqual([
      'channels.a.limits.dark[0]',
      [4],
      [
        { from: 2, to: 3 },
        { from: 5, to: 5 },
      ],
    ]);
  });

  it('are opened up to the one that is needed, so that a window stays one', () => {
    // Only week 5 may have as much as is asked for.
    const most = '[1, 1, 1, 1, 20, 1]';
    const a = `{ plan: 1, efficiency: 0.5, limits: { max: ${most}, only: { from: 2, to: 3 }, total: { min: 20 } } }`;
    expect(proposed(`  a: ${a}`).repairs).toContainEqual(['channels.a.limits.only', [4, 5], [{ from: 2, to: 5 }]]);
  });

  it('are told together with others where no single change would do', () => {
    // In a one of four dark weeks is a quarter, 5 of 15 a third and 2.5 on 5 a half; in b one week more is a quarter of four, any other number
    // has to move by more than half of it. What is bought in c is bought in a week in which its pattern has nothing.
    const { repairs, together, isLeast } = proposed(`
  a: { plan: 5, efficiency: 0.5, limits: { max: 5, dark: [{ from: 1, to: 4 }], total: { min: 15 } } }
  b: { plan: 1, efficiency: 0.5, limits: { max: [1, 1, 1, 1, 1, 50], only: { from: 2, to: 5 }, total: { min: 30 } } }
  c: { plan: 1, efficiency: 0.5, limits: { pattern: [1, 0, 0, 0, 0, 0], committed: [0, 5, 0, 0, 0, 0] } }`);
    expect({ repairs, isLeast }).toEqual({ repairs: [], isLeast: true });
    expect(together).toEqual([
      ['channels.a.limits.dark[0]', [1], [{ from: 2, to: 4 }]],
      ['channels.b.limits.only', [6], [{ from: 2, to: 6 }]],
      ['channels.c.limits.pattern', 'leave out'],
    ]);
  });

  it('are not told together where one change alone does for limits that are no sums, too', () => {
    // 5 a week in a, and either 20 in weeks 1 to 3 or 20 in weeks 4 to 6: 30 + 60 of 180.
    const { repairs, together } = proposed(
      `
  a: { plan: 5, efficiency: 0.5, limits: { max: 5 } }
  b: { plan: 5, efficiency: 0.5, limits: { max: 20, only: { to: 3 } } }
  c: { plan: 5, efficiency: 0.5, limits: { max: 20, only: { from: 4 } } }
groups: { pair: { channels: [b, c], mostUsed: 1 } }`,
      '{ total: 180 }',
    );
    expect({ repairs, together }).toEqual({ repairs: [['budget.total', -90]], together: undefined });
  });

  it('are told together with a number that is 0, and with a share of nothing', () => {
    // Half of 60 in a, evenly over six weeks; any number above 0 is infinitely more, but little of an even spread of all money.
    const { repairs, together } = proposed(`
  a: { plan: 5, efficiency: 0.5, limits: { max: 0 } }
  b: { plan: 5, efficiency: 0.5, limits: { committed: 10 } }
  c: { plan: 0, efficiency: 0.5, limits: { maxChange: 10%, committed: 1 } }
ratios: { r: { of: a, to: b, min: 0.5 } }`);
    expect(repairs).toEqual([]);
    expect(together).toEqual([
      ['channels.a.limits.max', 5],
      ['channels.c.limits.maxChange', 'leave out'],
    ]);
  });
});
