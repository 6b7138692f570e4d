import { describe, expect, it } from 'vitest';
import type { ClosingSpan, FieldChange, LinearLimit, Optimization, Report } from '../../src/domain.ts';
import { resultWordsEn } from '../../src/report/languages/result-words-en.ts';
import { resultWordsZh } from '../../src/report/languages/result-words-zh.ts';
import { wayOut } from '../../src/report/sentences/way-out.ts';
import { reportText } from '../../src/report/text.ts';
import { zh } from '../../web/languages/zh.ts';
import { limitOf, report, without } from './sample.ts';

/** At most 30 % of all spend for the second of two channels: 0.7 of its own less 0.3 of the other. */
const share: LinearLimit = {
  name: 'stores, share at most',
  path: 'channels.stores.limits.share.max',
  terms: [
    { channel: 0, period: 0, coefficient: -0.3 },
    { channel: 1, period: 0, coefficient: 0.7 },
  ],
  most: 0,
  source: {
    kind: 'number',
    number: 0.3,
    unit: 'rate',
    bound: 0,
    terms: [0, 1].map((channel) => ({ channel, period: 0, coefficient: -1 })),
  },
};
const ratio: LinearLimit = {
  ...share,
  name: 'ratio shops, at most',
  path: 'ratios.shops.max',
  source: {
    kind: 'number',
    number: 0.5,
    unit: 'number',
    bound: 0,
    terms: [{ channel: 0, period: 0, coefficient: -1 }],
  },
};
const total = limitOf('total budget', 'budget.total', { least: 40_000, most: 40_000 });

const conflict: Extract<Optimization, { status: 'infeasible' }> = {
  status: 'infeasible',
  proven: true,
  conflict: [
    { limit: total, side: 'least' },
    { limit: share, side: 'most' },
    { limit: ratio, side: 'most' },
  ],
  repairs: [
    { limit: share, side: 'most', kind: 'change', by: 0.12155 },
    { limit: ratio, side: 'most', kind: 'change', by: 0.33333333 },
  ],
};

const text = (changes: Partial<Report['scenario']> = {}) =>
  reportText({ ...without(conflict), scenario: { ...report.scenario, ...changes } });

describe('limits on shares that cannot hold', () => {
  it('are told in percent and mended in percentage points', () => {
    expect(text()).toContain('«线下门店, share at most»: at most 30 % of all spend');
    // Rounded the way that gives room.
    expect(text()).toContain('raise «线下门店, share at most» by 12.2 percentage points, to 42.2 %');
  });

  it('are mended in one point where it is one', () => {
    const repairs = [{ limit: share, side: 'most', kind: 'change', by: 0.01 }] as const;
    expect(reportText(without({ ...conflict, repairs }))).toContain('by 1 percentage point, to 31 %');
  });

  it('are told so whatever the budget is', () => {
    expect(text({ budget: { atMost: 40_000 } })).toContain('by 12.2 percentage points, to 42.2 %');
  });
});

it('tells each of several clashes with what would end it', () => {
  const [first, second] = conflict.conflict;
  const [one, other] = conflict.repairs;
  const clashes = [
    { conflict: [first!], repairs: [one!] },
    { conflict: [second!], repairs: [one!, other!] },
  ];
  const found: Optimization = { ...conflict, conflict: [first!], clashes, repairs: [], together: conflict.repairs };
  const titles = [resultWordsEn, resultWordsZh].map((words) =>
    wayOut(without(found), words.conflict)!.clashes.flatMap(({ title, repairsTitle }) => [title, repairsTitle]),
  );
  expect(titles).toEqual([
    [
      'These limits cannot hold together',
      'This change would end this clash',
      'Apart from that, these cannot hold together either',
      'Any one of these changes would end this clash',
    ],
    ['这些限制无法同时满足', '以下修改能消除这组冲突', '此外，以下限制也无法同时满足', '以下任一修改都能消除这组冲突'],
  ]);
  const text = reportText(without(found)).replaceAll('\u00a0', ' ');
  expect(text).toMatch(/These limits cannot [^]*This change [^]*Apart from that[^]*Any one of these [^]*What to do/);
});

