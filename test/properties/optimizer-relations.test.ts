import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel } from '../support/scenario.ts';
import { concaveScenarios, MIXED, sum } from './concave.ts';
import { inCurrency } from './currency.ts';
import { runs } from './settings.ts';
import { scaleOf, solve, worstBreach, type Solved, type Spend } from './solve.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

/** Relative gap that every search here is asked for. */
const GAP = 1e-5;
const ROUNDING = 1e-9;

/** Everything known exactly: then neither names nor order nor a channel more can change a draw. */
const CERTAIN = { ...MIXED, certain: true };

describe('the best plan, when the question changes', () => {
  it('is the same plan in another currency', async () => {
    await fc.assert(
      fc.asyncProperty(concaveScenarios(MIXED), fc.constantFrom(0.01, 7.3, 1e4), async (of, rate) => {
        const here = await solve(engine, of);
        const there = await solve(engine, inCurrency(of, rate));
        const worth = of.goal.maximize === 'customers' ? 1 : rate;
        const converted = (spend: Spend, by: number) => spend.map((periods) => periods.map((amount) => amount * by));
        const tolerance = (GAP + ROUNDING) * scaleOf(here);
        expect(there.goalOf(converted(here.spend, rate)) / worth).toBeCloseTo(here.found.lowerBound, 5);
        sameBest(here, there, worth);
        // The plan of one is the best of the other, as far as its proof goes.
        const back = converted(there.spend, 1 / rate);
        expect(worstBreach(here.model, back)).toBeLessThanOrEqual(1e-7);
        expect(here.goalOf(back)).toBeGreaterThanOrEqual(here.found.lowerBound - tolerance);
      }),
      runs(8),
    );
  });

  it('does not depend on the order of channels', async () => {
    await fc.assert(
      fc.asyncProperty(
        concaveScenarios(CERTAIN),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        async (of, keys) => {
          const names = Object.keys(of.channels);
          const order = names.map((_, c) => c).toSorted((a, b) => keys[a]! - keys[b]! || b - a);
          const shuffled = Object.fromEntries(order.map((c) => [names[c]!, of.channels[names[c]!]!]));
          const one = await solve(engine, of, { searchDraws: 16 });
          const other = await solve(engine, { ...of, channels: shuffled }, { searchDraws: 16 });
          sameBest(one, other);
          const unshuffled = names.map((_, c) => other.spend[order.indexOf(c)]!);
          expect(Math.abs(one.goalOf(unshuffled) - other.found.lowerBound)).toBeLessThanOrEqual(
            ROUNDING * scaleOf(one),
          );
        },
      ),
      runs(8),
    );
  });

  it('does not depend on what channels are called', async () => {
    await fc.assert(
      fc.asyncProperty(
        concaveScenarios(CERTAIN),
        fc.shuffledSubarray(HARD_NAMES, { minLength: 5 }),
        async (of, names) => {
          const one = await solve(engine, of, { searchDraws: 16 });
          const other = await solve(engine, renamed(of, names), { searchDraws: 16 });
          // Names take no part in any sum: the same bits.
          expect(other.spend).toEqual(one.spend);
          expect(other.found.lowerBound).toBe(one.found.lowerBound);
          expect(other.found.upperBound).toBe(one.found.upperBound);
        },
      ),
      runs(8),
    );
  });

  it('spends nothing in a channel that brings nothing', async () => {
    let checked = 0;
    const wishes = { ...CERTAIN, goals: ['profit'] as const, budgets: ['atMost'] as const, noHalo: true };
    await fc.assert(
      fc.asyncProperty(concaveScenarios(wishes), async (of) => {
        const periods = Array.from({ length: of.horizon.periods }, () => 0);
        const useless = channel({ efficiency: certain(0), plan: periods });
        const without = await solve(engine, of, { searchDraws: 16 });
        const more = { ...of, channels: { ...of.channels, useless } };
        const withIt = await solve(engine, more, { searchDraws: 16 });
        // Limits on shares are shares of all spend, the useless channel's too: there it can help to meet them.
        const shares = Object.values(of.channels).some(({ limits }) => limits.share) || of.groups['pair']?.share;
        expect(withIt.found.upperBound).toBeGreaterThanOrEqual(without.found.lowerBound - ROUNDING * scaleOf(without));
        if (shares) return;
        checked += 1;
        sameBest(without, withIt);
        // Each unit of money in it is a unit of profit lost.
        expect(sum(withIt.spend.at(-1)!)).toBeLessThanOrEqual((GAP + ROUNDING) * scaleOf(withIt));
      }),
      runs(10),
    );
    expect(checked).toBeGreaterThanOrEqual(5);
  });

  it('is never worse with more money that need not be spent', async () => {
    await fc.assert(
      fc.asyncProperty(
        concaveScenarios({ ...MIXED, budgets: ['atMost'] }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        async (of, factor) => {
          const poorer = await solve(engine, of);
          const richer = await solve(engine, { ...of, budget: { atMost: of.budget.atMost! * factor } });
          notBetter(poorer, richer);
        },
      ),
      runs(8),
    );
  });

  it('is never better with one more limit, and the same with one that it satisfies', async () => {
    let tight = 0;
    await fc.assert(
      fc.asyncProperty(concaveScenarios(MIXED), fc.double({ min: 0.3, max: 0.95, noNaN: true }), async (of, share) => {
        const free = await solve(engine, of);
        const first = sum(free.spend[0]!);
        const money = sum(free.spend.flat());
        // Today's plan must stay possible.
        const today = sum(of.channels['c0']!.plan);
        const bound = Math.max(today, first * share);
        if (bound < first) tight += 1;
        const limited = await solve(engine, withGroup(of, { max: bound }));
        notBetter(limited, free);
        const idle = await solve(
          engine,
          withGroup(of, { min: Math.max(0, first - 1e-6 * money), max: first + 1e-6 * money }),
        );
        sameBest(free, idle);
      }),
      runs(8),
    );
    expect(tight).toBeGreaterThanOrEqual(2);
  });

  it('stays the best when one channel is held at what it gets', async () => {
    await fc.assert(
      fc.asyncProperty(concaveScenarios({ ...MIXED, noLimits: true }), async (of) => {
        const free = await solve(engine, of);
        const spend = free.spend[0]!.map((amount) => Math.max(0, amount));
        const held = { ...of.channels['c0']!, limits: { min: spend, max: spend } };
        const again = await solve(engine, { ...of, channels: { ...of.channels, c0: held } });
        notBetter(again, free);
        expect(again.found.upperBound).toBeGreaterThanOrEqual(free.found.lowerBound - ROUNDING * scaleOf(free));
      }),
      runs(8),
    );
  });

  it('is as good with two equal halves of a channel as with the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        concaveScenarios({ ...CERTAIN, noLimits: true, noHalo: true, noFixedCosts: true }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        async (of, efficiency) => {
          const whole = channel({ efficiency: certain(efficiency), plan: of.channels['c0']!.plan });
          const one = await solve(engine, { ...of, channels: { ...of.channels, whole } }, { searchDraws: 16 });
          const halves = { ...of.channels, whole, half: whole };
          const two = await solve(engine, { ...of, channels: halves }, { searchDraws: 16 });
          sameBest(one, two);
        },
      ),
      runs(8),
    );
  });

  it('is worth the price of its budget for a little more or less of it', async () => {
    let compared = 0;
    const separable = { ...MIXED, budgets: ['total'] as const, noFixedCosts: true, noLimits: true };
    await fc.assert(
      fc.asyncProperty(concaveScenarios(separable), async (of) => {
        const at = async (factor: number) => {
          const { found, spend } = await solve(
            engine,
            { ...of, budget: { total: of.budget.total! * factor } },
            { gap: 1e-8 },
          );
          return { value: found.lowerBound, found, spend };
        };
        const middle = await at(1);
        // Where one channel gets everything, the limits of that channel share in the price.
        if (middle.spend.flat().filter((amount) => amount > 0).length < 2) return;
        const price = middle.found.binding.find(({ limit }) => limit.path === 'budget.total')?.worth ?? 0;
        const step = 0.005;
        const money = step * of.budget.total!;
        const up = ((await at(1 + step)).value - middle.value) / money;
        const down = (middle.value - (await at(1 - step)).value) / money;
        const central = (up + down) / 2;
        // At a kink the price is anything between the two.
        if (Math.abs(up - down) > 0.02 * Math.abs(central)) return;
        compared += 1;
        expect(Math.abs(price - central)).toBeLessThanOrEqual(0.02 * Math.abs(central));
      }),
      runs(8),
    );
    expect(compared).toBeGreaterThanOrEqual(6);
  });
});

