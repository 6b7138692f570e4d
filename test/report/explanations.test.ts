import { describe, expect, it } from 'vitest';
import type { ChannelReason, Report, ResourceWorth } from '../../src/domain.ts';
import { limitGroups } from '../../src/report/sentences/limits.ts';
import {
  exchangeText as chineseExchange,
  reasonNotes as chineseNotes,
  reasonText as chineseReason,
} from '../../src/report/chinese/explanations.ts';
import { nextUnitTexts } from '../../src/report/sentences/next-unit.ts';
import { exchangeText, reasonNotes, reasonText } from '../../src/report/sentences/reasons.ts';
import { resourceTexts } from '../../src/report/sentences/resource-worth.ts';
import type { Found } from '../../src/report/sentences/goal.ts';
import { stabilityTexts } from '../../src/report/sentences/stability.ts';
import { reportText } from '../../src/report/text.ts';
import { rangeBar } from '../../src/report/text/ranges.ts';
import { estimate, limitOf, promoter, report } from './sample.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const [first, second] = report.plans.at(-1)!.channels.map(({ name }) => name) as [string, string];
const say = (reason: object, of: Report = report) =>
  spaced(reasonText(of, { channel: first, next: 0.38, price: 0.02, ...reason } as ChannelReason)).replace(
    /^[^.]*\. /,
    '',
  );
const asking = (goal: Report['scenario']['goal']): Report => ({ ...report, scenario: { ...report.scenario, goal } });

describe('whole periods that may be exchanged', () => {
  const { optimization } = report;
  const of = (exchangeable: readonly number[]): Report => ({
    ...report,
    optimization: { ...(optimization as Found), reasons: [], exchangeable },
  });

  it('are told in one sentence, in every face and language', () => {
    const [told] = exchangeText(of([1, 2, 4]));
    expect(spaced(told!)).toBe(
      'Whole weeks may be exchanged without loss: what all channels get in weeks 1-2, 4 may come in any other order.',
    );
    expect(chineseExchange(of([1, 2, 4]))).toEqual([
      '可整期互换而无损失：各渠道在第 1-2、4 周的投放可按任意次序安排。',
    ]);
    expect(reportText(of([1, 2, 4])).replaceAll(/\s+/g, ' ')).toContain('may come in any other order.');
  });

  it('are not told where their order matters', () => {
    expect([...exchangeText(report), ...chineseExchange(report)]).toEqual([]);
  });
});

