import { describe, expect, it } from 'vitest';
import type { Channel, NonlinearLimit, Scenario } from '../../src/domain.ts';
import { withPast } from '../../src/replan/with-past.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { channel, scenario } from '../support/scenario.ts';

const plan = [10, 10, 10];

function threeWeeks(channels: Readonly<Record<string, Channel>>, own: Partial<Scenario> = {}): Scenario {
  return scenario(channels, { horizon: { periods: 3, unit: 'week' }, ...own });
}

function after(of: Scenario, ...spent: readonly (readonly number[])[]) {
  const running = withPast(
    of,
    compile(of),
    spent.map((row) => Float64Array.from(row)),
  );
  const { limits } = running.model;
  return { ...running, limits: limits.filter((limit) => !running.held.has(limit)) };
}

describe('limits after some periods', () => {
  it('leave what was not spent of a sum', () => {
    const of = threeWeeks({ a: channel({ plan }), b: channel({ plan }) }, { budget: { total: 60 } });
    const { limits, whole } = after(of, [25], [5]);
    expect(limits).toEqual([
      {
        name: 'total budget',
        path: 'budget.total',
        terms: [0, 1].flatMap((c) => [1, 2].map((period) => ({ channel: c, period, coefficient: 1 }))),
        least: 30,
        most: 30,
      },
    ]);
    expect(whole.get(limits[0]!)).toMatchObject({ name: 'total budget', least: 60, most: 60 });
  });

  it('leave nothing, and not the rounding of a sum, where all is spent', () => {
    const of = threeWeeks({ a: channel({ plan }) }, { budget: { total: 0.3 } });
    // 0.1 + 0.2 is 0.30000000000000004.
    const { limits, exceeded } = after(of, [0.1, 0.2]);
    expect(limits).toMatchObject([{ least: 0, most: 0 }]);
    expect(exceeded).toEqual([]);
  });

  it('hold for a step from the last past period on', () => {
    const of = threeWeeks({ a: channel({ plan, limits: { maxStep: 0.5 } }) });
    const { limits, notes } = { ...after(of, [10, 40]), notes: after(of, [10, 40]).model.notes };
    // From 40 down to 20 or up to 60; the step from 10 to 40 was too large, and is over.
    expect(limits.map(({ terms, least, most }) => [terms, least, most])).toEqual([
      [[{ channel: 0, period: 2, coefficient: 1 }], 20, undefined],
      [[{ channel: 0, period: 2, coefficient: 1 }], undefined, 60],
    ]);
    expect(notes).toEqual([
      'What was spent in weeks 1-2 does not keep every limit on it («a, period 2, step up»). What is spent is spent: these no longer count.',
    ]);
  });

  it('give a pattern a level of its own', () => {
    const of = threeWeeks({ a: channel({ plan, limits: { pattern: [4, 2, 1] } }) });
    // What was spent in the week with most no longer decides the others, but their proportion stays.
    expect(after(of, [100]).limits).toMatchObject([
      {
        terms: [
          { period: 2, coefficient: 1 },
          { period: 1, coefficient: -0.5 },
        ],
        least: 0,
        most: 0,
      },
    ]);
    expect(compile(of).limits).toHaveLength(2);
  });

  it('leave today’s plan the measure of a change', () => {
    const of = threeWeeks({ a: channel({ plan, limits: { maxChange: 0.2, change: { max: 0.5 } } }) });
    const { limits, model } = after(of, [30]);
    expect(limits.map(({ path, least, most }) => [path, least, most])).toEqual([
      ['channels.a.limits.change.max', undefined, 15],
      ['channels.a.limits.maxChange', 8, undefined],
      ['channels.a.limits.maxChange', undefined, 12],
      ['channels.a.limits.maxChange', 8, undefined],
      ['channels.a.limits.maxChange', undefined, 12],
    ]);
    expect([...model.channels[0]!.plan]).toEqual([30, 10, 10]);
    expect(model.settled).toBe(1);
  });

  it('on the number of channels leave those that were used', () => {
    const of = threeWeeks({ a: channel({ plan }), b: channel({ plan }), c: channel({ plan }) }, { mostChannels: 1 });
    const most = (limit: NonlinearLimit | undefined) => (limit?.kind === 'most channels' ? limit.most : undefined);
    const one = after(of, [10], [0], [0]).model;
    expect([most(one.nonlinearLimits[0]), one.notes]).toEqual([1, []]);
    const two = after(of, [10], [0], [10]).model;
    expect(most(two.nonlinearLimits[0])).toBe(2);
    expect(two.notes).toEqual([
      '2 channels have been used already, «number of channels, at most» allows 1: no other one is added.',
    ]);
  });

  it('on a minimum if used say so when the past has not kept it', () => {
    const of = threeWeeks({ a: channel({ plan, limits: { minIfUsed: 8 } }) });
    expect(after(of, [0, 8]).model.notes).toEqual([]);
    expect(after(of, [5, 8]).model.notes).toHaveLength(1);
  });

  it('that a share sets are exceeded only where later spend could not help', () => {
    const of = threeWeeks(
      { a: channel({ plan, limits: { share: { max: 0.5 } } }), b: channel({ plan, limits: { total: { max: 5 } } }) },
      { budget: { atMost: 60 } },
    );
    expect(after(of, [30], [0]).exceeded).toEqual([]);
    expect(after(of, [61], [7]).exceeded).toEqual([
      { name: 'budget, at most', path: 'budget.atMost', channels: ['a', 'b'], most: 60, spent: 68 },
      { name: 'b, whole plan, at most', path: 'channels.b.limits.total.max', channels: ['b'], most: 5, spent: 7 },
    ]);
  });
});
