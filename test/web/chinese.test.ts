import { describe, expect, it } from 'vitest';
import type { BindingLimit, Goal, Report } from '../../src/domain.ts';
import { groupLimits, limitGroups } from '../../src/report/sentences/limits.ts';
import { wishRows } from '../../src/report/sentences/wishes.ts';
import { repairGroups } from '../../src/report/sentences/conflict.ts';
import type { Found } from '../../src/report/sentences/goal.ts';
import { en } from '../../web/languages/en.ts';
import { zh } from '../../web/languages/zh.ts';
import { beyondReach, estimate, limitOf, report, simulation, unreachable, withGoal } from '../report/sample.ts';

const { limits, conflict, targets } = zh.result;
const named = (path: string, side: 'least' | 'most' = 'most', name = 'a limit') => {
  const limit = limitOf(name, path, { [side]: 5 });
  return limits.name(report, limitGroups(report, [{ limit, side, worth: 1 } satisfies BindingLimit])[0]!);
};

describe('limits in Chinese', () => {
  it('are named by where they stand in the file', () => {
    expect(named('budget.total')).toBe('总预算');
    expect(named('channels.search.limits.max[2]')).toBe('Search：每期上限');
    expect(named('channels.stores.limits.total.min', 'least')).toBe('线下门店：总额下限');
    expect(named('channels.stores.limits.maxChange', 'least')).toBe('线下门店：相对当前的最大降幅');
    expect(named('groups.online.share.max')).toBe('“online”组：占比上限');
    expect(named('ratios.shops.min', 'least')).toBe('“shops”比例的下限');
    expect(named('concentration.maxShare', 'most', 'tv, largest share of one channel')).toBe('tv：单一渠道最大占比');
  });

  it('keep their names where they are new', () => {
    expect(named('channels.search.limits.moon', 'most', 'search, moon')).toBe('Search, moon');
  });

  it('and their conflicts are told with figures', () => {
    const limit = limitOf('search, period 1, at most', 'channels.search.limits.max', { most: 3000 });
    const [together] = groupLimits(report, [{ limit, side: 'most' as const }]);
    expect(conflict.together(report, together!)).toBe('“Search：每期上限”（第 1 周）：至多 3,000 EUR');
    const [repair] = repairGroups(report, [{ limit, side: 'most', kind: 'change', by: 500 }]);
    expect(conflict.repair(report, repair!)).toBe('将“Search：每期上限”（每周）提高 500 EUR，至 3,500');
  });
});

describe('wishes in Chinese', () => {
  it('have names, what is asked, and prices', () => {
    const [row] = wishRows(report);
    expect(targets.name(row!, report.scenario)).toBe('客户至少 2,400');
    expect(targets.askedFor(row!)).toBe('概率 80%');
    const wish = { target: { metric: 'customers', atLeast: 2400, probability: 0.8 } };
    const changed = withGoal(report.scenario.goal, {
      wishes: [{ wish, asked: 0.8, reached: 0.8, worth: -90_000 }],
    });
    expect(targets.remarks(changed, changed.optimization as Found)).toEqual([
      '对“客户至少 2,400”的概率的要求每提高 1 个百分点，代价是利润减少 900 EUR。',
    ]);
  });

  it('are said to be beyond reach', () => {
    expect(zh.report.headline(beyondReach).first).toBe(
      '在各项限制下，没有方案能达到此要求：最差 10% 情形的利润，至少 245,000。在搜索用的模拟上，任何方案最多为 244,200 EUR（已证明）；最接近的方案达到 241,337 EUR。',
    );
    expect(conflict.beyondReach(beyondReach, unreachable)).toMatch(/^请将要求降低到 241,300 EUR/);
  });
});

describe('sentences about a report', () => {
  const worst = { worst: estimate(4010, 110), worstVerdict: 'reached' } as const;
  const chance = { chance: estimate(0.8, 0.002) };
  const goals: readonly Goal[] = [
    { maximize: 'profit' },
    { maximize: 'margin' },
    { maximize: 'customers', plus: { profit: 0.02 } },
    { maximize: 'profit', minimize: 'spend' },
    { maximize: 'profit', chanceOf: 20_000 },
    { maximize: 'profit', risk: { worst: 0.1, weight: 0.3 } },
    { maximize: 'profit', risk: { worst: 0.1, atLeast: 0, of: 'gain over today' } },
    { maximize: 'profit', worstOf: ['ban'] },
  ];
  const reports: readonly Report[] = [
    simulation,
    ...goals.map((goal) =>
      withGoal(goal, {}, [
        { ...worst, ...chance },
        { ...worst, ...chance },
      ]),
    ),
  ];

  it('are as many in Chinese as in English, in the same order', () => {
    for (const each of reports) {
      const [english, chinese] = [en.report.headline(each), zh.report.headline(each)];
      expect(chinese.rest).toHaveLength(english.rest.length);
      expect([chinese.first, ...chinese.rest].filter((sentence) => !/\p{Script=Han}.*。$/u.test(sentence))).toEqual([]);
      // Both give the same figures in each sentence; a worst tenth is one of 10 % there.
      const numbers = (sentence: string) =>
        [...sentence.replace('最差 10%', '').matchAll(/\d[\d,.]*\d|\d/g)].map(([text]) => text).toSorted();
      expect(chinese.rest.map(numbers)).toEqual(english.rest.map(numbers));
    }
  });
});
