import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/runs/simulate.ts';
import { finance } from '../../src/runs/finance.ts';
import { financeText } from '../../src/report/text/finance.ts';
import { Cancelled } from '../../src/errors.ts';
import type { Engine } from '../../src/runs/engine.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';
import { twoWeeks } from '../support/two-weeks.ts';

const engine = engineOfFile();

const few = { draws: 256 };
/** Of one channel, whose spend works on for some weeks. */
const lasting = twoWeeks.replace(
  'plan: 100',
  'plan: 100, carryover: { curve: geometric, retention: 40%, lags: 2 }, carryIn: [80]',
);

describe('finance', () => {
  it('is profit and loss by hand, with payback, cash and dependence', async () => {
    const view = await finance(engine, readScenario(twoWeeks), { lags: { collect: 1 } }, few);
    expect(view.periods.map(({ customers, revenue, media }) => [customers, revenue, media])).toEqual([
      [expect.closeTo(7, 9), expect.closeTo(700, 9), 150],
      [expect.closeTo(7, 9), expect.closeTo(700, 9), 150],
    ]);
    // 700 - 350 of goods - 150 of media.
    expect(view.periods[0]!.profit.value).toBeCloseTo(200, 9);
    expect(view.periods[0]!.otherCosts).toBeCloseTo(350, 9);
    expect(view.total.profit.value).toBeCloseTo(400, 9);
    expect(view.contingency).toMatchObject({ level: expect.closeTo(400, 9), reserve: expect.closeTo(0, 9) });
    // Media of 150 and goods of 350 at once, 700 of revenue a week later: -500, -500 + 700 - 500, 400.
    expect(view.cash.path).toEqual([expect.closeTo(-500, 9), expect.closeTo(-300, 9), expect.closeTo(400, 9)]);
    expect(view.cash.deepest.atMost).toBeCloseTo(500, 9);
    // Revenue 1,000 and 400: (10/14)² + (4/14)².
    expect(view.concentration.revenue).toBeCloseTo(116 / 196, 9);
    expect(view.concentration.largest).toMatchObject({ channel: 'search', share: expect.closeTo(10 / 14, 9) });
    // Closed: its profit of 300 is gone; failing: its 500 of margin.
    expect(view.concentration.largest!.closed.value).toBeCloseTo(-300, 6);
    expect(view.concentration.largest!.fails.value).toBeCloseTo(-500, 3);
    expect(view.channels[0]).toMatchObject({ valuePerCustomer: expect.closeTo(50, 9), cacCash: expect.closeTo(20, 9) });
  });

  it('saves all that the largest channel costs where it is closed, and nothing where it fails', async () => {
    const costly = twoWeeks.replace('plan: 100', 'plan: 100, fixedCost: 40, hours: { sales: { perPeriod: 3 } }');
    const staffed = `${costly}resources: { sales: { hourlyCost: 10 } }\n`;
    const { largest } = (await finance(engine, readScenario(staffed), {}, few)).concentration;
    // Of the profit of 300 above, 40 and 2 × 3 hours of 10 are saved; of the 500 of margin nothing is.
    expect(largest!.closed.value).toBeCloseTo(-200, 6);
    expect(largest!.fails.value).toBeCloseTo(-500, 3);
  });

  it('adds up to what simulate says, with uncertainty, tail and discounting', async () => {
    const uncertain = twoWeeks
      .replace('10%', '8% to 12%')
      .replace('plan: 100', 'plan: 100, carryover: { curve: geometric, retention: 40% }, carryIn: [80]')
      .replace('grossMargin: 50%', 'grossMargin: 40% to 60%, discountRate: 20%, serviceCost: 3, returns: 5%')
      .replace('channels:', 'baseline: { customers: 2 to 4 }\nchannels:')
      .replace('plan: 50', 'plan: 50, commission: 10%, costPerCustomer: 4, fee: 5%')
      .replace('serviceCost', 'repeat: { rate: 20% to 40%, every: 1.5, horizon: 8 }, serviceCost');
    const view = await finance(engine, readScenario(uncertain), {}, { draws: 1024 });
    expect(view.total.profit.value).toBeCloseTo(view.presentValue.value, 6);
    const { plan, carryIn } = view.afterEnd;
    const parts = [...view.periods, plan, carryIn].reduce((sum, { profit }) => sum + profit.value, 0);
    expect(parts).toBeCloseTo(view.total.profit.value, 6);
    expect(view.cash.path.at(-1)).toBeCloseTo(view.total.profit.value, 6);
    expect(financeText(view)).toMatch(/after, own +\d/);
  });

  it('tells what comes after the end from spend of the plan as simulate does, and that of spend before it apart', async () => {
    const read = readScenario(lasting);
    const view = await finance(engine, read, {}, { draws: 256 });
    // 40 % and 16 % of the effect of a spend lasts one and two weeks: 0.4 and 0.16 over 1 + 0.4 + 0.16, customers at 0.05 for each
    // unit, 50 of margin each. Of the 80 before the plan, week 1 of the plan has 0.4 / 1.56, week 2 has 0.16 / 1.56: nothing is left.
    expect(view.carryInProfit.value).toBeCloseTo(80 * 0.05 * 50 * (0.56 / 1.56), 6);
    expect(view.afterEnd.carryIn).toMatchObject({ customers: 0, profit: { value: 0 } });
    // Of the 100 of week 1 week 3 has 0.16 / 1.56; of those of week 2 weeks 3 and 4 have 0.56 / 1.56.
    expect(view.afterEnd.plan.customers).toBeCloseTo(100 * 0.05 * (0.72 / 1.56), 6);
    const { plans } = await simulate(engine, read, { draws: 256 });
    expect(view.afterEnd.plan.profit.value).toBeCloseTo(plans[0]!.tailProfit.value, 9);

    const longer = await finance(engine, readScenario(lasting.replace('lags: 2', 'lags: 3')), {}, { draws: 256 });
    // With a third week, 0.064: week 3 still has 0.064 / 1.624 of the 80.
    expect(longer.afterEnd.carryIn.customers).toBeCloseTo(80 * 0.05 * (0.064 / 1.624), 6);
    expect(longer.afterEnd.carryIn.revenue).toBeCloseTo(80 * 0.05 * (0.064 / 1.624) * 100, 6);
    const text = financeText(longer);
    expect(text).toMatch(/after, earlier +\d/);
    expect(text).toContain('Spend before the plan would bring');
  });

  it('lets repeat orders come when they are due, and says what of it comes after the end', async () => {
    const again = readScenario(
      twoWeeks.replace('grossMargin: 50%', 'grossMargin: 50%, repeat: { rate: 50%, every: 1, horizon: 2 }'),
    );
    // 7 customers a week order for 700, half of them again a week later for 350, and half of these for 175; goods are half of it,
    // media 150 a week. Weeks 1 to 4: 350 - 150, 525 - 150, 262.5 and 87.5.
    const { cash, periods, total } = await finance(engine, again, {}, few);
    expect(cash.path).toEqual([200, 575, 837.5, 925].map((sum) => expect.closeTo(sum, 9)));
    expect(cash.afterEnd).toEqual({ all: expect.closeTo(350, 9), repeats: expect.closeTo(350, 9) });
    // Profit and loss tell the same in the weeks in which customers are won: half of 1,225 less 150.
    expect(periods.map(({ profit }) => profit.value)).toEqual([462.5, 462.5].map((sum) => expect.closeTo(sum, 9)));
    expect(total.profit.value).toBeCloseTo(925, 9);
    // Customers pay a week after each order: goods of 350, 525, 262.5, 87.5 are paid before 700, 1,050, 525 and 175 come in.
    const late = await finance(engine, again, { lags: { collect: 1 } }, few);
    expect(late.cash.path).toEqual([-500, -475, 312.5, 750, 925].map((sum) => expect.closeTo(sum, 9)));
    // Of the 1,400 after the end, 700 are the second week's first orders.
    expect(late.cash.afterEnd).toEqual({ all: expect.closeTo(1400, 9), repeats: expect.closeTo(700, 9) });
    expect(financeText(late).replaceAll(/\s+/g, ' ')).toContain(
      'After the end of the plan, repeat orders bring 700 EUR of cash, less what they cost; with all else, cash rises by 1,400 EUR then.',
    );
  });

  it('takes what was judged before as it is', async () => {
    const read = readScenario(twoWeeks.replace('10%', '8% to 12%'));
    const { plans } = await simulate(engine, read, few);
    const again = await finance(engine, read, { judged: plans[0]! }, few);
    expect(again).toEqual(await finance(engine, read, {}, few));
    expect(again.downside).toEqual({
      worstMean: plans[0]!.metrics['profit']!.worstMean,
      chanceOfLoss: plans[0]!.chanceOfLoss,
    });
  });

  it('refuses chances and lags that there cannot be', async () => {
    await expect(finance(engine, readScenario(twoWeeks), { chance: 1 })).rejects.toThrow('between 0 % and 100 %');
    await expect(finance(engine, readScenario(twoWeeks), { lags: { pay: -1 } })).rejects.toThrow(
      'whole number of periods',
    );
  });
});

describe('the books of a plan', () => {
  it('are work of the pool, so that the calling thread is free to cancel it', async () => {
    const stop = new AbortController();
    const run: Engine['pool']['run'] = (job, options) => {
      const answers = engine.pool.run(job, options);
      if (job.kind === 'books') stop.abort();
      return answers;
    };
    const cancelled = { ...engine, pool: { ...engine.pool, run } };
    await expect(finance(cancelled, readScenario(twoWeeks), {}, { ...few, signal: stop.signal })).rejects.toThrow(
      Cancelled,
    );
  });
});
