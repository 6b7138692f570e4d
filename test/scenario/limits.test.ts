import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { changed, errorsOf, smallest } from './fixtures.ts';

const dated = changed(smallest, '{ periods: 4 }', '{ start: 2027-01-04, periods: 4 }');

/** The smallest scenario, of four weeks and one channel, with these limits. */
const limited = (limits: string, text = smallest) => `${text}    limits: { ${limits} }\n`;

/** The same with more channels and these sections. */
const twoWith = (sections: string, more = '') =>
  `${limited('max: 9k')}  social: { efficiency: 2%, limits: { max: 9k } }\n${more}${sections}\n`;

const read = (text: string) => readScenario(text).scenario;

describe('limits of a channel', () => {
  it('are read as people write them', () => {
    const text = limited(
      'committed: [1k, 0, 0, 0], change: { min: -20%, max: 50% }, maxStep: 20%, maxStepAmount: 5k, pattern: [1, 2, 0, 2]',
      changed(smallest, '  search:\n', '  search:\n    plan: 100\n'),
    );
    expect(read(text).channels['search']!.limits).toEqual({
      committed: [1000, 0, 0, 0],
      change: { min: -0.2, max: 0.5 },
      maxStep: 0.2,
      maxStepAmount: 5000,
      pattern: [1, 2, 0, 2],
    });
  });

  it('may name no dark period', () => {
    expect(read(limited('dark: []')).channels['search']!.limits).toEqual({ dark: [] });
  });

  it('take periods by number or by a day in them, and open ends', () => {
    const windows = (text: string) => {
      const { dark, only } = read(limited(text, dated)).channels['search']!.limits;
      return { dark, only };
    };
    expect(windows('dark: [{ to: 1 }, { from: 3, to: 4 }], only: { from: 2 }')).toEqual({
      dark: [
        { from: 1, to: 1 },
        { from: 3, to: 4 },
      ],
      only: { from: 2, to: 4 },
    });
    // Weeks begin on 4, 11, 18 and 25 January.
    expect(windows('dark: [{ from: 2027-01-17, to: 2027-01-18 }], only: { to: 2027-01-31 }')).toEqual({
      dark: [{ from: 2, to: 3 }],
      only: { from: 1, to: 4 },
    });
  });
});

describe('limits on several channels', () => {
  it('are read from their own sections', () => {
    const text = twoWith(`groups: { all: { channels: [search, social], mostUsed: 1 } }
ratios: { balance: { of: social, to: all, max: 60% } }
concentration: { maxShare: 60%, herfindahl: 1 }
pattern: [1, 1, 2, 0]
mostChannels: 2`);
    const { groups, ratios, concentration, pattern, mostChannels } = read(text);
    expect({ groups, ratios, concentration, pattern, mostChannels }).toEqual({
      groups: { all: { channels: ['search', 'social'], mostUsed: 1 } },
      ratios: { balance: { of: 'social', to: 'all', max: 0.6, perPeriod: false } },
      concentration: { maxShare: 0.6, herfindahl: 1 },
      pattern: [1, 1, 2, 0],
      mostChannels: 2,
    });
  });

  it('include a budget with a least and a most, over the plan and in periods', () => {
    const budget = (text: string) => read(changed(smallest, '{ atMost: 10000 }', text)).budget;
    expect(budget('{ atLeast: 5k, atMost: 10k }')).toEqual({ atLeast: 5000, atMost: 10_000 });
    expect(budget('{ total: 10k, perPeriodAtMost: 4k }')).toEqual({ total: 10_000, perPeriodAtMost: 4000 });
    expect(budget('{ perPeriodAtMost: [4k, 1k, 1k, 1k] }')).toEqual({ perPeriodAtMost: [4000, 1000, 1000, 1000] });
  });
});

