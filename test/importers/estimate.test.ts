import { describe, expect, it } from 'vitest';
import {
  designEffect,
  effectiveCount,
  logMoments,
  rangeOfMean,
  rangeOfWeeks,
} from '../../src/importers/exports/estimate.ts';
import { cumulative } from '../../src/distributions/distribution.ts';
import { betaFromCounts } from '../../src/distributions/elicit.ts';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream } from '../../src/random/points.ts';
import { repeatsOf, windowFor } from '../../src/importers/exports/repeats.ts';
import { isConverted, isReturned, isVoid, outcomeOf } from '../../src/importers/exports/stages.ts';
import { spendingsOf } from '../../src/importers/exports/spending.ts';
import { spentRows } from '../../src/importers/exports/spent-rows.ts';
import { extractOf, sample, sampleText } from './exports-files.ts';

interface Reference {
  readonly ads: Readonly<Record<string, Readonly<Record<string, number | string>> & { readonly file: string }>>;
}
const reference = JSON.parse(sampleText('reference_estimates.json')) as Reference;

async function daysOf(file: string) {
  const { spendings } = spendingsOf(spentRows([await extractOf(sample(file))], new Map(), new Map()).rows);
  return [...spendings[0]!.days.values()];
}

describe('estimates from history', () => {
  it.each(Object.entries(reference.ads))('agree with the independent program for %s', async (_, expected) => {
    const days = await daysOf(expected.file);
    const { mean, sd } = logMoments(days.map(({ spend, impressions }) => (1000 * spend) / impressions));
    // Five decimals are given; that program divides by n - 1 as well.
    expect(mean).toBeCloseTo(Number(expected['lncpm_mean']), 5);
    expect(Math.abs(sd / Number(expected['lncpm_sd']) - 1)).toBeLessThan(0.01);
    const counts = days.map(({ clicks, impressions }) => ({ hits: clicks, of: impressions }));
    const { all } = effectiveCount(counts);
    // That program weighs days by a beta-binomial likelihood, not by impressions: within two of its standard errors.
    const binomial = Math.sqrt(((all.hits / all.of) * (1 - all.hits / all.of)) / all.of);
    const error = Number(expected['ctr_se_ratio_vs_binomial']) * binomial;
    expect(Math.abs(all.hits / all.of - Number(expected['ctr_mean']))).toBeLessThan(2 * error);
    // How much wider than chance: 180 days tell a standard deviation to 5 %, and two estimators of it may be twice that apart.
    const wider = Math.sqrt(effectiveCount(counts).design);
    expect(Math.abs(wider / Number(expected['ctr_se_ratio_vs_binomial']) - 1)).toBeLessThan(0.1);
  });

  it('count a share by as many tries as its weeks let it be known by', () => {
    // NumPy: k=[12,30,8,25,14,40,9,22]; n=[1000]*8; p=sum/8000=.02; v=8/7*sum((k-20)**2)/8000**2; v/(p*(1-p)/8000) is
    // 6.516034985422741
    const hits = [12, 30, 8, 25, 14, 40, 9, 22];
    const weeks = hits.map((one) => ({ hits: one, of: 1000 }));
    expect(designEffect(weeks)).toBeCloseTo(6.516034985422741, 12);
    // SciPy: k=(t.ppf(.95,7)/norm.ppf(.95))**2; 160/(6.516034985422741*k) is 18.5.
    expect(effectiveCount(weeks)).toMatchObject({ all: { hits: 160, of: 8000 }, counts: { hits: 19, of: 950 } });
    const alike = hits.map(() => ({ hits: 20, of: 1000 }));
    expect(effectiveCount(alike)).toMatchObject({ counts: { hits: 160, of: 8000 }, design: 1 });
    expect(designEffect(weeks.slice(0, 3))).toBe(1);
    expect(effectiveCount([{ hits: 0, of: 16 }]).counts).toEqual({ hits: 0, of: 16 });
  });

  it('have ranges that hold nine cases in ten', () => {
    // SciPy: l=log([1,2,4]); exp(l.mean() + array([-1,1]) * t.ppf(.95,2) * l.std(ddof=1) * sqrt(1+1/3))
    const [low, high] = rangeOfWeeks([1, 2, 4]);
    expect([low, high].map((end) => end.toFixed(6))).toEqual(['0.193217', '20.702153']);
    // Mean 200, standard deviation 100, three values: 200 exp(± t × 0.5 / √3), with t = 2.919986 on two degrees of freedom.
    const [least, most] = rangeOfMean([100, 200, 300]);
    expect(least * most).toBeCloseTo(40_000, 6);
    expect(most).toBeCloseTo(200 * Math.exp((2.9199855803537247 * 0.5) / Math.sqrt(3)), 6);
  });
});