it('tells changes that do together, and whether smaller ones may', () => {
  const told = (togetherIsLeast: boolean) => {
    const found: Optimization = { ...conflict, repairs: [], together: conflict.repairs, togetherIsLeast };
    return [resultWordsEn, resultWordsZh].map((words) => wayOut(without(found), words.conflict)!.advice[0]!);
  };
  const [least, zhLeast] = told(true);
  expect(least).toMatch(
    /together do: raise «线下门店, share at most» .* to 42.2\s%; raise «ratio shops, at most» .* 0.8334\.$/,
  );
  const [sought, zhSought] = told(false);
  expect(sought).toBe(`${least} They were found by a search: smaller ones may do as well.`);
  expect(zhSought).toBe(`${zhLeast}这些修改由搜索得出，也许还有更小的修改。`);
});

describe('periods that may be opened', () => {
  const closing = (name: string, path: string, span: ClosingSpan): LinearLimit => ({
    ...limitOf(name, `channels.stores.limits.${path}`, { most: 0 }),
    source: { kind: 'no number', span, ...(path === 'only' ? { name: 'stores, window' } : {}) },
  });
  const told = (limit: LinearLimit, change: FieldChange, start?: string) => {
    const found: Optimization = { ...conflict, repairs: [{ limit, side: 'most', ...change }] };
    const shown = without(found);
    const { start: _, ...scenario } = shown.scenario;
    const dated = {
      ...shown,
      scenario: { ...scenario, unit: 'week' as const, ...(start === undefined ? {} : { start }) },
    };
    return [resultWordsEn, resultWordsZh].map(({ conflict: words }) => {
      const [group] = wayOut(dated, words)!.clashes[0]!.repairs;
      return words.repair(dated, group!).replaceAll('\u00a0', ' ');
    });
  };
  const dark = closing('stores, period 3, dark', 'dark[0]', { from: 2, to: 6, closes: 'these' });
  const window = closing('stores, period 1, outside its window', 'only', { from: 2, to: 3, closes: 'others' });

  it('are told with their days', () => {
    const open: FieldChange = {
      kind: 'open',
      periods: [2, 5],
      spans: [
        { from: 3, to: 4 },
        { from: 6, to: 6 },
      ],
    };
    expect(told(dark, open, '2027-01-04')).toEqual([
      'take weeks 2, 5 (2027-01-11 to 2027-01-17, 2027-02-01 to 2027-02-07) out of «线下门店, dark»',
      '从“线下门店：停投时段”中去掉第 2、5 周（2027-01-11 至 2027-01-17、2027-02-01 至 2027-02-07）',
    ]);
  });

  it('make a window longer', () => {
    const open: FieldChange = { kind: 'open', periods: [4], spans: [{ from: 2, to: 4 }] };
    expect(told(window, open)).toEqual([
      'open «线下门店, window» by 1 week, to weeks 2-4',
      '将“线下门店：投放时段”放宽 1 周，至第 2-4 周',
    ]);
  });

  it('are told where all of them are to be', () => {
    expect(told(dark, { kind: 'leave out' })).toEqual([
      'leave out «线下门店, dark», weeks 2-6',
      '去掉“线下门店：停投时段”：第 2-6 周',
    ]);
  });
});

it('says of what is bought that the other limits have to give', () => {
  const bought: LinearLimit = {
    ...limitOf('search, committed', 'channels.search.limits.committed', { least: 41_000 }),
    isFact: true,
  };
  const found: Optimization = {
    status: 'infeasible',
    proven: true,
    conflict: [
      { limit: total, side: 'most' },
      { limit: bought, side: 'least' },
    ],
    repairs: [{ limit: total, side: 'most', kind: 'change', by: 1000 }],
  };
  expect(reportText(without(found)).replaceAll(/\s+/g, ' ')).toContain(
    'committed»: at least 41,000 EUR; it is bought, so that the others have to give',
  );
  const [, told] = wayOut(without(found), resultWordsZh.conflict)!.clashes[0]!.together;
  expect(told).toMatch(/至少 41,000 EUR；这笔投放已经买定，只能由其他限制让步$/);
});

