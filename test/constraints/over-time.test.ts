import { describe, expect, it } from 'vitest';
import type { Channel, Scenario } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inWords } from '../support/limit-words.ts';
import { channel, scenario } from '../support/scenario.ts';

/** Names and contents of the limits of one channel `a`, with this plan of today. */
function limitsOf(limits: Channel['limits'], plan: readonly number[], own: Partial<Scenario> = {}): readonly string[] {
  const given = scenario({ a: channel({ plan, limits }) }, { horizon: { periods: plan.length, unit: 'week' }, ...own });
  return compile(given).limits.map((limit) => `${limit.name}: ${inWords(limit)}`);
}

describe('settled spend', () => {
  it('is one limit with two equal sides in each period', () => {
    expect(limitsOf({ fixed: [4, 0] }, [1, 2])).toEqual([
      'a, period 1, settled: x[a,1] >= 4 and <= 4',
      'a, period 2, settled: x[a,2] >= 0 and <= 0',
    ]);
    expect(limitsOf({ fixed: 3 }, [1, 2])).toEqual([
      'a, period 1, settled: x[a,1] >= 3 and <= 3',
      'a, period 2, settled: x[a,2] >= 3 and <= 3',
    ]);
  });

  it('stands where it is written', () => {
    const paths = (fixed: number | readonly number[]) =>
      compile(
        scenario({ a: channel({ plan: [0, 0], limits: { fixed } }) }, { horizon: { periods: 2, unit: 'week' } }),
      ).limits.map(({ path }) => path);
    expect(paths(3)).toEqual(['channels.a.limits.fixed', 'channels.a.limits.fixed']);
    expect(paths([3, 4])).toEqual(['channels.a.limits.fixed[0]', 'channels.a.limits.fixed[1]']);
  });
});

describe('a commitment', () => {
  it('is spent at least, in the periods that have one', () => {
    expect(limitsOf({ committed: [0, 0, 7] }, [1, 1, 1])).toEqual(['a, period 3, committed: x[a,3] >= 7']);
  });
});

describe('a change against today', () => {
  it('is of the whole plan, less and more apart', () => {
    // 10 + 30 today: 20 % less is 32, half as much again 60.
    expect(limitsOf({ change: { min: -0.2, max: 0.5 } }, [10, 30])).toEqual([
      'a, against today, at least: x[a,1] + x[a,2] >= 32',
      'a, against today, at most: x[a,1] + x[a,2] <= 60',
    ]);
    expect(limitsOf({ change: { max: -0.25 } }, [10, 30])).toEqual([
      'a, against today, at most: x[a,1] + x[a,2] <= 30',
    ]);
  });
});

describe('a step from one period to the next', () => {
  it('is a share of the earlier one', () => {
    expect(limitsOf({ maxStep: 0.2 }, [0, 0, 0])).toEqual([
      'a, period 2, step down: x[a,2] - 0.8 x[a,1] >= 0',
      'a, period 2, step up: x[a,2] - 1.2 x[a,1] <= 0',
      'a, period 3, step down: x[a,3] - 0.8 x[a,2] >= 0',
      'a, period 3, step up: x[a,3] - 1.2 x[a,2] <= 0',
    ]);
  });

  it('can go down to nothing where it may be as large as what there was', () => {
    expect(limitsOf({ maxStep: 1 }, [0, 0])).toEqual(['a, period 2, step up: x[a,2] - 2 x[a,1] <= 0']);
  });

  it('is a sum of money', () => {
    expect(limitsOf({ maxStepAmount: 5 }, [0, 0])).toEqual([
      'a, period 2, step down in money: x[a,2] - x[a,1] >= -5',
      'a, period 2, step up in money: x[a,2] - x[a,1] <= 5',
    ]);
  });
});

describe('a window', () => {
  it('leaves nothing in dark periods', () => {
    const dark = [
      { from: 1, to: 1 },
      { from: 3, to: 4 },
    ];
    expect(limitsOf({ dark }, [0, 0, 0, 0, 0])).toEqual([
      'a, period 1, dark: x[a,1] <= 0',
      'a, period 3, dark: x[a,3] <= 0',
      'a, period 4, dark: x[a,4] <= 0',
    ]);
  });

  it('leaves nothing outside the only periods', () => {
    expect(limitsOf({ only: { from: 2, to: 3 } }, [0, 0, 0, 0])).toEqual([
      'a, period 1, outside its window: x[a,1] <= 0',
      'a, period 4, outside its window: x[a,4] <= 0',
    ]);
  });
});

describe('a pattern', () => {
  it('keeps spend in proportion to the period with most', () => {
    expect(limitsOf({ pattern: [1, 4, 0, 2] }, [9, 9, 9, 9])).toEqual([
      'a, period 1, pattern: x[a,1] - 0.25 x[a,2] >= 0 and <= 0',
      'a, period 3, pattern: x[a,3] <= 0',
      'a, period 4, pattern: x[a,4] - 0.5 x[a,2] >= 0 and <= 0',
    ]);
  });

  it('can be that of today', () => {
    expect(limitsOf({ pattern: 'today' }, [30, 15])).toEqual([
      'a, period 2, pattern: x[a,2] - 0.5 x[a,1] >= 0 and <= 0',
    ]);
  });

  it('can be asked of all channels at once, of which some have their own', () => {
    const given = scenario(
      { a: channel({ plan: [30, 15] }), b: channel({ plan: [1, 1], limits: { pattern: [1, 2] } }) },
      { horizon: { periods: 2, unit: 'week' }, pattern: 'today' },
    );
    expect(compile(given).limits.map((limit) => `${limit.path}: ${inWords(limit)}`)).toEqual([
      'pattern: x[a,2] - 0.5 x[a,1] >= 0 and <= 0',
      'channels.b.limits.pattern: x[b,1] - 0.5 x[b,2] >= 0 and <= 0',
    ]);
  });

  it('of nothing leaves nothing', () => {
    expect(limitsOf({ pattern: 'today' }, [0, 0])).toEqual([
      'a, period 1, pattern: x[a,1] <= 0',
      'a, period 2, pattern: x[a,2] <= 0',
    ]);
  });
});

describe('a budget', () => {
  it('can have a least, and a most in each period', () => {
    expect(limitsOf({}, [0, 0], { budget: { atLeast: 5, atMost: 9 } })).toEqual([
      'budget, at least: x[a,1] + x[a,2] >= 5',
      'budget, at most: x[a,1] + x[a,2] <= 9',
    ]);
    expect(limitsOf({}, [0, 0], { budget: { total: 9, perPeriodAtMost: [5, 6] } })).toEqual([
      'total budget: x[a,1] + x[a,2] >= 9 and <= 9',
      'budget of period 1, at most: x[a,1] <= 5',
      'budget of period 2, at most: x[a,2] <= 6',
    ]);
  });
});
