import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type {
  BindingLimit,
  ChannelReason,
  Goal,
  NearOptimal,
  Report,
  ResourceWorth,
  Stability,
} from '../../src/domain.ts';
import type { Found } from '../../src/report/sentences/goal.ts';
import { en } from '../../web/languages/en.ts';
import { LanguageProvider } from '../../web/languages/language.ts';
import { zh } from '../../web/languages/zh.ts';
import { Why } from '../../web/result/why.tsx';
import { LimitSection } from '../../web/result/limit-section.tsx';
import { layOutRanges } from '../../src/pictures/range-layout.ts';
import { estimate, limitOf, promoter, report, withGoal } from '../report/sample.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const isChinese = (text: string) => /\p{Script=Han}[^«»]*。$/u.test(text) && !/\b(the|and|of|undefined)\b/.test(text);
const numbers = (text: string) => [...text.matchAll(/\d[\d,.]*\d|\d/g)].map(([number]) => number).toSorted();

const money = { channel: 'search', next: 0.38, price: 0.02 };
const wish = { target: { metric: 'customers', atLeast: 2400 } };
const by = (path: string, side: 'least' | 'most' = 'most') => ({ name: 'a limit', path, side });
const best = { amount: 12_000, perUnit: -0.1 };
const reasons: readonly ChannelReason[] = [
  { ...money, kind: 'balanced' },
  { ...money, price: 0, kind: 'balanced' },
  { ...money, kind: 'within gap' },
  { ...money, kind: 'tie', others: ['stores', 'search'], amount: 500 },
  { ...money, kind: 'held', gets: 'less', by: by('channels.search.limits.max') },
  { ...money, kind: 'held', gets: 'more', by: by('channels.search.limits.minIfUsed', 'least') },
  { ...money, kind: 'wish', gets: 'more', wish },
  { ...money, kind: 'wish', gets: 'less', wish: { risk: { worst: 0.1, weight: 0.3 } } },
  { ...money, kind: 'left out' },
  { ...money, kind: 'left out', best },
  { ...money, kind: 'fixed cost', best },
  { ...money, kind: 'minimum if used', best },
  { ...money, kind: 'one too many', by: by('mostChannels') },
  { ...money, kind: 'unexplained' },
];
const goals: readonly Goal[] = [
  { maximize: 'profit' },
  { maximize: 'revenue' },
  { maximize: 'customers' },
  { maximize: 'customers', plus: { profit: 0.02 } },
  { maximize: 'profit', minimize: 'spend' },
];
const say = (reason: ChannelReason, of: Report = report) => spaced(zh.result.reasons.text(of, reason));

describe('why a channel gets what it gets, in Chinese', () => {
  it('has the figures of the English sentence, for every reason and goal', () => {
    // The worst tenth is one of 10 % there, and limits have names of their own.
    const told = (text: string) => numbers(text.replace('最差 10%', ''));
    for (const goal of goals) {
      const of = withGoal(goal);
      for (const reason of reasons) {
        const chinese = say(reason, of);
        expect(isChinese(chinese), chinese).toBe(true);
        expect(told(chinese)).toEqual(told(en.result.reasons.text(of, reason)));
      }
    }
  });

  it('calls nothing balanced that a search with a wide gap left uneven', () => {
    const why = { ...money, kind: 'within gap' } as const;
    const chips = [en, zh].map((value) =>
      renderToString(h(LanguageProvider, { value, children: h(Why, { report, reason: why }) })),
    );
    expect(chips).toEqual([
      expect.stringContaining('<summary>within the gap</summary>'),
      expect.stringContaining('<summary>在差距之内</summary>'),
    ]);
  });

  it('tells of profit what comes back, of customers what a thousand brings', () => {
    expect(say({ ...money, kind: 'balanced' })).toBe(
      'Search：17,600 EUR。在此再投 1 EUR 带回 1.38，与投在别处大致相同。',
    );
    const leftOut = { channel: 'search', next: 0.002, price: 0.0035, kind: 'left out' } as const;
    expect(say(leftOut, withGoal({ maximize: 'customers' }))).toBe(
      'Search：17,600 EUR。在此投入第一笔 1,000 EUR 带来 2.00 名客户，投在别处则为 3.50 名客户。',
    );
  });

  it('names limits and wishes in Chinese', () => {
    expect(reasons.map((reason) => /“(.*)”/.exec(say(reason))?.[1]).filter((name) => name !== undefined)).toEqual([
      'Search：每期上限',
      'Search：投放时的每期下限',
      '客户至少 2,400',
      '最差 10% 情形的利润',
      '渠道数上限',
    ]);
  });
});

describe('what a little more room brings, in Chinese', () => {
  const nextUnit = { mean: estimate(-1.384, 0.004), range: [-2.9, -0.4] as const };
  const limit = limitOf('stores, period 3, at least', 'channels.stores.limits.min', { least: 5 });
  const binding: readonly BindingLimit[] = [{ limit, side: 'least', worth: -1.38, nextUnit }];
  const texts = (goal: Goal, words = zh) => {
    const of = withGoal(goal, { binding });
    return words.result.limits.nextUnits(of, of.optimization as Found).map(spaced);
  };

  it('names the limit with its period, and has the figures of the English sentence', () => {
    expect(texts({ maximize: 'profit' })).toEqual([
      '“线下门店：每期下限”（第 3 周）每降低 1 EUR，利润平均增加 1.38 EUR；90% 的情形在 0.40 到 2.90 之间。',
    ]);
    for (const goal of goals) {
      const told = (sentences: readonly string[]) =>
        sentences.map((text) => numbers(text.replace(/90%|9 of 10 draws/, '')));
      expect(told(texts(goal))).toEqual(told(texts(goal, en)));
    }
  });

  it('says nothing of limits that were not looked at', () => {
    expect(zh.result.limits.nextUnits(report, report.optimization as Found)).toEqual([]);
  });
});

