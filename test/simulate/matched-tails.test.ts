import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DrawMethod, Model } from '../../src/domain.ts';
import { REPLICATES } from '../../src/random/points.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { passingTallies, prepareDraws } from '../../src/simulate/chunk.ts';
import { openTailMatching } from '../../src/simulate/draws/matched-tails.ts';
import { alignmentOf, openSampler } from '../../src/simulate/sample.ts';
import { scaled } from '../../src/stress/marginals.ts';
import { quantileOfSorted, tailMean } from '../../src/statistics/quantile.ts';
import { replicateInterval, replicateError } from '../../src/statistics/replicates.ts';
import { twoPlans } from '../support/repeated.ts';
import { channel, lognormal } from '../support/scenario.ts';

/** Five multipliers with a mean of 1 and heavy tails. */
const { scenario: FILE } = readScenario(
  readFileSync(new URL('../../scenarios/meridian.yaml', import.meta.url), 'utf8'),
);
const MERIDIAN = compile(FILE);
const SPAN = 16_384;
const METHODS = ['sobol', 'latin', 'aligned'] as const;

/** The same numbers with nothing said of their tails. */
const UNMATCHED: Model = {
  ...MERIDIAN,
  assumptions: MERIDIAN.assumptions.map(({ marginal, ...rest }) => {
    if (marginal.kind === 'steps') throw new Error('a multiplier is a smooth number');
    const { tail, ...table } = marginal;
    expect(tail).toBeDefined();
    return { ...rest, marginal: table };
  }),
};

const alignment = alignmentOf(MERIDIAN);

function rowsOf(model: Model, method: DrawMethod, draws: number, first = 0, count = draws): readonly Float64Array[] {
  return openSampler(model, { seed: 'tails', method, draws, alignment }).block(first, count).rows;
}

