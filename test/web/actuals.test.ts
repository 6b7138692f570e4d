import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { readActuals } from '../../src/actuals/read-actuals.ts';
import type { PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import { planAgainstActuals } from '../../src/runs/actuals.ts';
import { exampleActuals } from '../../src/runs/example-actuals.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { outturnChart } from '../../web/actuals/outturn-chart.tsx';
import { ActualsResult } from '../../web/actuals/actuals-result.tsx';
import { varianceChart } from '../../web/actuals/variance-chart.tsx';
import { en } from '../../web/languages/en.ts';
import { LanguageProvider } from '../../web/languages/language.ts';
import { zh } from '../../web/languages/zh.ts';
import { numbersOf } from './numbers-of.ts';
import { ACTUALS_WORDS } from '../../web/actuals/use-actuals-words.ts';

// A week of search brings 100 / 2 × 10 % = 5 customers of 100 for each 100, social 50 × 4 % = 2 for 50.
const text = `apportion: 1
name: Four weeks
currency: EUR
horizon: { start: 2027-01-04, periods: 4, unit: week }
budget: { total: 600 }
value: { orderValue: 100, grossMargin: 50%, repeat: { rate: 50%, every: 2, horizon: 8 } }
channels:
  search: { label: "Search, paid", price: { cpc: 2 }, funnel: { clickToCustomer: 10% }, plan: 1000 }
  social: { price: { cpc: 1 }, funnel: { clickToCustomer: 4% }, plan: 500 }
`;
const read = readScenario(text);
const few = { draws: 1024 };
const table = `week,channel,spend,customers,revenue
1,search,1200,55,5500
2,search,1000,50,4500
1,social,500,9,1000
2,social,500,8,800
`;
// 500 clicks a week were to be expected of search, and of 50 customers of the first week 25 back in the third.
const counting = `week,channel,spend,customers,clicks,repeats
1,search,1000,50,300,0
2,search,1000,50,300,0
3,search,1000,50,300,5
1,social,500,20,500,0
2,social,500,20,500,0
3,social,500,20,500,9
`;
const words = { en: ACTUALS_WORDS['en'], zh: ACTUALS_WORDS['zh-CN']! };

describe('the view of actuals', () => {
  let found: PlanAgainstActuals;
  let counted: PlanAgainstActuals;
  let clicked: PlanAgainstActuals;
  beforeAll(async () => {
    found = await planAgainstActuals(read, readActuals(table, read.scenario), few);
    const withoutRevenue = table.replaceAll(/,[^,\n]*$/gm, '');
    clicked = await planAgainstActuals(read, readActuals(counting, read.scenario), few);
    counted = await planAgainstActuals(read, readActuals(withoutRevenue, read.scenario), few);
  });

  it('leads from plan to actuals by hand', () => {
    // Planned (100 + 40) × 100. 200 more in search: 10 customers. 122 came of 150 expected: -2,800. They paid 11,800, not 12,200.
    const { rows } = varianceChart(found, words.en, en.charts).table;
    expect(rows.map(([, change]) => change)).toEqual(['14,000', '+1,000', '-2,800', '-400', '11,800']);
    expect(varianceChart(counted, words.zh, zh.charts).table.rows).toEqual([
      ['计划', '140'],
      ['投放不同', '+10.0'],
      ['投放效果不同', '-28.0'],
      ['实际', '122'],
    ]);
  });

  it('tells a plan from what came where three digits would not', async () => {
    const near = 'week,channel,spend,customers,revenue\n1,search,2000,100,10004\n1,social,1000,40,4000\n';
    const almost = await planAgainstActuals(
      readScenario(text.replace('plan: 1000', 'plan: 2000').replace('plan: 500', 'plan: 1000')),
      readActuals(near, read.scenario),
      few,
    );
    const { rows } = varianceChart(almost, words.en, en.charts).table;
    expect(rows.map(([, change]) => change)).toEqual(['14,000', '0', '0', '+4.00', '14,004']);
    expect(shownOf(almost)).toContain('planned 14,000');
  });

  it('puts what came beside the range in which it was to be expected', () => {
    const chart = outturnChart(found, words.en, en.charts)!;
    // Poisson with mean 40: nine tenths between 30 and 51.
    expect(chart.table.rows[1]).toEqual(['social', '30 to 51', '17']);
    expect(chart.summary).toBe('1 of 2 channels lie within what was to be expected.');
  });

  it('says the same in Chinese, and where to go on', () => {
    for (const each of [found, counted, clicked]) {
      const [english, chinese] = [words.en.headline(each), words.zh.headline(each)];
      expect([chinese.first, ...chinese.rest].map(numbersOf)).toEqual([english.first, ...english.rest].map(numbersOf));
      expect(words.zh.sure(each)).toHaveLength(words.en.sure(each).length);
    }
    expect(words.en.headline(found).rest.at(-1)).toContain('“While it runs” then plans the weeks that are left');
  });
});

const shownOf = (of: PlanAgainstActuals) =>
  renderToString(h(LanguageProvider, { value: en, children: h(ActualsResult, { found: of }) }));

describe('what was counted on the way', () => {
  it('has tables where it was counted, with warnings', async () => {
    const clicked = await planAgainstActuals(read, readActuals(counting, read.scenario), few);
    const shown = shownOf(clicked);
    // Poisson with mean 1,500: nine tenths within 1.645 × 38.7; 600 clicks fewer are 60 customers.
    expect(shown).toMatch(/clicks<\/span><\/td>.*1,43\d to 1,56\d.*900.*below.*-60.0/);
    // Poisson with mean 25 beside 5.
    expect(shown).toMatch(/17 to 33.*>5<.*below/);
    const without = await planAgainstActuals(read, readActuals(table, read.scenario), few);
    expect(shownOf(without)).not.toContain('What media bought');
  });
});

describe('the example of actuals', () => {
  it('is a table of four weeks that can be read, as planned and as it may come', () => {
    const told = readActuals(exampleActuals(read), read.scenario);
    expect(told.periods).toBe(4);
    expect(told.channels['search']!.spend).toEqual([1000, 1000, 1000, 1000]);
    const customers = told.channels['search']!.customers.reduce((sum, each) => sum + each, 0);
    // 200 to be expected, with a standard deviation of 14.1: within four of them. First orders are 100 each, repeat orders left out.
    expect(Math.abs(customers - 200)).toBeLessThan(57);
    expect(told.channels['search']!.revenue!.reduce((sum, each) => sum + each, 0)).toBe(100 * customers);
  });

  it('may have its headings in Chinese', () => {
    const [, ...rows] = exampleActuals(read).split('\n');
    const told = readActuals(['周,渠道,投放,客户,收入', ...rows].join('\n'), read.scenario);
    expect(told).toEqual(readActuals(exampleActuals(read), read.scenario));
  });

  it('reads names of channels with commas and quotes back', () => {
    const named = text.replace('  social:', '  \'so, "cial"\':');
    const scenario = readScenario(named);
    expect(Object.keys(readActuals(exampleActuals(scenario), scenario.scenario).channels)).toEqual([
      'search',
      'so, "cial"',
    ]);
  });
});
