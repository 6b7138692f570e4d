import { describe, expect, it } from 'vitest';
import { kneeOf } from '../../src/runs/frontier/knee.ts';
import { beats, standingOf, stepBetween } from '../../src/runs/frontier/standing.ts';

/** Plans whose figures no draw changes. */
const certainly = (places: readonly (readonly [spend: number, mean: number, worst: number])[]) =>
  new Map(places.map(([spend, mean, worstMean], k) => [k, { spend, mean: same(mean), worstMean: same(worstMean) }]));
const same = (value: number) => Array.from({ length: 17 }, () => value);
const indices = (count: number) => Array.from({ length: count }, (_, k) => k);

describe('the knee of a frontier', () => {
  it('is where it bends', () => {
    // 10 of mean for 100 of the worst cases up to the third plan, then 30 for 30.
    const bent = certainly([
      [0, 100, 0],
      [0, 95, 50],
      [0, 90, 100],
      [0, 75, 115],
      [0, 60, 130],
    ]);
    const knee = kneeOf('risk', bent, indices(5));
    expect(knee).toMatchObject({
      at: 2,
      before: { from: 0, to: 2, mean: { value: -10 }, worstMean: { value: 100 } },
      after: { from: 2, to: 4, mean: { value: -30 }, worstMean: { value: 30 } },
    });
  });

  it('is nowhere on a straight line, nor on a parabola, which bends everywhere alike', () => {
    const line = certainly(indices(5).map((k) => [10 * k, 7 * k, 0]));
    const parabola = certainly(indices(9).map((k) => [k, 16 * k - k * k, 0]));
    expect(kneeOf('budget', line, indices(5))).toBeUndefined();
    expect(kneeOf('budget', parabola, indices(9))).toBeUndefined();
  });

  it('is not where all is noise', () => {
    const noisy = new Map(
      indices(3).map((k) => [
        k,
        {
          spend: 0,
          mean: [100 - k, ...Array.from({ length: 16 }, (_, r) => 100 - k + 50 * Math.cos(r * (k + 1)))],
          worstMean: [[0, 3, 3.1][k]!, ...Array.from({ length: 16 }, (_, r) => 50 * Math.sin(r * (k + 1)))],
        },
      ]),
    );
    expect(kneeOf('risk', noisy, indices(3))).toBeUndefined();
  });
});

describe('a step between plans', () => {
  it('has no noise where two plans differ by the same in every draw', () => {
    const row = Float64Array.from({ length: 160 }, (_, i) => Math.sin(i));
    const standings = new Map([
      [0, standingOf(1, row, 0.1)],
      [
        1,
        standingOf(
          2,
          row.map((value) => value + 3),
          0.1,
        ),
      ],
    ]);
    const { spend, mean, worstMean } = stepBetween(standings, 0, 1);
    expect(spend).toBe(1);
    for (const { value, standardError } of [mean, worstMean]) {
      expect(value).toBeCloseTo(3, 12);
      expect(standardError).toBeLessThan(1e-12);
    }
  });

  it('takes the worst share of all draws and of each sixteenth of them', () => {
    // 0 to 319 in turns: the worst tenth of all is 0 to 31; of replicate r, r and r + 16.
    const row = Float64Array.from({ length: 320 }, (_, i) => i);
    const { mean, worstMean } = standingOf(0, row, 0.1);
    expect(mean[0]).toBeCloseTo(159.5, 12);
    expect(worstMean[0]).toBeCloseTo(15.5, 12);
    expect(worstMean.slice(1)).toEqual(Array.from({ length: 16 }, (_, r) => r + 8));
  });
});

describe('a plan is beaten', () => {
  const [low, high, dear] = [
    ...certainly([
      [10, 5, 5],
      [10, 6, 6],
      [11, 7, 4],
    ]).values(),
  ];
  it('by one that is better in both', () => {
    expect(beats('risk', high!, low!)).toBe(true);
    expect(beats('risk', low!, high!)).toBe(false);
    expect(beats('risk', dear!, low!)).toBe(false);
    expect(beats('risk', low!, low!)).toBe(false);
  });
  it('by one that earns more with less', () => {
    expect(beats('budget', high!, low!)).toBe(false);
    expect(beats('budget', dear!, low!)).toBe(false);
    expect(beats('budget', { ...dear!, spend: 9 }, low!)).toBe(true);
  });
});