describe('ranges of few weeks', () => {
  const RUNS = 2000;
  const scores = (id: string, run: number, count: number) => {
    const row = new Float64Array(count);
    normalScores(pointStream(keyOf(`few weeks ${run}`), 'plain', id), 0, count, row);
    return row;
  };
  /** How often the truth is held, of all runs. */
  const held = (holds: (run: number) => boolean) =>
    Array.from({ length: RUNS }, (_, run) => holds(run)).filter(Boolean).length;
  /** Four standard errors of a share of 90 %. */
  const ROOM = 4 * Math.sqrt(RUNS * 0.9 * 0.1);

  it.each([4, 5, 8, 26])('hold the price of the next week in nine cases of ten: %i weeks', (weeks) => {
    const count = held((run) => {
      const prices = scores('price', run, weeks + 1).map((score) => 0.8 * Math.exp(0.2 * score));
      const [low, high] = rangeOfWeeks([...prices.subarray(0, weeks)]);
      return low < prices[weeks]! && prices[weeks]! < high;
    });
    expect(Math.abs(count - 0.9 * RUNS)).toBeLessThan(ROOM);
  });

  it.each([4, 5, 8, 26])('hold the share of all weeks, which differ by a fifth: %i weeks', (weeks) => {
    const count = held((run) => {
      const [rates, chances] = [scores('rate', run, weeks), scores('chance', run, weeks)];
      // 5,000 tries and about 150 hits a week: binomial is normal enough.
      const told = Array.from(rates, (score, week) => {
        const rate = 0.03 * (1 + 0.2 * score);
        return {
          hits: Math.max(0, Math.round(5000 * rate + Math.sqrt(5000 * rate * (1 - rate)) * chances[week]!)),
          of: 5000,
        };
      });
      const { counts } = effectiveCount(told);
      const known = betaFromCounts(counts.hits, counts.of);
      if (!known.ok) throw new Error(known.why);
      const below = cumulative(known.distribution, 0.03);
      return below > 0.05 && below < 0.95;
    });
    expect(count).toBeGreaterThan(0.9 * RUNS - ROOM);
  });
});

describe('who came back', () => {
  const customer = (...days: number[]) => ({
    day: days[0]!,
    orders: days.map((day) => ({ day, amount: 1, returned: false })),
  });

  it('is counted among those who had the time, on another day', () => {
    const customers = [customer(0, 0), customer(0, 30), customer(0, 0, 90), customer(0, 91), customer(20, 25)];
    expect(repeatsOf(customers, 100, 90)).toEqual({
      within: 90,
      of: 4,
      hits: 2,
      every: 60,
      further: 0.5,
      horizon: 90,
    });
  });

  it('is counted for so long that as many further orders come of it as there were', () => {
    // 6 of 10 come back after 30 days; 2 of them once more, and one of these twice: 0.6 and 0.3 further orders. Chances of 0.6 come to
    // 0.6, 0.96, 1.18, …: the second power makes 0.96, nearest to 0.9, and two times 30 days end before 75.
    const customers = [
      ...Array.from({ length: 4 }, () => customer(0, 30)),
      customer(0, 30, 60),
      customer(0, 30, 60, 61),
      ...Array.from({ length: 4 }, () => customer(0)),
    ];
    expect(repeatsOf(customers, 200, 180)).toEqual({
      within: 180,
      of: 10,
      hits: 6,
      every: 30,
      further: 0.9,
      horizon: 75,
    });
  });

  it('is asked of the longest time that half of them, and 30, have been known', () => {
    const customers = [
      ...Array.from({ length: 40 }, () => customer(0)),
      ...Array.from({ length: 20 }, () => customer(150)),
    ];
    expect(windowFor(customers, 400)).toBe(365);
    expect(windowFor(customers, 200)).toBe(180);
    expect(windowFor(customers, 80)).toBeUndefined();
    expect(windowFor(customers.slice(0, 29), 400)).toBeUndefined();
  });
});

describe('words of CRMs', () => {
  it('tell won from lost and open', () => {
    for (const stage of ['Closed Won', '赢单', '已成交', '成交', '多次成交'])
      expect([stage, outcomeOf(stage)]).toEqual([stage, 'won']);
    for (const stage of [
      'Closed Lost',
      'Closed Lost to Competition',
      'Lost Lead',
      'Junk Lead',
      '输单',
      '无效',
      '未成交',
    ])
      expect([stage, outcomeOf(stage)]).toEqual([stage, 'lost']);
    for (const stage of ['Qualification', 'Negotiation/Review', '进行中', '谈判审核', ''])
      expect([stage, outcomeOf(stage)]).toEqual([stage, 'open']);
  });

  it('tell orders that came to nothing, those sent back, and leads that became deals', () => {
    expect(['作废', '已作废', 'Cancelled', '正常', 'Delivered', undefined].map(isVoid)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['已退货', '退款', 'Returned', '已完成', undefined].map(isReturned)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(isConverted({ status: '已转换' })).toBe(true);
    expect(isConverted({ converted: 'true', status: 'Contacted' })).toBe(true);
    expect(isConverted({ deal: 'zcrm_1' })).toBe(true);
    expect(isConverted({ converted: 'No', status: 'Not Qualified' })).toBe(false);
  });
});