describe('why a channel gets what it gets, in words', () => {
  it('begins with the channel and what it gets', () => {
    const text = spaced(reasonText(report, { channel: second, next: 0, price: 0, kind: 'balanced' }));
    expect(text).toMatch(/^[^:]+: (nothing|[\d,]+ EUR)\. /);
  });

  it('tells of profit what money brings back, itself included', () => {
    expect(say({ kind: 'balanced' })).toBe('The next 1 EUR there brings back 1.38, about as much as elsewhere.');
    expect(
      say({ kind: 'held', gets: 'less', by: { name: `${first}, period 2, at most`, path: 'x', side: 'most' } }),
    ).toMatch(/^Held down by «.*, at most»\. The next 1 EUR there brings back 1\.38, elsewhere 1\.02\.$/);
  });

  it('tells over how much the first money brings so much on average', () => {
    const held = { kind: 'held', gets: 'less', by: { name: `${first}, at most`, path: 'x', side: 'most' } };
    expect(say({ ...held, next: 2.9, over: 1000 })).toMatch(
      / On average each 1 EUR of the first 1,000 EUR there brings back 3\.90, elsewhere 1\.02\.$/,
    );
    const reason = { channel: first, price: 0.02, ...held, next: 2.9, over: 1000 } as ChannelReason;
    expect(spaced(chineseReason(report, reason))).toContain('在此投入的头 1,000 EUR 平均每 1 EUR 带回 3.90，');
  });

  it('says at which other time money would do as well', () => {
    const pulse = { kind: 'balanced', when: { amount: 20_000, from: [1], to: [2, 3, 4], anyOf: true } };
    expect(say(pulse)).toMatch(
      / When it is spent matters little: 20,000 EUR of week 1 would do as well in any of weeks 2-4\.$/,
    );
    const even = { kind: 'balanced', when: { amount: 500, from: [3, 4], to: [1, 2], anyOf: false } };
    expect(say(even)).toMatch(/ 500 EUR of weeks 3-4 would do as well in weeks 1-2\.$/);
    const chinese = chineseReason(report, { channel: first, next: 0.38, price: 0.02, ...pulse } as ChannelReason);
    expect(spaced(chinese)).toContain('第 1 周的 20,000 EUR 改在第 2-4 周中的任何一期投放也同样好。');
  });

  it('says once that money is told from other draws than tables are', () => {
    const of = (...reasons: readonly object[]): Report => ({
      ...report,
      optimization: {
        ...(report.optimization as Found),
        searchDraws: 1024,
        reasons: reasons.map((each) => ({ channel: first, next: 0.38, price: 0.02, ...each }) as ChannelReason),
      },
    });
    const told = of({ kind: 'balanced' }, { kind: 'balanced' });
    expect(reasonNotes(told)).toEqual([
      expect.stringMatching(/^Why is told from the 1,024 search draws: .* fresh draws\.$/),
    ]);
    expect(chineseNotes(told)).toEqual([expect.stringMatching(/^缘由依据搜索用的 1,024 次模拟：.*。$/)]);
    expect(reportText(told).replaceAll(/\s+/g, ' ')).toContain('Why is told from the 1,024 search draws');
    const untold = of({ kind: 'tie', others: [second], amount: 500 });
    expect([...reasonNotes(untold), ...chineseNotes(untold)]).toEqual([]);
    const least = { ...told, scenario: { ...told.scenario, goal: { maximize: 'profit', minimize: 'spend' } as const } };
    expect([...reasonNotes(least), ...chineseNotes(least)]).toEqual([]);
  });

  it('names no elsewhere where all money is in one channel', () => {
    const plans = report.plans.map((plan) => ({
      ...plan,
      channels: plan.channels.map((own) => (own.name === first ? own : { ...own, spend: 0 })),
    }));
    const alone = { ...report, plans };
    expect(say({ kind: 'balanced' }, alone)).toBe('The next 1 EUR there brings back 1.38.');
    expect(chineseReason(alone, { channel: first, next: 0.38, price: 0.02, kind: 'balanced' })).not.toContain(
      '大致相同',
    );
    expect(say({ kind: 'balanced', price: 0, next: 0 }, alone)).toContain('money that is not spent');
  });

  it('says that money is kept where the budget leaves room', () => {
    expect(say({ kind: 'balanced', price: 0, next: 0 })).toBe(
      'The next 1 EUR there brings back 1.00, about as much as money that is not spent.',
    );
  });

  it('tells of customers what a thousand brings', () => {
    const customers = asking({ maximize: 'customers' });
    expect(say({ kind: 'left out', next: 0.002, price: 0.0035 }, customers)).toBe(
      'The first 1,000 EUR there brings 2.00 customers, elsewhere 3.50 customers.',
    );
  });

  it('names what is not earned back, and where a channel would be at its best', () => {
    expect(say({ kind: 'fixed cost', best: { amount: 12_000, perUnit: -0.1 } })).toBe(
      'At its best, with 12,000 EUR, each 1 EUR there brings back 0.900 on average with all that it costs to use it, elsewhere 1.02.',
    );
  });

  it('names ties, wishes and what is not known', () => {
    expect(say({ kind: 'tie', others: [second], amount: 500 })).toContain('moving 500 EUR between them');
    const wish = { target: { metric: 'customers', atLeast: 2400 } };
    expect(say({ kind: 'wish', wish, gets: 'more' })).toContain(
      'It gets more for the sake of «customers at least 2,400».',
    );
    expect(say({ kind: 'unexplained' })).toContain('not proven');
  });

  it('tells no worth of money where as little as possible is to be spent', () => {
    const least = asking({ maximize: 'profit', minimize: 'spend' });
    expect(say({ kind: 'held', gets: 'more', by: { name: 'x', path: 'x', side: 'least' } }, least)).toBe(
      'Held up by «x».',
    );
    expect(say({ kind: 'left out' }, least)).toBe('The same money does more elsewhere.');
    const best = { amount: 12_000, perUnit: 0.1 };
    expect(say({ kind: 'fixed cost', best }, least)).toBe('What it costs to use it is not made up for.');
  });
});