/** The best goals of two questions are the same, as far as both proofs go. */
function sameBest(one: Solved, other: Solved, worth = 1): void {
  const slack = ROUNDING * scaleOf(one);
  expect(other.found.lowerBound / worth).toBeLessThanOrEqual(one.found.upperBound + slack);
  expect(one.found.lowerBound).toBeLessThanOrEqual(other.found.upperBound / worth + slack);
  for (const { found, spend } of [one, other]) {
    // A gap relative to a plan that spends nothing and earns nothing has no meaning.
    if (sum(spend.flat()) > 0) expect(found.status).toBe('optimal');
  }
}

/** No plan of `worse` exceeds the proven bound of `better`, and what the search found there is as good, to its gap. */
function notBetter(worse: Solved, better: Solved): void {
  const scale = scaleOf(better);
  expect(worse.found.lowerBound).toBeLessThanOrEqual(better.found.upperBound + ROUNDING * scale);
  expect(worse.found.lowerBound).toBeLessThanOrEqual(better.found.lowerBound + (GAP + ROUNDING) * scale);
}

/** Names that a text format for linear programs would misread. */
const HARD_NAMES = ['Google Ads', 'free', 'End', 'st', '3x', 'e1', 'subject to', 'a+b', 'Ünïcode', '<=', 'inf'];

function renamed(of: Scenario, names: readonly string[]): Scenario {
  const olds = Object.keys(of.channels);
  const nameOf = (old: string) => names[olds.indexOf(old)]!;
  return {
    ...of,
    channels: Object.fromEntries(
      Object.entries(of.channels).map(([old, own]) => [
        nameOf(old),
        { ...own, halo: Object.fromEntries(Object.entries(own.halo).map(([to, share]) => [nameOf(to), share])) },
      ]),
    ),
    groups: Object.fromEntries(
      Object.entries(of.groups).map(([name, group]) => [name, { ...group, channels: group.channels.map(nameOf) }]),
    ),
  };
}

function withGroup(of: Scenario, total: { readonly min?: number; readonly max?: number }): Scenario {
  return { ...of, groups: { ...of.groups, more: { channels: ['c0'], total } } };
}
