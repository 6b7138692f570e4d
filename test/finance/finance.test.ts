import { describe, expect, it } from 'vitest';
import { finance } from '../../src/runs/finance.ts';
import { financeText } from '../../src/report/text/finance.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';
import { twoWeeks } from '../support/two-weeks.ts';

const engine = engineOfFile();

const few = { draws: 256 };

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
    // Media at once, 350 of margin a week later: -150, 50, 400.
    expect(view.cash.path).toEqual([expect.closeTo(-150, 9), expect.closeTo(50, 9), expect.closeTo(400, 9)]);
    expect(view.cash.deepest.atMost).toBeCloseTo(150, 9);
    // Revenue 1,000 and 400: (10/14)² + (4/14)².
    expect(view.concentration.revenue).toBeCloseTo(116 / 196, 9);
    expect(view.concentration.largest).toMatchObject({ channel: 'search', share: expect.closeTo(10 / 14, 9) });
    // Closed: its profit of 300 is gone; failing: its 500 of margin.
    expect(view.concentration.largest!.closed.value).toBeCloseTo(-300, 6);
    expect(view.concentration.largest!.fails.value).toBeCloseTo(-500, 3);
    expect(view.channels[0]).toMatchObject({ valuePerCustomer: expect.closeTo(50, 9), cacCash: expect.closeTo(20, 9) });
  });

  it('adds up to what simulate says, with uncertainty, tail and discounting', async () => {
    const uncertain = twoWeeks
      .replace('10%', '8% to 12%')
      .replace('plan: 100', 'plan: 100, carryover: { curve: geometric, retention: 40% }, carryIn: [80]')
      .replace('grossMargin: 50%', 'grossMargin: 50%, discountRate: 20%');
    const view = await finance(engine, readScenario(uncertain), {}, { draws: 1024 });
    expect(view.total.profit.value).toBeCloseTo(view.presentValue.value, 6);
    const parts = [...view.periods, view.tail].reduce((sum, { profit }) => sum + profit.value, 0);
    expect(parts).toBeCloseTo(view.total.profit.value, 6);
    expect(view.cash.path.at(-1)).toBeCloseTo(view.total.profit.value, 6);
    expect(financeText(view)).toContain('after the plan');
  });

  it('refuses chances and lags that there cannot be', async () => {
    await expect(finance(engine, readScenario(twoWeeks), { chance: 1 })).rejects.toThrow('between 0 % and 100 %');
    await expect(finance(engine, readScenario(twoWeeks), { lags: { pay: -1 } })).rejects.toThrow(
      'whole number of periods',
    );
  });
});
