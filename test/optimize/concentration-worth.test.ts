/** What a limit on the Herfindahl index costs, in money, in both languages. */
import { describe, expect, it } from 'vitest';
import type { Goal, Optimization, Scenario } from '../../src/domain.ts';
import { resultWordsEn } from '../../src/report/languages/result-words-en.ts';
import { resultWordsZh } from '../../src/report/languages/result-words-zh.ts';
import { reportText } from '../../src/report/text.ts';
import { optimize } from '../../src/runs/run.ts';
import { engineOfFile } from '../support/engine.ts';
import { certain, channel, scenario, uniform } from '../support/scenario.ts';

const engine = engineOfFile();

const BUDGET = 1000;
const MOST = 0.58;

/**
 * A unit of money brings 2 to 4 in the better channel and 2 in the other. With a share s of the better one the index is
 * s² + (1 - s)²: s = (1 + sqrt(2 × 0.58 - 1)) / 2 = 0.7, and it grows by 0.01 / (2 × 0.4) for each hundredth of the index.
 */
const two = (goal: Goal, most = MOST, own: Partial<Scenario> = {}): Scenario =>
  scenario(
    { better: channel({ efficiency: uniform(2, 4) }), other: channel({ efficiency: certain(2) }) },
    { budget: { total: BUDGET }, concentration: { herfindahl: most }, goal, ...own },
  );
const SHARE_PER_HUNDREDTH = 0.0125;

async function found(of: Scenario) {
  const report = await optimize(engine, { scenario: of, echo: [] }, { draws: 4096, searchDraws: 1024, gap: 1e-6 });
  return { report, optimization: report.optimization as Extract<Optimization, { readonly plan: unknown }> };
}

describe('a limit on the Herfindahl index', () => {
  it('costs what the money would bring that it keeps from the better channel', async () => {
    const { report, optimization } = await found(two({ maximize: 'profit' }));
    const { most, oneMore } = optimization.concentration!;
    expect(most).toBe(MOST);
    const shifted = BUDGET * SHARE_PER_HUNDREDTH;
    // The mean of 4,096 Sobol' draws of a uniform number is known to 1e-3 of its range.
    expect(Math.abs(oneMore.mean.value - shifted)).toBeLessThan(2e-3 * shifted);
    // A unit brings (e - 2) more there: 0.1 to 1.9 in nine of ten draws.
    expect(oneMore.range!.map((end) => Math.round(end * 100) / 100)).toEqual([
      expect.closeTo(0.1 * shifted, 1),
      expect.closeTo(1.9 * shifted, 1),
    ]);
    expect(resultWordsEn.limits.concentration(report, optimization)).toEqual([
      'Raising «concentration (Herfindahl index), at most» by 0.01, to 0.59, adds 12.50\u00a0EUR of profit on average; in 9 of 10 draws between 1.3 and 23.7.',
    ]);
    expect(resultWordsZh.limits.concentration(report, optimization)).toEqual([
      '“集中度（赫芬达尔指数）上限”提高 0.01（至 0.59），利润平均增加 12.50 EUR；90% 的情形在 1.3 到 23.7 之间。',
    ]);
    expect(reportText(report).replaceAll(/\s+/g, ' ')).toContain(
      'Raising «concentration (Herfindahl index), at most» by 0.01',
    );
    expect(optimization.reasons!.map((reason) => reason.kind === 'held' && [reason.gets, reason.by.path])).toEqual([
      ['less', 'concentration.herfindahl'],
      ['more', 'concentration.herfindahl'],
    ]);
  });

  it('costs as much less as worst cases count', async () => {
    const risk = { worst: 0.1, weight: 0.5 };
    const { optimization } = await found(two({ maximize: 'profit', risk }));
    const { mean, range } = optimization.concentration!.oneMore;
    expect(range).toBeUndefined();
    // Half of the mean gain of 1 a unit, half of that in the worst tenth of draws, where e is 2.1 on average.
    const expected = BUDGET * SHARE_PER_HUNDREDTH * (0.5 + 0.5 * 0.1);
    expect(Math.abs(mean.value - expected)).toBeLessThan(5e-3 * expected);
  });

  it('costs nothing where it holds nothing back, and is not told where the goal is to spend the least', async () => {
    const free = await found(two({ maximize: 'profit' }, 1));
    expect(free.optimization.concentration).toBeUndefined();
    expect(resultWordsEn.limits.concentration(free.report, free.optimization)).toEqual([]);
    const least = await found(
      two({ maximize: 'profit', minimize: 'spend' }, MOST, {
        budget: {},
        targets: [{ metric: 'customers', atLeast: 500 }],
      }),
    );
    expect(least.optimization.concentration).toBeUndefined();
  });
});