it('tells limits of one channel by another as numbers', () => {
  expect(text()).toContain('«ratio shops, at most»: at most 0.5');
  expect(text()).toContain('raise «ratio shops, at most» by 0.3334, to 0.8334');
});

describe('a gain without end', () => {
  const unbounded = (goal: Report['scenario']['goal']) =>
    reportText({
      ...without({ status: 'unbounded', channel: 'search' }),
      scenario: { ...report.scenario, goal },
    }).replaceAll(/\s+/g, ' ');

  it('is the curve where spend counts', () => {
    expect(unbounded({ maximize: 'profit' })).toContain('its curve has no ceiling');
    expect(unbounded({ maximize: 'customers', plus: { profit: 0.1 } })).toContain('its curve has no ceiling');
  });

  it('is the goal where it does not', () => {
    expect(unbounded({ maximize: 'customers' })).toContain('the goal does not count what it costs');
    expect(unbounded({ maximize: 'revenue' })).toContain('or maximize profit, which counts what spend costs');
  });
});

describe('a scenario without anything uncertain', () => {
  const certain: Report = {
    ...report,
    plans: report.plans.map((plan) => ({
      ...plan,
      metrics: Object.fromEntries(
        Object.entries(plan.metrics).map(([name, { mean, ...metric }]) => [
          name,
          {
            ...metric,
            mean: { value: mean.value, standardError: 0 },
            quantiles: metric.quantiles.map(({ probability }) => ({ probability, estimate: mean })),
          },
        ]),
      ),
    })),
    differences: report.differences.map((change) => ({ ...change, range: [8266.6, 8266.6], interval: [8266, 8267] })),
    freeBudget: {
      ...report.freeBudget!,
      difference: { ...report.freeBudget!.difference!, range: [1140.2, 1140.2] },
    },
  };
  const shown = reportText(certain);

  it('has no ranges, chances or worst cases', () => {
    expect(shown).not.toMatch(/In 90 % of cases|chance of a loss|worst tenth|chance of at least|in 90 %/);
    expect(shown).toContain('every draw gives the same figures');
    expect(shown).not.toContain('± is simulation noise');
  });

  it('has a profit, not an expected one', () => {
    expect(shown).toMatch(/\n {2}profit +18,214 +26,481\n/);
  });
});

describe('limits that are no sums of money', () => {
  const most: LinearLimit = {
    name: 'number of channels, at most',
    path: 'mostChannels',
    terms: [],
    most: 2,
    source: { kind: 'number', number: 2, unit: 'number', bound: 1, terms: [] },
  };
  const index: LinearLimit = {
    name: 'concentration (Herfindahl index), at most',
    path: 'concentration.herfindahl',
    terms: [],
    most: 0.3,
    source: { kind: 'number', number: 0.3, unit: 'number', bound: 1, terms: [] },
  };

  it('are mended by whole channels and parts of one', () => {
    const found = reportText(
      without({
        status: 'infeasible',
        proven: true,
        conflict: [
          { limit: most, side: 'most' },
          { limit: index, side: 'most' },
        ],
        repairs: [
          { limit: most, side: 'most', kind: 'change', by: 1 },
          { limit: index, side: 'most', kind: 'change', by: 0.03339 },
        ],
      }),
    );
    expect(found).toContain('raise «number of channels, at most» by 1, to 3');
    expect(found).toContain('raise «concentration (Herfindahl index), at most» by 0.0334, to 0.3334');
  });

  it('may have a plan where none was met', () => {
    const report = without({ status: 'infeasible', proven: false, conflict: [], repairs: [] });
    const found = reportText(report).replaceAll(/\s+/g, ' ');
    expect(found).toContain('No plan was found that keeps all limits and targets; that there is none is not proven.');
    expect(found).toContain('give a plan of today that keeps all limits');
    expect(found).not.toContain('cannot hold together');
    expect(zh.report.headline(report).first).toContain('未能证明');
  });
});
