import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model, TotalName } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { REPLICATES } from '../../src/random/points.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws, tallyPlans } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { gradientOf } from '../support/gradient.ts';
import { outcomeOf } from '../../src/simulate/outcome/outcome.ts';
import { sumsOfPeriod, type ReplicateSums } from '../../src/simulate/tally/tally.ts';
import { randomOf } from '../linear/random.ts';
import { randomScenario } from '../oracles/scenarios.ts';
import { apart, everything, everythingSmooth } from '../support/everything.ts';

/** An odd number of draws, of which the first belongs to replicate 5. */
const DRAWS = 43;
const range = { first: 5, count: DRAWS };

/** Of the largest number of the same kind: sums of a few hundred terms of either sign, in another order. */
const ROUNDING = 1e-11;

function close(what: string, got: ArrayLike<number>, expected: ArrayLike<number>, size: number): void {
  let away = got.length === expected.length ? 0 : NaN;
  for (let k = 0; k < got.length; k++) away = Math.max(away, Math.abs(got[k]! - expected[k]!) / size);
  // Asked only then: thousands of assertions take their time.
  if (!(away < ROUNDING)) expect(away, what).toBeLessThan(ROUNDING);
}

/** Sums over draws by replicate, of values by draw. */
function byReplicate(value: (i: number) => number): Float64Array {
  const sums = new Float64Array(REPLICATES);
  for (let i = 0; i < DRAWS; i++) {
    const r = (range.first + i) % REPLICATES;
    sums[r] = sums[r]! + value(i);
  }
  return sums;
}