/** The draws of one replicate from `first` on. */
function replicateOf(row: Float64Array, replicate: number, first = 0): Float64Array {
  return row.subarray(first).filter((_, i) => i % REPLICATES === replicate);
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('draws of heavy tails', () => {
  it('are summed bit by bit, however long a span is, and not beyond the last draw asked for', () => {
    const draws = 64 * SPAN;
    const chunk = 2048;
    const matching = openTailMatching(new Map([[0, { above: 1, mean: 1 }]]), draws);
    const summed: number[] = [];
    for (let first = 0; first < draws; first += chunk) {
      let here = 0;
      const rowsOf = (_: number, count: number) => {
        here += count;
        return [new Float64Array(count).fill(2)];
      };
      matching.prepare(first, chunk, { most: chunk, rowsOf });
      summed.push(here);
    }
    expect(summed.reduce((total, count) => total + count)).toBe(draws);
    // The first span, and the beginning of the second one, which is as long; then spans that are twice as long as the one before.
    expect(summed[0]).toBe(SPAN + chunk);
    expect(Math.max(...summed.slice(1))).toBe(2 * chunk);
  });

  it.each(METHODS)('have the stated mean in each replicate of each span: %s', (method) => {
    const rows = rowsOf(MERIDIAN, method, 4 * SPAN);
    for (const row of rows) {
      for (const [from, to] of [
        [0, SPAN],
        [SPAN, 2 * SPAN],
        [2 * SPAN, 4 * SPAN],
      ] as const) {
        for (let r = 0; r < REPLICATES; r++) {
          const values = replicateOf(row.subarray(0, to), r, from);
          // 1,024 or 2,048 values near 1, summed one after the other: a few dozen roundings.
          expect(Math.abs(sum(values) / values.length - 1)).toBeLessThan(1e-13);
        }
      }
    }
  });

  it('have another mean without that: what is matched is some tenths of a percent', () => {
    const means = rowsOf(UNMATCHED, 'aligned', SPAN).flatMap((row) =>
      Array.from({ length: REPLICATES }, (_, r) => sum(replicateOf(row, r)) / (SPAN / REPLICATES)),
    );
    const off = Math.sqrt(means.reduce((total, mean) => total + (mean - 1) ** 2, 0) / means.length);
    // By the variance of the outermost thousandth: 0.0019 to 0.0048, and as much again where scores are moved along a direction.
    expect(off).toBeGreaterThan(0.001);
    expect(off).toBeLessThan(0.01);
  });

  it.each(METHODS)('stay what they are below the tail and in their order above it: %s', (method) => {
    const matched = rowsOf(MERIDIAN, method, SPAN);
    rowsOf(UNMATCHED, method, SPAN).forEach((before, k) => {
      const { marginal } = MERIDIAN.assumptions[k]!;
      const { above } = marginal.kind === 'steps' ? { above: NaN } : marginal.tail!;
      const after = matched[k]!;
      const below = [...before.keys()].filter((i) => before[i]! <= above);
      expect(below.length / SPAN).toBeCloseTo(0.8, 2);
      expect(below.every((i) => before[i] === after[i])).toBe(true);
      for (let r = 0; r < REPLICATES; r++) {
        const [was, is] = [replicateOf(before, r), replicateOf(after, r)];
        const order = [...was.keys()].sort((a, b) => was[a]! - was[b]!);
        expect(order.every((i, place) => place === 0 || is[order[place - 1]!]! < is[i]!)).toBe(true);
      }
    });
  });

  it('are left as they are by plain Monte Carlo', () => {
    expect(rowsOf(MERIDIAN, 'plain', 2048)).toEqual(rowsOf(UNMATCHED, 'plain', 2048));
  });

  it('stay what they are when a run gets longer, and however it is cut', () => {
    const whole = rowsOf(MERIDIAN, 'aligned', 3 * SPAN);
    for (const [first, count, draws] of [
      [0, 512, 512],
      [0, SPAN, SPAN],
      [5, 77, 2 * SPAN],
      [SPAN - 100, 300, 2 * SPAN],
      [2 * SPAN - 1, 2, 3 * SPAN],
    ] as const) {
      const part = rowsOf(MERIDIAN, 'aligned', draws, first, count);
      expect(part).toEqual(whole.map((row) => row.slice(first, first + count)));
    }
  });

  it('stay what they are when a channel is added', () => {
    const added = channel({ efficiency: lognormal(1, 1), plan: [1e6] });
    const more = compile({ ...FILE, channels: { added, ...FILE.channels } });
    const rows = rowsOf(more, 'sobol', SPAN);
    const before = rowsOf(MERIDIAN, 'sobol', SPAN);
    expect(MERIDIAN.assumptions.map(({ id }) => rows[more.assumptions.findIndex((one) => one.id === id)])).toEqual(
      before,
    );
  });

  it('grow with a number that is stressed by a factor', () => {
    const { id } = MERIDIAN.assumptions[2]!;
    const usual = rowsOf(MERIDIAN, 'aligned', SPAN)[2]!;
    const stressed = rowsOf(scaled(MERIDIAN, id, 0.7), 'aligned', SPAN)[2]!;
    // The factor is in the cubics or in their logarithm: a few roundings of values up to some dozens.
    expect(stressed.every((value, i) => Math.abs(value / (0.7 * usual[i]!) - 1) < 1e-12)).toBe(true);
  });

  it('have the same bits in plain code', () => {
    const request = { seed: 'tails', method: 'aligned', draws: 2 * SPAN } as const;
    const [first, count] = [SPAN - 1024, 2048];
    const plain = openSampler(MERIDIAN, request, 'plain').block(first, count).rows;
    expect(plain).toEqual(openSampler(MERIDIAN, request).block(first, count).rows);
  });

  it('are matched by work that is repeated from one span to the next', () => {
    const request = { seed: 'tails', method: 'sobol', draws: 4 * SPAN } as const;
    const plans = twoPlans(MERIDIAN);
    const ranges = [0, 1, 2].map((k) => ({ first: (k + 1) * SPAN - 2048, count: 2048 }));
    const talliesWith = (by: ReturnType<typeof prepareDraws>) =>
      [...ranges, { first: 3 * SPAN, count: 2048 }].map((range) => structuredClone(passingTallies(by, plans, range)));
    const repeated = prepareDraws(MERIDIAN, request, false);
    const found = talliesWith(repeated);
    expect(repeated.repeated.tallies?.tape).toBeDefined();
    expect(found).toEqual(talliesWith({ ...prepareDraws(MERIDIAN, request, false), room: undefined }));
  });
});

/**
 * Of today's profit of that example, which is the sum of what its curves give times their multipliers, less the spend: from the
 * convolution of the multipliers' densities by SciPy's and NumPy's functions on 262,144 points up to 6 billion, to 1e-6.
 */
const EXACT: readonly (readonly [string, number, (sorted: Float64Array) => number])[] = [
  ['5 % quantile', -65_613_867, (sorted) => quantileOfSorted(sorted, 0.05)],
  ['25 % quantile', -13_939_743, (sorted) => quantileOfSorted(sorted, 0.25)],
  ['median', 28_283_626, (sorted) => quantileOfSorted(sorted, 0.5)],
  ['75 % quantile', 78_071_618, (sorted) => quantileOfSorted(sorted, 0.75)],
  ['95 % quantile', 176_593_351, (sorted) => quantileOfSorted(sorted, 0.95)],
  ['99 % quantile', 292_015_979, (sorted) => quantileOfSorted(sorted, 0.99)],
  ['mean of the worst tenth', -70_070_509, (sorted) => tailMean(sorted, 0.1)],
];
/** What the curves give for today's spend, and that. */
const REVENUES = [78_640_484.44231398, 70_140_192, 65_327_903.43050151, 29_396_406, 14_988_116];
const SPEND = 219_500_000;
const RUNS = 60;

describe('standard errors of figures of matched draws', () => {
  const runs = Array.from({ length: RUNS }, (_, run) => {
    const request = { seed: `run ${run}`, method: 'aligned', draws: SPAN, alignment } as const;
    const { rows } = openSampler(MERIDIAN, request).block(0, SPAN);
    const profit = rows[0]!.map((_, i) => REVENUES.reduce((all, each, k) => all + each * rows[k]![i]!, -SPEND));
    const replicates = Array.from({ length: REPLICATES }, (_, r) => replicateOf(profit, r).toSorted());
    return { sorted: profit.toSorted(), replicates };
  });

  it.each(EXACT)('hold the truth as often as they say, without bias: %s', (_, exact, figureOf) => {
    const found = runs.map(({ sorted, replicates }) => ({
      value: figureOf(sorted),
      error: replicateError(replicates.map(figureOf)),
    }));
    const held = found.filter(({ value, error }) => {
      const { low, high } = replicateInterval(value, error, REPLICATES, 0.95);
      return low <= exact && exact <= high;
    });
    // Four standard errors of 95 % of 60: 2.8 % each.
    expect(held.length / RUNS).toBeGreaterThan(0.95 - 4 * 0.028);
    const bias = found.reduce((all, { value }) => all + value - exact, 0) / RUNS;
    const error = Math.sqrt(found.reduce((all, each) => all + each.error * each.error, 0) / RUNS);
    // Four standard errors of a mean of 60.
    expect(Math.abs(bias)).toBeLessThan((4 * error) / Math.sqrt(RUNS));
  });
});
