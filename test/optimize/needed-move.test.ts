import { describe, expect, it } from 'vitest';
import type { LinearLimit, NonlinearLimit } from '../../src/domain.ts';
import type { Field } from '../../src/optimize/conflict/field.ts';
import { gainOf, isTooConcentrated, multiplies, neededAt } from '../../src/optimize/conflict/needed-move.ts';
import type { WholeProblem } from '../../src/optimize/conflict/whole-program.ts';

/** Two channels in two weeks, of which the first is past where `settled` is 1. */
const problem = (own: Partial<WholeProblem>): WholeProblem => ({
  channels: 2,
  periods: 2,
  settled: 0,
  limits: [],
  nonlinear: [],
  solvers: [],
  ...own,
});
const term = (channel: number, period: number, coefficient: number) => ({ channel, period, coefficient });
const ALL = [term(0, 0, 1), term(0, 1, 1), term(1, 0, 1), term(1, 1, 1)];
const field = (limit: LinearLimit, sign: 1 | -1 = 1): Field => ({
  path: limit.path,
  of: { limit, side: limit.most === undefined ? 'least' : 'most' },
  number: limit.most ?? limit.least ?? 0,
  sign,
});
/** A share of all money, `a - share * all <= 0`: by each unit that it rises, every coefficient falls by one. */
const share = (most: number): LinearLimit => ({
  name: 'a, share at most',
  path: 'share',
  terms: ALL.map((one) => ({ ...one, coefficient: (one.channel === 0 ? 1 : 0) - most })),
  most: 0,
  source: {
    kind: 'number',
    number: most,
    unit: 'rate',
    bound: 0,
    terms: ALL.map((one) => ({ ...one, coefficient: -1 })),
  },
});
/** 30 + 10 in one channel, 40 + 20 in the other. */
const SPEND = Float64Array.of(30, 10, 40, 20);

describe('how far a number has to move for a plan to keep its limits', () => {
  it('is as far as was asked where it only moves a bound', () => {
    const total: LinearLimit = { name: 'total', path: 'total', terms: ALL, most: 90 };
    const one = problem({ limits: [total] });
    expect(multiplies(one, field(total))).toBe(false);
    expect(neededAt(one, field(total), 10, SPEND)).toBe(10);
    // Spend is no more for it, and the bound is one more: the sum over the bound falls by one.
    expect(gainOf(one, field(total), total, SPEND)).toBe(-1);
    expect(gainOf(one, field(total, -1), total, SPEND)).toBe(1);
    expect(gainOf(one, field({ ...total, path: 'other' }), total, SPEND)).toBe(0);
  });

  it('is what a share of the plan is above it, and nothing where it is below', () => {
    const most = share(0.3);
    const one = problem({ limits: [most] });
    expect(multiplies(one, field(most))).toBe(true);
    // 40 of 100.
    expect(neededAt(one, field(most), 7, SPEND)).toBeCloseTo(0.1, 12);
    expect(neededAt(problem({ limits: [share(0.45)] }), field(share(0.45)), 7, SPEND)).toBe(0);
    // A share above by a billionth of all money is rounding.
    expect(neededAt(problem({ limits: [share(0.4 - 5e-10)] }), field(share(0.4 - 5e-10)), 7, SPEND)).toBe(0);
    // Moved the other way, no distance would do.
    expect(neededAt(one, field(most, -1), 7, SPEND)).toBe(Infinity);
  });

  it('is what a share is short of the least, where the number falls', () => {
    const { most: _most, ...rest } = share(0.55);
    const least: LinearLimit = { ...rest, least: 0 };
    const one = problem({ limits: [least] });
    expect(neededAt(one, field(least, -1), 7, SPEND)).toBeCloseTo(0.15, 12);
    expect(neededAt(one, field(least), 7, SPEND)).toBe(Infinity);
  });

  it('is what the smallest amount to come is short of a minimum if used', () => {
    const minimum: NonlinearLimit = { name: 'a', path: 'min', kind: 'minimum if used', channel: 0, amount: 25 };
    const at: Field = { ...field(share(0)), path: 'min', number: 25, sign: -1 };
    expect(neededAt(problem({ nonlinear: [minimum] }), at, 7, SPEND)).toBe(15);
    expect(neededAt(problem({ nonlinear: [minimum] }), at, 7, Float64Array.of(30, 0, 0, 0))).toBe(0);
    // What is past counts no more.
    expect(neededAt(problem({ nonlinear: [minimum], settled: 1 }), at, 7, Float64Array.of(10, 20, 0, 0))).toBe(5);
    expect(gainOf(problem({}), at, minimum, SPEND)).toBe(1);
  });

  it('is the number of channels above the most that may be used', () => {
    const most: NonlinearLimit = { name: 'most', path: 'most', kind: 'most channels', channels: [0, 1], most: 1 };
    const at: Field = { ...field(share(0)), path: 'most', number: 1 };
    expect(neededAt(problem({ nonlinear: [most] }), at, 7, SPEND)).toBe(1);
    expect(neededAt(problem({ nonlinear: [most] }), at, 7, Float64Array.of(0, 0, 5, 0))).toBe(0);
    expect(neededAt(problem({ nonlinear: [{ ...most, channels: [1] }] }), at, 7, SPEND)).toBe(0);
    expect(gainOf(problem({}), at, most, SPEND)).toBe(-1);
  });

  it('is the index of the plan less the one that is allowed', () => {
    const most = (index: number): NonlinearLimit => ({ name: 'h', path: 'h', kind: 'concentration', most: index });
    const at: Field = { ...field(share(0)), path: 'h', number: 0.4 };
    const one = (index: number) => problem({ nonlinear: [most(index)] });
    // 0.4² + 0.6² = 0.52.
    expect(neededAt(one(0.4), at, 7, SPEND)).toBeCloseTo(0.12, 12);
    expect(neededAt(one(0.6), at, 7, SPEND)).toBe(0);
    expect(isTooConcentrated(one(0.5), SPEND)).toBe(true);
    // Below by a ten-billionth is rounding.
    expect(isTooConcentrated(one(0.52 - 5e-11), SPEND)).toBe(false);
    expect(multiplies(one(0.4), at)).toBe(true);
    // All money times the derivative of the root, 1 / (2 sqrt(0.25)).
    expect(gainOf(one(0.25), at, most(0.25), SPEND)).toBeCloseTo(-100, 12);
  });
});
