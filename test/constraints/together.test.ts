import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inWords } from '../support/limit-words.ts';
import { channel, scenario } from '../support/scenario.ts';

function modelOf(own: Partial<Scenario>, periods = 1) {
  const plan = Array.from({ length: periods }, () => 0);
  return compile(
    scenario(
      { a: channel({ plan }), b: channel({ plan }), c: channel({ plan }) },
      { horizon: { periods, unit: 'week' }, ...own },
    ),
  );
}

const limitsOf = (own: Partial<Scenario>, periods?: number) =>
  modelOf(own, periods).limits.map((limit) => `${limit.name}: ${inWords(limit)}`);

describe('a ratio', () => {
  it('is between two channels over the whole plan', () => {
    const ratios = { 'brand to search': { of: 'a', to: 'b', min: 0.5, max: 2, perPeriod: false } };
    // a >= 0.5 b and a <= 2 b
    expect(limitsOf({ ratios }, 2)).toEqual([
      'ratio brand to search, at least: x[a,1] + x[a,2] - 0.5 x[b,1] - 0.5 x[b,2] >= 0',
      'ratio brand to search, at most: x[a,1] + x[a,2] - 2 x[b,1] - 2 x[b,2] <= 0',
    ]);
    expect(modelOf({ ratios }).limits.map(({ path }) => path)).toEqual([
      'ratios.brand to search.min',
      'ratios.brand to search.max',
    ]);
  });

  it('holds in each period where that is asked for', () => {
    const ratios = { even: { of: 'a', to: 'b', min: 1, perPeriod: true } };
    expect(limitsOf({ ratios }, 2)).toEqual([
      'ratio even, period 1, at least: x[a,1] - x[b,1] >= 0',
      'ratio even, period 2, at least: x[a,2] - x[b,2] >= 0',
    ]);
  });

  it('is between groups, too, which may share a channel', () => {
    const groups = { screens: { channels: ['a', 'b'] }, all: { channels: ['a', 'b', 'c'] } };
    // a + b <= 0.75 (a + b + c): 0.25 a + 0.25 b - 0.75 c <= 0
    const ratios = { most: { of: 'screens', to: 'all', max: 0.75, perPeriod: false } };
    expect(limitsOf({ groups, ratios })).toEqual(['ratio most, at most: 0.25 x[a,1] + 0.25 x[b,1] - 0.75 x[c,1] <= 0']);
  });
});

describe('the number of channels', () => {
  it('is limited for the whole plan and in a group', () => {
    const groups = { screens: { channels: ['c', 'a'], mostUsed: 1 } };
    const model = modelOf({ groups, mostChannels: 2 });
    expect(model.limits).toEqual([]);
    expect(model.nonlinearLimits).toEqual([
      {
        kind: 'most channels',
        name: 'number of channels, at most',
        path: 'mostChannels',
        channels: [0, 1, 2],
        most: 2,
      },
      {
        kind: 'most channels',
        name: 'group screens, number of channels, at most',
        path: 'groups.screens.mostUsed',
        channels: [2, 0],
        most: 1,
      },
    ]);
  });

  it('is no limit where there are no more', () => {
    expect(modelOf({ mostChannels: 3 }).nonlinearLimits).toEqual([]);
  });
});

describe('concentration', () => {
  it('limits the share of every channel', () => {
    expect(limitsOf({ concentration: { maxShare: 0.4 } })).toEqual([
      'a, largest share of one channel: 0.6 x[a,1] - 0.4 x[b,1] - 0.4 x[c,1] <= 0',
      'b, largest share of one channel: - 0.4 x[a,1] + 0.6 x[b,1] - 0.4 x[c,1] <= 0',
      'c, largest share of one channel: - 0.4 x[a,1] - 0.4 x[b,1] + 0.6 x[c,1] <= 0',
    ]);
  });

  it('limits the sum of squared shares, which is no linear limit', () => {
    const model = modelOf({ concentration: { herfindahl: 0.5 } });
    expect(model.limits).toEqual([]);
    expect(model.nonlinearLimits).toEqual([
      {
        kind: 'concentration',
        name: 'concentration (Herfindahl index), at most',
        path: 'concentration.herfindahl',
        most: 0.5,
      },
    ]);
  });
});

describe('the names of limits', () => {
  it('tell all of them apart', () => {
    const { limits } = compile(
      scenario(
        {
          a: channel({
            plan: [10, 20],
            limits: {
              min: 1,
              max: 90,
              committed: 1,
              total: { min: 1, max: 90 },
              share: { min: 0.1, max: 0.9 },
              change: { min: -0.5, max: 0.5 },
              maxChange: 0.5,
              maxStep: 0.5,
              maxStepAmount: 5,
              dark: [{ from: 1, to: 1 }],
              only: { from: 2, to: 2 },
              pattern: 'today',
            },
          }),
          b: channel({ plan: [1, 1], limits: { fixed: 3 } }),
        },
        {
          horizon: { periods: 2, unit: 'week' },
          budget: { total: 50, perPeriod: 25, perPeriodAtMost: 30, atLeast: 2, atMost: 60 },
          concentration: { maxShare: 0.7 },
        },
      ),
    );
    expect(limits).toHaveLength(34);
    expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length);
  });
});