describe('what cannot be meant', () => {
  const at = 'channels.search.limits';
  it.each<[limits: string, path: string, says: string]>([
    ['dark: [{ from: 0 }]', `${at}.dark[0].from`, 'from 1'],
    ['dark: [{ from: 2.5 }]', `${at}.dark[0].from`, 'from 1'],
    ['dark: [{ from: 5 }]', `${at}.dark[0].from`, '1 to 4'],
    ['dark: [{ from: 3, to: 2 }]', `${at}.dark[0].to`, 'period 3'],
    ['dark: [{}]', `${at}.dark[0]`, 'no period'],
    ['dark: [{ from: 2027-01-32 }]', `${at}.dark[0].from`, '31 days'],
    ['dark: [{ from: 2027-02-01 }]', `${at}.dark[0].from`, 'after its end'],
    ['only: { to: 2027-01-03 }', `${at}.only.to`, 'before its first day'],
    ['only: { form: 2 }', `${at}.only.form`, 'not a field'],
    ['dark: [{ to: 1 }], min: 5', `${at}.min`, 'period 1'],
    ['only: { to: 3 }, committed: [0, 0, 0, 7]', `${at}.committed[3]`, 'period 4'],
    ['committed: 10, max: [20, 5, 20, 20]', `${at}.committed`, 'stays bought: raise `max`'],
    ['committed: 10, fixed: 9', `${at}.committed`, '`fixed`'],
    ['committed: [1, 2]', `${at}.committed`, '4 periods'],
    ['pattern: [1, 2]', `${at}.pattern`, '`today`'],
    ['pattern: tomorrow', `${at}.pattern`, '`today`'],
    ['pattern: [1, 2, 3, -1]', `${at}.pattern[3]`, '0 or more'],
    ['change: { min: 50%, max: -20% }', `${at}.change.min`, 'be -20'],
    ['change: { min: -120% }', `${at}.change.min`, '-1'],
    ['maxStep: -1', `${at}.maxStep`, '0'],
    ['maxStep: 5k EUR', `${at}.maxStep`, 'not be an amount of money'],
  ])('is refused where it stands: %s', (limits, path, says) => {
    const found = errorsOf(limited(limits, dated));
    expect(found.map((issue) => issue.path)).toEqual([path]);
    expect(`${found[0]!.message} ${found[0]!.advice}`).toContain(says);
  });

  it('is a date in a plan without dates', () => {
    const [issue, ...others] = errorsOf(limited('dark: [{ from: 2027-01-04 }]'));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      path: `${at}.dark[0].from`,
      advice: expect.stringContaining('horizon.start') as string,
    });
  });

  it('is not told of windows while the dates of the plan are in doubt', () => {
    const doubtful = changed(dated, '2027-01-04', '2027-13-04');
    const found = errorsOf(limited('dark: [{ from: 2027-01-11 }], only: { to: 2027-01-20 }', doubtful));
    expect(found.map(({ path }) => path)).toEqual(['horizon.start']);
  });

  it.each<[sections: string, path: string, says: string, more?: string]>([
    ['mostChannels: 0', 'mostChannels', 'between 1 and 200'],
    [
      'mostChannels: 1',
      'mostChannels',
      '2 or more',
      '  tv: { efficiency: 1%, limits: { total: { min: 5 } } }\n  radio: { efficiency: 1%, limits: { min: 1 } }\n',
    ],
    ['ratios: { r: { of: search, to: serach, min: 1 } }', 'ratios.r.to', '`search`'],
    ['ratios: { r: { of: search, to: search, min: 1 } }', 'ratios.r.to', 'itself'],
    ['ratios: { r: { of: search, to: social } }', 'ratios.r', 'what the ratio should be'],
    ['ratios: { r: { of: search, to: social, min: 2, max: 1 } }', 'ratios.r.min', '`max`'],
    [
      'ratios: { r: { of: social, to: search, min: 2 } }\ngroups: { social: { channels: [search] } }',
      'ratios.r.of',
      'group of the same name',
    ],
    ['concentration: { maxShare: 45% }', 'concentration.maxShare', 'be 50'],
    ['concentration: { herfindahl: 0.4 }', 'concentration.herfindahl', '0.5'],
    ['pattern: [1, 2]', 'pattern', '4 periods'],
  ])('is refused among several channels: %s', (sections, path, says, more) => {
    const found = errorsOf(twoWith(sections, more));
    expect(found.map((issue) => issue.path)).toEqual([path]);
    expect(`${found[0]!.message} ${found[0]!.advice}`).toContain(says);
  });

  it('is a Herfindahl index that the allowed number of channels cannot reach', () => {
    const more = '  tv: { efficiency: 1% }\n  radio: { efficiency: 1% }\n';
    const four = twoWith('mostChannels: 3\nconcentration: { herfindahl: 0.33 }', more);
    expect(errorsOf(four)).toMatchObject([
      { path: 'concentration.herfindahl', message: expect.stringContaining('0.3334 or more') as string },
    ]);
  });

  it.each([
    ['{ total: 10k, atLeast: 1k }', 'budget.atLeast'],
    ['{ atLeast: 20k, atMost: 10k }', 'budget.atLeast'],
    ['{ perPeriod: 5k, perPeriodAtMost: [9k, 9k, 4k, 9k] }', 'budget.perPeriod'],
    ['{ total: 10k, perPeriodAtMost: [9k] }', 'budget.perPeriodAtMost'],
  ])('is the budget %s', (budget, path) => {
    expect(errorsOf(changed(smallest, '{ atMost: 10000 }', budget)).map((issue) => issue.path)).toEqual([path]);
  });
});

describe('what is likely not meant', () => {
  const warned = (text: string) => readScenario(text).warnings.map(({ path, message }) => `${path} ${message}`);

  it.each([
    ['change: { max: 50% }', 'change keeps the channel at nothing'],
    ['pattern: today', 'pattern keeps the channel at nothing'],
    ['pattern: [0, 0, 0, 0]', 'pattern keeps the channel at nothing'],
    ['maxStep: 20%, dark: [{ from: 2, to: 2 }]', 'maxStep keeps the channel at nothing in every period'],
    ['maxStep: 120%, max: [9, 0, 9, 9]', 'maxStep keeps the channel at nothing from there on'],
    ['dark: [{ from: 1, to: 4 }]', 'dark leaves no period'],
  ])('is told: %s', (limits, says) => {
    expect(warned(limited(limits))).toEqual([expect.stringContaining(`channels.search.limits.${says}`)]);
  });

  it('is told of every limit on a change from nothing', () => {
    expect(warned(limited('change: { max: 50% }, maxChange: 20%')).map((text) => text.split(' ')[0])).toEqual([
      'channels.search.limits.change',
      'channels.search.limits.maxChange',
    ]);
  });

  it('is told of limits on several channels', () => {
    expect(warned(twoWith('mostChannels: 2'))).toEqual([expect.stringContaining('mostChannels limits nothing')]);
    expect(warned(twoWith('pattern: today'))).toEqual([
      expect.stringContaining('channels.search gets nothing under `pattern`'),
      expect.stringContaining('channels.social gets nothing under `pattern`'),
    ]);
  });
});

it('lets a kind of budget take the place of another, and keeps what stands beside both', () => {
  const base = changed(smallest, '{ atMost: 10000 }', '{ atLeast: 1k, atMost: 10000, perPeriodAtMost: 4k }');
  const over = 'apportion: 1\nextends: base.yaml\nbudget: { total: 8k }\n';
  const load = (path: string) => (path === 'base.yaml' ? base : undefined);
  expect(readScenario(over, { load }).scenario.budget).toEqual({ total: 8000, perPeriodAtMost: 4000 });
});