describe('what one more of a resource brings, in Chinese', () => {
  const used = { ...promoter, oneMore: { mean: estimate(0), range: [0, 0] as const }, oneLess: estimate(20) };
  const goods = { ...used, name: 'goods', inHours: false, over: 'plan' as const, short: estimate(1) };
  const texts = (goal: Goal, words = zh) => {
    const of = withGoal(goal, { resources: [promoter, goods] });
    return words.result.limits.resources(of, of.optimization as Found).map(spaced);
  };

  it('has the figures of the English sentence', () => {
    expect(texts({ maximize: 'profit' })).toEqual([
      '“promoter”在 62.1% ± 0.5 的情形中制约方案。方案不变时，每周多 1 小时，利润平均增加 41.2 ± 0.5 EUR；90% 的情形在 0 到 120 之间。',
      '“goods”在所有情形中制约方案。方案不变时，多 1 个单位，利润平均增加 0 EUR；90% 的情形为 0。若少 1 个单位，则减少 20 EUR：方案恰好把它用完，为多出的 1 个单位重做方案，增加的可能更多。',
    ]);
    for (const goal of goals) {
      const told = (sentences: readonly string[]) =>
        sentences.map((text) => numbers(text.replace(/90%|9 of 10 draws/, '').replaceAll(/1 (个单位|小时)/g, '')));
      expect(told(texts(goal))).toEqual(told(texts(goal, en)));
    }
  });
});

describe('what holds the plan back, in the page', () => {
  const shown = (of: Report) => {
    const section = h(LimitSection, { report: of, found: of.optimization as Found });
    return spaced(renderToString(h(LanguageProvider, { value: en, children: section })));
  };
  const goal: Goal = { maximize: 'profit' };
  const goods: ResourceWorth = {
    name: 'goods',
    inHours: false,
    over: 'plan',
    short: estimate(1),
    oneMore: { mean: estimate(5), range: [0, 10] },
    oneLess: estimate(5),
  };
  const sentence = '<li>«goods» holds the plan back in all draws.';

  it('has resources beside limits, and without any', () => {
    expect(shown(withGoal(goal, { resources: [goods] }))).toMatch(new RegExp(`<table.*${sentence}`, 's'));
    const alone = shown(withGoal(goal, { binding: [], resources: [goods] }));
    expect(alone).toContain(sentence);
    expect(alone).not.toContain('<table');
    expect(shown(withGoal(goal, { binding: [], resources: [] }))).toBe('');
  });
});

describe('how far channels may be moved, in Chinese', () => {
  const near = (proven: number | undefined): NearOptimal => ({
    within: 0.01,
    channels: report.plans.at(-1)!.channels.map(({ name, spend }) => {
      const end = { total: spend, ...(proven === undefined ? {} : { proven: spend + proven }) };
      return { name, least: end, most: end };
    }),
  });

  it('names the share that is given up', () => {
    expect(zh.result.ranges.title(near(0))).toContain('不超过 1%');
    expect(zh.result.ranges.title({ ...near(0), within: 0.025 })).toContain('不超过 2.5%');
  });

  it('says that ends are proven only where all are, to 1 % of all money', () => {
    // All money is 40,000 EUR.
    const notes = [0, 399, 401, undefined].map((proven) => zh.result.ranges.note(report, near(proven)));
    expect(notes.map((note) => note.includes('不会多于全部投放的 1%'))).toEqual([true, true, false, false]);
    expect(notes.filter((note) => !isChinese(note))).toEqual([]);
  });
});

describe('how stable the plan is, in Chinese', () => {
  const stability: Stability = {
    batches: 8,
    draws: 1024,
    gap: { mean: 0.0007, atMost: 0.00171 },
    proven: true,
    withoutPlan: 1,
    channels: [{ name: 'search', total: [20_000, 24_400] }],
  };
  const texts = (changed: Partial<Stability>) =>
    zh.report.stability({ ...report, stability: { ...stability, ...changed } }).map(spaced);

  it('is told as in English, rounded up', () => {
    expect(texts({})).toEqual([
      '在 8 批全新模拟（每批 1,024 次）上，此方案与可能的最优方案相差不超过 0.18%（置信度 95%）。其中 1 批没有满足全部要求的方案，未计入。',
      '各批的最优方案中：Search 20,000 至 24,400 EUR。',
    ]);
    expect(zh.report.stability(report)).toEqual([]);
  });

  it('promises nothing that is not known', () => {
    expect(texts({ gap: { mean: Infinity, atMost: Infinity }, channels: [], withoutPlan: 0 })).toEqual([
      '在 8 批全新模拟（每批 1,024 次）上，无法判断此方案与最优相差多少。',
    ]);
    expect(texts({ proven: false })[0]).toContain('找到的最好方案');
  });
});

describe('the bars of ranges', () => {
  it('share one scale from nothing to the largest amount', () => {
    expect(
      layOutRanges([
        { from: 20, plan: 50, to: 80 },
        { from: 0, plan: 200, to: 200 },
      ]),
    ).toEqual([
      { from: 10, plan: 25, to: 40 },
      { from: 0, plan: 100, to: 100 },
    ]);
  });

  it('are empty where nothing can be spent', () => {
    expect(layOutRanges([{ from: 0, plan: 0, to: 0 }])).toEqual([{ from: 0, plan: 0, to: 0 }]);
  });
});
