import { describe, expect, it } from 'vitest';
import type { PlanSummary, Report } from '../../src/domain.ts';
import { resultWordsEn } from '../../src/report/languages/result-words-en.ts';
import { resultWordsZh } from '../../src/report/languages/result-words-zh.ts';
import { sureTexts } from '../../src/report/sure.ts';
import { recommended, report, today } from './sample.ts';

/** The sample with so much for its two channels. */
function withSpend(now: readonly [number, number], then: readonly [number, number]): Report {
  const plan = (summary: PlanSummary, spend: readonly [number, number]): PlanSummary => ({
    ...summary,
    channels: summary.channels.map((channel, c) => ({ ...channel, spend: spend[c]! })),
  });
  return { ...report, plans: [plan(today, now), plan(recommended, then)] };
}

describe('what no experience stands behind', () => {
  const { farFromToday } = resultWordsEn.say;

  it('is said of channels that get three times what they get today or more, the farthest first', () => {
    expect(farFromToday(withSpend([10_000, 3_000], [32_000, 33_000]))).toEqual([
      '线下门店 (11 times) and Search (3.2 times) would get far more than today: there their curves rest on belief more than on what was seen. Raise them in steps, or test first.',
    ]);
  });

  it('is said of a channel that gets nothing today', () => {
    const changed = withSpend([10_000, 0], [10_000, 500]);
    expect(farFromToday(changed)).toEqual([
      '线下门店 (from nothing) would get far more than today: there its curve rests on belief more than on what was seen. Raise it in steps, or test first.',
    ]);
    expect(resultWordsZh.say.farFromToday(changed)).toEqual([
      '“线下门店”（从零开始）的投放远超当前：那里的曲线更多依据判断，而非已有的经验。宜分步增加，或先做试点。',
    ]);
  });

  it('is nothing for less than that, or where no plan of today says what has been seen', () => {
    expect(farFromToday(withSpend([10_000, 3_000], [29_900, 8_900]))).toEqual([]);
    expect(farFromToday(withSpend([0, 0], [29_900, 8_900]))).toEqual([]);
  });

  it('stands beside the proof', () => {
    const far = withSpend([10_000, 3_000], [32_000, 3_000]);
    expect(sureTexts(far, resultWordsEn.say)).toHaveLength(sureTexts(report, resultWordsEn.say).length + 1);
  });
});