describe('what a little more room brings', () => {
  it('is told with its noise and its range, and of a least amount when it falls', () => {
    const nextUnit = { mean: estimate(-1.384, 0.004), range: [-2.9, -0.4] as const };
    const limit = limitOf('tv, at least', 'x', { least: 5 });
    expect(nextUnitTexts(report, [{ limit, side: 'least', worth: -1.38, nextUnit }]).map(spaced)).toEqual([
      'Lowering «tv, at least» by 1 EUR adds 1.38 EUR of profit on average; in 9 of 10 draws between 0.40 and 2.90.',
    ]);
    expect(nextUnitTexts(report, [{ limit, side: 'least', worth: -1.38 }])).toEqual([]);
  });

  it('has no range where every draw says the same', () => {
    const nextUnit = { mean: estimate(0.026, 0), range: [0.026, 0.026] as const };
    const limit = limitOf('tv, at most', 'x', { most: 5 });
    expect(nextUnitTexts(report, [{ limit, side: 'most', worth: 0.026, nextUnit }]).map(spaced)).toEqual([
      'Raising «tv, at most» by 1 EUR adds 0.026 EUR of profit.',
    ]);
  });

  it('says over how much it is an average', () => {
    const nextUnit = { mean: estimate(3.75, 0.001), range: [1.7, 6.9] as const };
    const limit = limitOf('tv, at most', 'x', { most: 0 });
    expect(nextUnitTexts(report, [{ limit, side: 'most', worth: 3.7, over: 250, nextUnit }]).map(spaced)).toEqual([
      'Raising «tv, at most» by 250 EUR adds 3.75 EUR of profit for each 1 EUR of it on average; in 9 of 10 draws between 1.70 and 6.90.',
    ]);
  });

  it('is the same figure in the table as in the sentence', () => {
    // On the draws of the search it was 1.4, on others it is 1.15.
    const nextUnit = { mean: estimate(1.15, 0.01), range: [0.44, 2.01] as const };
    const binding = [
      { limit: limitOf('total budget', 'budget.total', { most: 5 }), side: 'most', worth: 1.4, nextUnit },
    ] as const;
    expect(nextUnitTexts(report, binding)[0]).toContain('adds 1.15');
    expect(limitGroups(report, binding)).toMatchObject([{ worth: [1.15, 1.15] }]);
    const { nextUnit: _, ...unseen } = binding[0];
    expect(limitGroups(report, [unseen])).toMatchObject([{ worth: [1.4, 1.4] }]);
  });
});

describe('how stable the plan is, in words', () => {
  const stability = {
    batches: 8,
    draws: 1024,
    gap: { mean: 0.0007, atMost: 0.00171 },
    proven: true,
    withoutPlan: 1,
    channels: [{ name: first, total: [20_000, 24_400] as const }],
  };

  it('never promises more than was found', () => {
    const [text, channels] = stabilityTexts({ ...report, stability }).map(spaced);
    expect(text).toBe(
      'On 8 fresh batches of 1,024 draws the plan is within 0.18 % of the best possible, with 95 % confidence. In 1 of them no plan keeps all you ask for: they are left out.',
    );
    expect(channels).toMatch(/20,000 to 24,400 EUR\.$/);
  });

  it('names six of many channels, those that differ most', () => {
    // Differences of 1,000, 2,000 and so on to 8,000: those of 1,000 and 2,000 are left out.
    const channels = Array.from({ length: 8 }, (_, k) => ({
      name: `ch${k + 1}`,
      total: [10_000, 10_000 + 1000 * (k + 1)] as const,
    }));
    const text = stabilityTexts({ ...report, stability: { ...stability, channels } })[1]!;
    expect(text.match(/ch\d/g)).toEqual(['ch3', 'ch4', 'ch5', 'ch6', 'ch7', 'ch8']);
    expect(text).toMatch(/; in 2 more channels they differ less\.$/);
  });

  it('says where nothing can be said', () => {
    const [text] = stabilityTexts({
      ...report,
      stability: { ...stability, gap: { mean: Infinity, atMost: Infinity } },
    });
    expect(text).toContain('nothing can be said');
  });
});