/** Asserts that the sums of a plan are those of its outcome, which is put together by draw and period. */
function compare(model: Model): void {
  const plan = todaysPlan(model);
  const prepared = prepareDraws(model, { seed: 'tally', method: 'sobol', draws: 64 }, true);
  const [conditions] = [...conditionsIn(prepared, range)];
  const evaluation = evaluate(model, plan, conditions!);
  const { totals, channels, baseline } = outcomeOf(model, evaluation);
  const [tally] = tallyPlans(prepared, [plan], range);
  const money = Math.max(1, ...totals.revenue, ...totals.cost);
  const people = Math.max(1, ...totals.customers, ...totals.leads, ...totals.hours);
  const counts: ReadonlySet<string> = new Set(['customers', 'referred', 'leads', 'hours', 'lostLeads']);
  const size = (name: string) => (counts.has(name) ? people : money) * DRAWS;
  for (const name of Object.keys(totals) as TotalName[]) {
    close(name, tally!.totals[name], totals[name], size(name));
  }
  const periods = model.periods + model.tail;
  const gradients = (['revenue', 'profit'] as const).map((goal) => gradientOf(model, evaluation, goal));
  channels.forEach((own, c) => {
    const got = tally!.channels[c]!;
    const inPeriod = (values: Float64Array, t: number) => byReplicate((i) => values[t * DRAWS + i]!);
    const over = (values: Float64Array | undefined, from = 0) =>
      byReplicate((i) => {
        if (values === undefined) return 0;
        let total = 0;
        for (let t = from; t < periods; t++) total += values[t * DRAWS + i]!;
        return total;
      });
    const ofRow = (row: Float64Array | undefined) => byReplicate((i) => row?.[i] ?? 0);
    for (const name of ['customers', 'revenue', 'profit'] as const) {
      expect(got.byPeriod[name]).toHaveLength(model.periods * REPLICATES);
      for (let t = 0; t < model.periods; t++) {
        close(`${name} in ${t}`, sumsOfPeriod(got.byPeriod[name], t), inPeriod(own[name], t), size(name));
      }
      close(`all ${name}`, got.sums[name], over(own[name]), size(name));
    }
    for (const name of ['customers', 'profit'] as const) {
      const ofDraw = Float64Array.from({ length: DRAWS }, (_, i) => {
        let total = 0;
        for (let t = 0; t < periods; t++) total += own[name][t * DRAWS + i]!;
        return total;
      });
      close(`${name} by draw`, got[name], ofDraw, size(name));
    }
    for (const name of ['media', 'cost', 'peopleCost', 'serviceCost', 'leads', 'hours'] as const) {
      close(name, got.sums[name], ofRow(own[name]), size(name));
    }
    close('inside', got.sums.inside, ofRow(conditions!.channels[c]!.inside), DRAWS);
    const { before } = own;
    const tail = (values: Float64Array, less: Float64Array | undefined) => {
      const part = over(less, model.periods);
      return over(values, model.periods).map((sum, r) => sum - part[r]!);
    };
    close('tail customers', got.sums.tailCustomers, tail(own.customers, before?.customers), people * DRAWS);
    close('tail profit', got.sums.tailProfit, tail(own.profit, before?.profit), money * DRAWS);
    close('carried customers', got.sums.carryInCustomers, over(before?.customers), people * DRAWS);
    close('carried profit', got.sums.carryInProfit, over(before?.profit), money * DRAWS);
    close('carried revenue', got.sums.carryInRevenue, ofRow(before?.revenue), money * DRAWS);
    close('winning', got.sums.carryInWinningCost, ofRow(before?.winningCost), money * DRAWS);
    close('people of winning', got.sums.carryInPeopleCost, ofRow(before?.peopleCost), money * DRAWS);

    const spend = plan.spend[c]!;
    const total = spend.reduce((sum, amount) => sum + amount, 0);
    const share = (t: number) => (total > 0 ? spend[t]! / total : 1 / model.periods);
    const next = gradients.map((gradient) =>
      byReplicate((i) => spend.reduce((sum, _, t) => sum + share(t) * gradient[c]![t]![i]!, 0)),
    );
    const steepest = Math.max(1, ...next.flatMap((sums) => [...sums].map(Math.abs)));
    close('marginal revenue', got.sums.marginalRevenue, next[0]!, steepest);
    close('marginal profit', got.sums.marginalProfit, next[1]!, steepest);
  });
  const sumOf = (parts: readonly ReplicateSums[]) =>
    byReplicate(() => 0).map((_, r) => parts.reduce((sum, part) => sum + part[r]!, 0));
  expect(tally!.ownProfit).toHaveLength(periods * REPLICATES);
  for (let t = 0; t < periods; t++) {
    const brought = channels.map(({ profit, before }) =>
      byReplicate((i) => profit[t * DRAWS + i]! - (before?.profit[t * DRAWS + i] ?? 0)),
    );
    close(`own profit in ${t}`, sumsOfPeriod(tally!.ownProfit, t), sumOf(brought), money * DRAWS);
  }
  for (const name of ['revenue', 'profit'] as const) {
    for (let t = 0; t < model.periods; t++) {
      close(
        `baseline ${name}`,
        sumsOfPeriod(tally!.baseline[name], t),
        byReplicate((i) => baseline[name][t * DRAWS + i]!),
        money * DRAWS,
      );
    }
  }
  // The plain way makes the same bits.
  expect(tallyPlans({ ...prepared, kernel: undefined }, [plan], range)).toEqual([tally]);
  // And so does a run that keeps nothing, whose rows stand in the kernel's memory.
  const passing = prepareDraws(model, { seed: 'tally', method: 'sobol', draws: 64 }, false);
  expect(passing.room).toBeDefined();
  expect(tallyPlans(passing, [plan], range)).toEqual([tally]);
}

describe('the sums of a plan are those of its outcome', () => {
  it('with every feature at work, with and without what channels do to each other', () => {
    compare(compile(everything()));
    compare(compile(everythingSmooth()));
    compare(compile(apart(everythingSmooth())));
  });

  it('on scenarios put together at random', () => {
    fc.assert(
      fc.property(fc.noShrink(fc.string()), fc.boolean(), (seed, separate) => {
        const random = randomScenario(randomOf(seed));
        compare(compile(separate ? apart(random) : random));
      }),
      { seed: 2027, numRuns: 25 },
    );
  });
});
