import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/domain.ts';
import { compile } from '../../../src/scenario/compile/compile.ts';
import { inWords } from '../../support/limit-words.ts';
import { channel, scenario } from '../../support/scenario.ts';

/** Limits as a planner would write them down: `x[a,1] + x[a,2] >= 10`. */
function limitsOf(
  own: Partial<Scenario>,
  channels: Partial<Scenario['channels']> = {},
): Readonly<Record<string, string>> {
  const given = scenario(
    {
      a: channel({ plan: [10, 20] }),
      b: channel({ plan: [0, 0] }),
      c: channel({ plan: [5, 5] }),
      ...channels,
    },
    { horizon: { periods: 2, unit: 'week' }, ...own },
  );
  return Object.fromEntries(compile(given).limits.map((limit) => [limit.path, inWords(limit)]));
}

const everything = 'x[a,1] + x[a,2] + x[b,1] + x[b,2] + x[c,1] + x[c,2]';

describe('the budget', () => {
  it('is all spent, spent at most, or spent period by period', () => {
    expect(limitsOf({ budget: { total: 100 } })).toEqual({ 'budget.total': `${everything} >= 100 and <= 100` });
    expect(limitsOf({ budget: { atMost: 100 } })).toEqual({ 'budget.atMost': `${everything} <= 100` });
    expect(limitsOf({ budget: { perPeriod: [30, 50] } })).toEqual({
      'budget.perPeriod[0]': 'x[a,1] + x[b,1] + x[c,1] >= 30 and <= 30',
      'budget.perPeriod[1]': 'x[a,2] + x[b,2] + x[c,2] >= 50 and <= 50',
    });
    expect(limitsOf({ budget: { flexible: true } })).toEqual({});
  });

  it('per period as one number is one limit in each period', () => {
    const given = scenario(
      { a: channel({ plan: [0, 0] }) },
      { horizon: { periods: 2, unit: 'week' }, budget: { perPeriod: 7 } },
    );
    const { limits } = compile(given);
    expect(limits.map(({ path, name }) => [path, name])).toEqual([
      ['budget.perPeriod', 'budget of period 1'],
      ['budget.perPeriod', 'budget of period 2'],
    ]);
    expect(limits.map(inWords)).toEqual(['x[a,1] >= 7 and <= 7', 'x[a,2] >= 7 and <= 7']);
  });
});

describe('the limits of a channel', () => {
  const limited = (limits: Scenario['channels'][string]['limits']) =>
    limitsOf({}, { a: channel({ plan: [10, 20], limits }) });

  it('hold in each period, one number each', () => {
    expect(limited({ min: [3, 4], max: [8, 9] })).toEqual({
      'channels.a.limits.min[0]': 'x[a,1] >= 3',
      'channels.a.limits.min[1]': 'x[a,2] >= 4',
      'channels.a.limits.max[0]': 'x[a,1] <= 8',
      'channels.a.limits.max[1]': 'x[a,2] <= 9',
    });
  });

  it('hold for the whole plan', () => {
    expect(limited({ total: { min: 5, max: 60 } })).toEqual({
      'channels.a.limits.total.min': 'x[a,1] + x[a,2] >= 5',
      'channels.a.limits.total.max': 'x[a,1] + x[a,2] <= 60',
    });
  });

  it('hold for its share of all spend', () => {
    // a >= 0.2 (a + b + c), so 0.8 a - 0.2 b - 0.2 c >= 0
    expect(limited({ share: { min: 0.2, max: 0.6 } })).toEqual({
      'channels.a.limits.share.min': '0.8 x[a,1] + 0.8 x[a,2] - 0.2 x[b,1] - 0.2 x[b,2] - 0.2 x[c,1] - 0.2 x[c,2] >= 0',
      'channels.a.limits.share.max': '0.4 x[a,1] + 0.4 x[a,2] - 0.6 x[b,1] - 0.6 x[b,2] - 0.6 x[c,1] - 0.6 x[c,2] <= 0',
    });
  });

  it('keep it near today, and never below nothing', () => {
    const rows = (maxChange: number) =>
      compile(
        scenario({ a: channel({ plan: [10, 0], limits: { maxChange } }) }, { horizon: { periods: 2, unit: 'week' } }),
      ).limits.map((limit) => `${limit.name}: ${inWords(limit)}`);
    expect(rows(0.25)).toEqual([
      'a, period 1, largest cut: x[a,1] >= 7.5',
      'a, period 1, largest rise: x[a,1] <= 12.5',
      'a, period 2, largest cut: x[a,2] >= 0',
      'a, period 2, largest rise: x[a,2] <= 0',
    ]);
    expect(rows(3)).toContain('a, period 1, largest cut: x[a,1] >= 0');
    expect(rows(3)).toContain('a, period 1, largest rise: x[a,1] <= 40');
  });

  it('may be nothing or at least so much, which is no linear limit', () => {
    const model = compile(scenario({ a: channel(), b: channel({ limits: { minIfUsed: 40 } }) }));
    expect(model.limits).toEqual([]);
    expect(model.nonlinearLimits).toEqual([
      {
        kind: 'minimum if used',
        name: 'b, minimum if used',
        path: 'channels.b.limits.minIfUsed',
        channel: 1,
        amount: 40,
      },
    ]);
  });
});

describe('the limits of a group', () => {
  it('hold for its total, for each period, and for its share of all spend', () => {
    const group = { channels: ['c', 'a'], total: { min: 5 }, perPeriod: { max: 9 }, share: { max: 0.7 } };
    const { limits } = compile(
      scenario(
        { a: channel({ plan: [0, 0] }), b: channel({ plan: [0, 0] }), c: channel({ plan: [0, 0] }) },
        { horizon: { periods: 2, unit: 'week' }, groups: { screens: group } },
      ),
    );
    expect(limits.map((limit) => `${limit.path}: ${inWords(limit)}`)).toEqual([
      'groups.screens.total.min: x[c,1] + x[c,2] + x[a,1] + x[a,2] >= 5',
      'groups.screens.perPeriod.max: x[c,1] + x[a,1] <= 9',
      'groups.screens.perPeriod.max: x[c,2] + x[a,2] <= 9',
      'groups.screens.share.max: 0.3 x[a,1] + 0.3 x[a,2] - 0.7 x[b,1] - 0.7 x[b,2] + 0.3 x[c,1] + 0.3 x[c,2] <= 0',
    ]);
    expect(new Set(limits.map(({ name }) => name)).size).toBe(4);
  });
});
