import { describe, expect, it } from 'vitest';
import type { CohortsView, FinanceView } from '../../src/finance/finance-view.ts';
import { cohortSpans } from '../../src/finance/cohort-spans.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { openCohorts } from '../../src/finance/gathered-cohorts.ts';
import { finance } from '../../src/runs/finance.ts';
import { orderIntervals } from '../../src/runs/finance/order-intervals.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { byPeriod } from '../../src/simulate/by-period.ts';
import { prepareDraws } from '../../src/simulate/chunk.ts';
import { engineOfFile } from '../support/engine.ts';
import { twoWeeks } from '../support/two-weeks.ts';

const engine = engineOfFile();

async function view(text: string, draws = 64): Promise<FinanceView> {
  return finance(engine, readScenario(text), {}, { draws });
}

/** Of today's plan, without the rest that finance looks at. */
function cohorts(text: string, draws = 64): CohortsView {
  const { scenario } = readScenario(text);
  const model = compile(scenario);
  const table = openCohorts(orderIntervals(scenario, model).channels, model, draws);
  byPeriod(
    prepareDraws(model, { seed: 'cohorts', method: 'sobol', draws }, false),
    [todaysPlan(model)],
    draws,
    table.add,
  );
  return table.view()!;
}

const close = (value: number) => expect.closeTo(value, 9);
const values = ({ byAge }: CohortsView['all']['whole']) => byAge.map(({ value }) => value.value);

