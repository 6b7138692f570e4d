import { describe, expect, it } from 'vitest';
import { assumptionLabel as inChinese } from '../../src/report/chinese/assumptions.ts';
import { sayInChinese } from '../../src/report/chinese/messages.ts';
import { translator } from '../../src/report/languages/translate.ts';
import { assumptionLabel as inEnglish } from '../../src/report/sentences/assumptions.ts';
import { namedNotes } from '../../src/report/sentences/named-notes.ts';
import { lookInto } from '../../src/scenario/read.ts';
import { report } from './sample.ts';

const german = translator(
  {
    'must be {}, got {}': 'muss {} sein, ist {}',
    'must be {} always, got {} {}': 'muss stets {1} sein, ist {3} {2}',
    'in period {}': 'in Periode {}',
    'a list': 'eine Liste',
    '{} and {}': '{} und {}',
    'weeks {#}': 'Wochen {}',
  },
  { comma: '; ', and: ' und ', or: ' oder ' },
);

describe('a translator', () => {
  it('says a message by the most specific template, its parts too', () => {
    expect(german('must be a list, got 5')).toBe('muss eine Liste sein, ist 5');
    expect(german('must be `a` always, got 5 in period 3')).toBe('muss stets `a` sein, ist in Periode 3 5');
    expect(german('must be `a`, `b` or `c`, got a list')).toBe('muss `a`; `b` oder `c` sein, ist eine Liste');
  });

  it('leaves alone what stands in backquotes, names that look like sentences, and what it does not know', () => {
    expect(german('must be `a list`, got `x, got y`')).toBe('muss `a list` sein, ist `x, got y`');
    expect(german('TV and radio')).toBe('TV and radio');
    expect(german('a list and weeks 1-2, 4')).toBe('eine Liste und Wochen 1-2, 4');
    expect(german('weeks of rest')).toBe('weeks of rest');
    expect(german('something else')).toBe('something else');
  });
});

describe('notes', () => {
  it('call assumptions as people do, in either language', () => {
    const note =
      'The correlation of channels.search.price.cpc and channels.stores.price.cpm is 0.71 instead of 0.80: the correlations asked for cannot hold together, and this is the nearest set that can.';
    const paths = ['channels.search.price', 'channels.search.price.cpc', 'channels.stores.price.cpm'];
    const noted = { ...report, notes: [note], assumptions: paths.map((path) => ({ path, text: '', words: '' })) };
    expect(namedNotes(noted, inEnglish)[0]).toMatch(
      /^The correlation of Search: cost per click and 线下门店: cost per 1,000 impressions is 0.71/,
    );
    expect(namedNotes(noted, inChinese).map(sayInChinese)).toEqual([
      'Search：价格 · 点击价 CPC 与线下门店：价格 · 千次展示价 CPM 的相关系数为 0.71 而不是 0.80：所要求的相关性不能同时成立，这是能够成立的最接近的一组。',
    ]);
  });
});

describe('events with a label', () => {
  const labelled = { scenario: { ...report.scenario, eventLabels: { rival: 'A rival enters' } } };

  it('are called by it wherever assumptions are about them', () => {
    expect(inEnglish(labelled, 'events.rival.probability')).toBe('event «A rival enters»');
    expect(inChinese(labelled, 'events.rival.probability')).toMatch(/ · A rival enters · /);
    expect(inEnglish(report, 'events.rival.probability')).toBe('event «rival»');
  });
});

describe('resources with a label', () => {
  const labelled = { scenario: { ...report.scenario, resourceLabels: { staff: 'People in stores' } } };

  it('are called by it wherever assumptions are about them', () => {
    const [cost, hours] = ['resources.staff.hourlyCost', 'channels.stores.hours.staff.perCustomer'];
    expect(inEnglish(labelled, cost)).toMatch(/^People in stores: /);
    expect(inEnglish(labelled, hours)).toBe('线下门店: hours of People in stores per customer');
    expect(inChinese(labelled, cost)).toMatch(/ · People in stores · /);
    expect(inChinese(labelled, hours)).toMatch(/^线下门店：人员工时 · People in stores · /);
    expect(inEnglish(report, cost)).toMatch(/^staff: /);
  });
});

describe('names of the planner in Chinese', () => {
  it('stay as they are, beside words for fields', () => {
    expect(inChinese(report, 'events.rivalBids.multiply.search.price')).toMatch(/^可能事件 · rivalBids · /);
    expect(inChinese(report, 'value.orderValue')).toBe('客户价值 · 订单金额');
  });

  it('and lists are said part by part', () => {
    const note =
      'Not searched because of the stop: how far channels may be moved, the budget that would earn the most and the plan of equal marginal return.';
    expect(sayInChinese(note)).toBe('因停止而未搜索：各渠道可调整的范围、收益最高的预算与边际回报相等的方案。');
  });
});

describe('currencies of several files', () => {
  it.each([
    ['USD (ads.csv), CNY (baidu (1).csv)', 'USD (ads.csv)、CNY (baidu (1).csv)'],
    ['USD (a.csv), CNY (b.csv), EUR (c.csv)', 'USD (a.csv)、CNY (b.csv)、EUR (c.csv)'],
  ])('are listed as Chinese lists are: %s', (english, chinese) => {
    expect(sayInChinese(`amounts are in several currencies: ${english}`)).toBe(`金额使用了多种货币：${chinese}`);
  });
});

describe('faults of a file in Chinese', () => {
  // Every kind of part in one file: a list of names, a nearest name, bounds in words, an advice of two sentences.
  const text = `apportion: 1
name: Many mistakes
currency: EUR
horizon: { periods: 4, unit: weak }
budget: { total: 1k }
value: { grossMargin: 142% }
channels:
  search: { price: { cpx: 1 }, funnel: { clickToCustomer: 2% }, response: { curve: linear }, limits: { min: 3, max: 2 } }
  social: { price: { cpc: 0 to 5 }, funnel: { clickToCustomer: 2% }, response: { curve: linear, of: money } }
`;
  const said = lookInto(text).issues.map(({ path, message, advice }) =>
    [path, message, advice].map((one) => one && sayInChinese(one)),
  );

  it('say where, what and what to do', () => {
    expect(said).toEqual([
      ['horizon.unit', '必须为 `day`、`week`、`month`、`quarter` 或 `year`，现为 `weak`', '您是指 `week` 吗？'],
      ['value.grossMargin', '必须为 0% 与 100% 之间的数，现为 `142%`', undefined],
      ['channels.search.price.cpx', '不是这里的字段', '您是指 `cpm` 吗？'],
      ['channels.search.limits.min', '不得超过 2，即 `max`，现为 3', '请降低 `min` 或提高 `max`。'],
      [
        'channels.social.price.cpc',
        '区间须大于 0（形状为对数正态），现为 `0 to 5`',
        '若向两侧均匀分布请写 `normal(0 to 5)`；若指最低、最可能与最高请写 `0 / 2.5 / 5`。或从大于 0 的数开始：`0.005 to 5`。',
      ],
      ['channels.social.response.of', '必须为 `customers` 或 `revenue`，现为 `money`', undefined],
    ]);
  });
});