describe('the picture of a range', () => {
  it('has the plan between its ends, each at its place', () => {
    // 11 places from 0 to 100: ends at 20 and 80, the plan at 50.
    expect(rangeBar({ name: 'x', least: { total: 20 }, most: { total: 80 } }, 50, 100, 11)).toBe('  ░░░█░░░');
    expect(rangeBar({ name: 'x', least: { total: 0 }, most: { total: 0 } }, 0, 100, 11)).toBe('█');
  });

  it('stands in a report where it was asked for, with what its ends are', () => {
    const channels = report.plans.at(-1)!.channels.map(({ name, spend }) => ({
      name,
      least: { total: 0.5 * spend, proven: 0.5 * spend },
      most: { total: 1.5 * spend, proven: 1.5 * spend },
    }));
    const text = reportText({ ...report, ranges: { within: 0.01, channels } });
    expect(text).toContain('How far you may move within 1 % of the best, EUR');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('goes further by more than 1 % of all money');
    expect(reportText(report)).not.toContain('How far you may move');
  });
});

describe('what one more of a resource brings', () => {
  const found = report.optimization as Found;
  const texts = (resources: readonly ResourceWorth[]) => resourceTexts(report, { ...found, resources }).map(spaced);
  const section = (of: Partial<Found>) => {
    const text = reportText({ ...report, optimization: { ...found, ...of } }, { width: 100 });
    return /What holds the plan back\n((?: .*\n)*)/.exec(text)![1]!.replaceAll(/\s+/g, ' ').trim();
  };

  it('calls it by its label', () => {
    const labelled = { ...report, scenario: { ...report.scenario, resourceLabels: { promoter: 'People in stores' } } };
    expect(resourceTexts(labelled, { ...found, resources: [promoter] })[0]).toMatch(/^«People in stores» holds /);
  });

  it('is told with how often it binds, its noise and its range', () => {
    expect(texts([promoter])).toEqual([
      '«promoter» holds the plan back in 62.1 % ± 0.5 of draws. One more hour of it in every week would add 41.2 ± 0.5 EUR of profit on average, with the plan as it is; in 9 of 10 draws between 0 and 120.',
    ]);
    expect(texts([{ ...promoter, name: 'goods', inHours: false, over: 'plan', short: estimate(1) }])[0]).toMatch(
      /^«goods» holds the plan back in all draws\. One more unit of it would add /,
    );
    const risky = asking({ maximize: 'profit', risk: { worst: 0.1, weight: 0.5 } });
    const { mean } = promoter.oneMore;
    expect(spaced(resourceTexts(risky, { ...found, resources: [{ ...promoter, oneMore: { mean } }] })[0]!)).toMatch(
      /One more hour of it in every week would add 41\.2 ± 0\.5 EUR to the goal, with the plan as it is\.$/,
    );
    expect(texts([{ ...promoter, short: estimate(0) }])).toEqual([]);
  });

  it('tells of one less where just what there is is used up', () => {
    const used = { ...promoter, oneMore: { mean: estimate(0), range: [0, 0] as const }, oneLess: estimate(20) };
    expect(texts([used])[0]).toMatch(
      /would add 0 EUR of profit on average, with the plan as it is; in 9 of 10 draws 0\. One less in every week would take away 20 EUR of profit: .* could add more\.$/,
    );
  });

  it('stands among the limits, and no limit is said to hold the plan back only where nothing does', () => {
    expect(section({ resources: [promoter] })).toContain('Total budget');
    expect(section({ resources: [promoter] })).toContain('«promoter» holds the plan back');
    expect(section({ binding: [], resources: [promoter] })).toMatch(/^«promoter» holds the plan back/);
    expect(section({ binding: [], resources: [] })).toBe('No limit: the plan would be the same without them.');
    // Nobody has looked at resources.
    expect(section({ binding: [] })).toBe('No limit on spend: the plan would be the same without them.');
  });
});