describe('cohorts of customers', () => {
  it('bring what they bring by hand, 40 % buying again online and 25 % in stores', () => {
    // A click in `social` that converts at 1.6 % makes a customer of 62.5.
    const { ages, channels, all } = cohorts(
      twoWeeks
        .replace('search: {', 'search: { value: { repeat: { rate: 40%, every: 4, horizon: 8 } },')
        .replace('social: {', 'social: { value: { repeat: { rate: 25%, every: 4, horizon: 8 } },')
        .replace('clickToCustomer: 4%', 'clickToCustomer: 1.6%'),
    );
    expect(ages).toEqual([0, 4, 8]);
    const [online, stores] = channels;
    // 50 of margin an order; 1, 1.4 and 1.56 orders of a customer so far, or 1, 1.25 and 1.3125.
    expect(values(online!.whole)).toEqual([close(50), close(70), close(78)]);
    expect(values(stores!.whole)).toEqual([close(50), close(62.5), close(65.625)]);
    expect(stores!.whole.byAge.map(({ orders }) => orders.value)).toEqual([close(1), close(1.25), close(1.3125)]);
    // 20 is paid back with the first order, 62.5 with what comes of the second; nothing is uncertain.
    expect([online!.whole.cost.value, online!.whole.payback]).toEqual([close(20), 0]);
    expect([stores!.whole.cost.value, stores!.whole.payback]).toEqual([close(62.5), 4]);
    expect(stores!.whole.byAge.map(({ paidBack }) => paidBack.value)).toEqual([0, 1, 1]);
    expect(stores!.whole.byAge[1]!.range).toEqual([close(62.5), close(62.5)]);
    // Each week is a cohort: 5 and 0.8 customers, 390 + 52.5 over their life.
    expect(all.spans.map(({ from, to, customers }) => [from, to, customers.value])).toEqual([
      [1, 1, close(5.8)],
      [2, 2, close(5.8)],
    ]);
    expect(values(all.whole).at(-1)).toBeCloseTo(442.5 / 5.8, 9);
    expect(all.whole.payback).toBe(0);
  });

  it('never pay back what they never bring', () => {
    const { channels } = cohorts(twoWeeks.replace('clickToCustomer: 4%', 'clickToCustomer: 1%'));
    // 100 for a customer who brings 50.
    expect(channels[1]!.whole).not.toHaveProperty('payback');
    expect(channels[1]!.whole.byAge.map(({ paidBack }) => paidBack.value)).toEqual([0]);
  });

  it('cost twice as much where a partner delivers half the time, and are paid back in no other draw', () => {
    const { whole } = cohorts(twoWeeks.replace('search: {', 'search: { delivery: { probability: 50% },'), 4096)
      .channels[0]!;
    const [{ range, paidBack, value }] = whole.byAge as [(typeof whole.byAge)[number]];
    expect(Math.abs(whole.cost.value - 40)).toBeLessThan(4 * whole.cost.standardError + 1e-9);
    expect(Math.abs(paidBack.value - 0.5)).toBeLessThan(4 * paidBack.standardError + 1e-9);
    // Where there are customers, each brings 50.
    expect([value.value, ...range]).toEqual([close(50), close(50), close(50)]);
  });

  it('are a discounted geometric series, less service', () => {
    const { channels } = cohorts(
      twoWeeks.replace(
        'grossMargin: 50%',
        'grossMargin: 50%, serviceCost: 4, discountRate: 12%, repeat: { rate: 60%, every: 1, horizon: 104 }',
      ),
    );
    // Weeks 1 and 2 at present value, each customer once; q is what an order is worth in the next: r d.
    const d = 1.12 ** (-7 / 365.25);
    const q = 0.6 * d;
    const life = (1 - q ** 105) / (1 - q);
    expect(values(channels[0]!.whole).at(-1)).toBeCloseTo(((1 + d) / 2) * (50 * life - 4), 9);
    const second = channels[0]!.spans[1]!;
    expect(values(second)[0]).toBeCloseTo(d * 46, 9);
    expect(second.cost.value).toBeCloseTo(d * 20, 9);
  });

  it('stay as the shifted beta geometric model has it where the chance to stay is a beta', () => {
    const { channels } = cohorts(
      twoWeeks.replace(
        'grossMargin: 50%',
        'grossMargin: 50%, repeat: { rate: { distribution: beta, alpha: 3.806, beta: 0.668 }, every: 1, horizon: 7 }',
      ),
      4096,
    );
    // Fader and Hardie, "How to project customer retention" (2007): each customer of their high-end sample stays with a
    // chance of Beta(3.806, 0.668); S(t) = S(t - 1) (3.806 + t - 1) / (3.806 + 0.668 + t - 1) of them are left after t years.
    const stays = [1];
    for (let t = 1; t <= 7; t++) stays.push((stays[t - 1]! * (3.806 + t - 1)) / (4.474 + t - 1));
    const orders = channels[0]!.whole.byAge.map(({ orders: each }) => each);
    for (let t = 1; t <= 7; t++) {
      const [now, before] = [orders[t]!, orders[t - 1]!];
      expect(Math.abs(now.value - before.value - stays[t]!)).toBeLessThan(4 * now.standardError + 1e-9);
    }
    // Of that sample 74.3 % were left after two years, and 49.1 % after seven.
    expect([stays[2], stays[7]]).toEqual([expect.closeTo(0.743, 2), expect.closeTo(0.491, 2)]);
  });

  it('bring what uncertain orders and shares lead to, with range and chance', () => {
    const { channels } = cohorts(
      twoWeeks
        .replace('orderValue: 100', 'orderValue: 80 to 120')
        .replace('grossMargin: 50%', 'grossMargin: 50%, repeat: { rate: 30% to 50%, every: 4, horizon: 4 }')
        .replace('clickToCustomer: 4%', 'clickToCustomer: 1.6%'),
      4096,
    );
    // A customer of `social` costs 62.5 and brings V = O (1 + r) / 2, a lognormal and a logit-normal between these ends. SciPy:
    // integrate.quad over r of P(O >= 125 / (1 + r)); of the mean, E[O] (1 + E[r]) / 2; brentq of the distribution of V.
    const { value, paidBack, range } = channels[1]!.whole.byAge[1]!;
    expect(Math.abs(value.value - 68.97289619957864)).toBeLessThan(4 * value.standardError);
    expect(Math.abs(paidBack.value - 0.7544442313898579)).toBeLessThan(4 * paidBack.standardError);
    // Four standard errors of so many plain draws, where the density is about 0.0115: 4 √(0.05 · 0.95 / 4096) / 0.0115.
    expect(Math.abs(range[0] - 55.16059995338139)).toBeLessThan(1.2);
    expect(Math.abs(range[1] - 84.78961294505817)).toBeLessThan(1.2);
  });

  it('add up to the profit that simulate tells, whatever is in the file', async () => {
    const { cohorts: found, presentValue } = await view(
      twoWeeks
        .replace('periods: 2', 'periods: 6')
        .replace('total: 300', 'total: 900')
        .replace('10%', '8% to 12%')
        .replace(
          'grossMargin: 50%',
          'grossMargin: 45% to 55%, returns: 5%, serviceCost: 3, discountRate: 20%, repeat: { rate: 30% to 50%, every: 2.5, horizon: 20 }, referral: { rate: 10%, cap: 0.2 }',
        )
        .replace(
          'plan: 100',
          'plan: 100, carryover: { curve: geometric, retention: 40% }, commission: 3%, fixedCost: 40, fee: 8%, costPerCustomer: 1',
        ),
      256,
    );
    const { channels, all } = found!;
    const profitOf = (cohort: CohortsView['all']['whole']) =>
      cohort.customers.value * (cohort.byAge.at(-1)!.value.value - cohort.cost.value);
    const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
    expect(profitOf(all.whole)).toBeCloseTo(presentValue.value, 6);
    expect(sum(all.spans.map(profitOf))).toBeCloseTo(presentValue.value, 6);
    expect(sum(channels.map(({ whole }) => profitOf(whole)))).toBeCloseTo(presentValue.value, 6);
    // After the plan, too, search wins customers, and nothing is paid for them but a bonus.
    expect(channels[0]!.spans.map(({ from }) => from)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(channels[0]!.spans.at(-1)!.cost.value).toBeLessThan(1);
    expect(channels[0]!.whole.payback).toBe(channels[0]!.spans.at(-1)!.payback);
  });

  it('cost what a customer costs, without those whom spend before the plan would bring', async () => {
    const { cohorts: found, channels } = await view(
      twoWeeks.replace('plan: 100', 'plan: 100, carryover: { curve: geometric, retention: 40% }, carryIn: [800]'),
    );
    expect(found!.channels[0]!.whole.cost.value).toBeCloseTo(channels[0]!.cacFull!, 9);
    // The plan's own ten customers.
    expect(found!.channels[0]!.whole.customers.value).toBeCloseTo(10, 1);
  });

  it('take usual stretches of time, and no more than thirteen', () => {
    const starts = (unit: 'day' | 'week' | 'month', periods: number, tail = 0) =>
      cohortSpans({ unit, periods, tail }).map(({ from, to }) => [from, to]);
    expect(starts('week', 52).slice(-2)).toEqual([
      [45, 48],
      [49, 52],
    ]);
    expect(starts('week', 104)).toHaveLength(8);
    expect(starts('month', 12)).toHaveLength(12);
    expect(starts('day', 30, 5)).toEqual([
      [1, 7],
      [8, 14],
      [15, 21],
      [22, 28],
      [29, 30],
      [31, 35],
    ]);
  });
});
