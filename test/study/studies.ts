/** Intervals whose truth is known, made again and again: do they hold it as often as they promise? */
import type { Scenario } from '../../src/domain.ts';
import { openRules } from '../../src/information/rule-value.ts';
import { scoresOf } from '../../src/information/basis.ts';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream, REPLICATES, uniforms } from '../../src/random/points.ts';
import { compare } from '../../src/runs/compare.ts';
import { recommendation } from '../../src/runs/recommendation.ts';
import type { Engine } from '../../src/runs/engine.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { stability } from '../../src/runs/stability.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { byReplicates } from '../../src/sensitivity/by-replicates.ts';
import { firstOrder } from '../../src/sensitivity/first-order.ts';
import { shapleyEffects } from '../../src/sensitivity/shapley-effects.ts';
import { totalIndex } from '../../src/sensitivity/total.ts';
import { momentsOf } from '../../src/statistics/moments.ts';
import { clopperPearson } from '../../src/statistics/probability.ts';
import { replicateInterval } from '../../src/statistics/replicates.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';
import { figureStudies } from './figure-studies.ts';
import { holds, LEVEL } from './holds.ts';

export interface Study {
  readonly about: string;
  /** What is looked at in every run, and how often it should hold the truth, at least. */
  readonly intervals: Readonly<Record<string, number>>;
  /** Runs in `npm test`, and in `npm run study`. */
  readonly runs: { readonly small: number; readonly large: number };
  /** Which of the intervals hold, in their order. */
  readonly run: (engine: Engine, seed: string) => Promise<readonly boolean[]>;
}

/** Intervals that all promise the same. */
const promised = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, LEVEL]));

const read = (own: Scenario) => ({ scenario: own, echo: [] });
const normals = (seed: string, id: string, count: number) => {
  const row = new Float64Array(count);
  normalScores(pointStream(keyOf(seed), 'sobol', id), 0, count, row);
  return row;
};

const uniformsOf = (seed: string, id: string, method: 'sobol' | 'plain') => {
  const row = new Float64Array(1024);
  uniforms(pointStream(keyOf(seed), method, id), 0, row.length, row);
  return row;
};

const SD = Math.sqrt(0.3 ** 2 + 0.4 ** 2);
/** Revenue is a lognormal number with median 100 and this standard deviation of its logarithm. */
const lognormalRevenue = scenario(
  { only: channel({ efficiency: lognormal(1, 0.3), value: { orderValue: lognormal(1, 0.4) }, plan: [100] }) },
  {},
);

/** What spending in channels with lognormal returns of these means brings on average. */
const MEANS = [2 * Math.exp(0.3 ** 2 / 2), 1.8 * Math.exp(0.4 ** 2 / 2)] as const;
const SCALES = [40, 60] as const;
const twoChannels = (curve: 'linear' | 'exponential') =>
  scenario(
    Object.fromEntries(
      ([0, 1] as const).map((c) => [
        `c${c}`,
        channel({
          efficiency: lognormal([2, 1.8][c]!, [0.3, 0.4][c]!),
          response: {
            curve,
            parameters: curve === 'linear' ? {} : { scale: certain(SCALES[c]) },
            points: [],
            of: 'customers',
          },
          plan: [50],
        }),
      ]),
    ),
    { budget: { total: 100 } },
  );
const concave = twoChannels('exponential');
const concaveProfit = ([a, b]: readonly [number, number]) =>
  [a, b].reduce((sum, spend, c) => sum + MEANS[c]! * SCALES[c]! * (1 - Math.exp(-spend / SCALES[c]!)) - spend, 0);
/** Where both channels bring the same for the next unit: a1 exp(-x / k1) = a2 exp(-(100 - x) / k2). */
const BEST_FIRST = (100 / SCALES[1] + Math.log(MEANS[0] / MEANS[1])) / (1 / SCALES[0] + 1 / SCALES[1]);

export const studies: readonly Study[] = [
  {
    about: 'A plan on 1,024 draws, lognormal revenue',
    intervals: promised('mean', '5 % quantile', 'median', 'mean of the worst tenth'),
    runs: { small: 8, large: 400 },
    async run(engine, seed) {
      const { plans } = await simulate(engine, read(lognormalRevenue), { seed, draws: 1024 });
      const { mean, quantiles, worstMean } = plans[0]!.metrics['revenue']!;
      const at = (wanted: number) => quantiles.find(({ probability }) => probability === wanted)!.estimate;
      const average = 100 * Math.exp(SD ** 2 / 2);
      return [
        holds(mean, average),
        // Quantiles of the normal distribution: Φ(-1.6448536269514722) = 0.05.
        holds(at(0.05), 100 * Math.exp(-1.6448536269514722 * SD)),
        holds(at(0.5), 100),
        // E[X; X below its 10 % point] / 0.1, with Φ(-1.2815515655446004 - 0.5) = 0.03741119.
        holds(worstMean, (average * 0.037411194400060126) / 0.1),
      ];
    },
  },
  ...figureStudies,
  {
    about: 'Four plans compared on 256 draws',
    intervals: promised('all six differences together'),
    runs: { small: 1, large: 100 },
    async run(engine, seed) {
      const spends = [50, 60, 70, 40];
      const plans = spends.map((spend, k) => ({ name: `p${k}`, spend: { c0: [spend], c1: [100 - spend] } }));
      const { differences } = await compare(engine, [{ read: read(twoChannels('linear')), plans }], {
        seed,
        draws: 256,
      });
      const mean = (k: number) => spends[k]! * MEANS[0] + (100 - spends[k]!) * MEANS[1];
      return [
        differences.every(
          ({ a, b, simultaneous: [low, high] }) => low <= mean(b) - mean(a) && mean(b) - mean(a) <= high,
        ),
      ];
    },
  },
  {
    about: 'Shares of the variance of a sum, 1,024 draws',
    intervals: promised(
      'alone, the larger',
      'alone, the smaller',
      'with others, the larger',
      'with others, the smaller',
    ),
    runs: { small: 60, large: 2000 },
    async run(_, seed) {
      const drawn = ['a', 'b'].map((id) => uniformsOf(seed, id, 'sobol'));
      const anew = ['a', 'b'].map((id) => uniformsOf(seed, `${id} again`, 'plain'));
      const sum = ([a, b]: readonly Float64Array[]) => a!.map((value, i) => 3 * value + b![i]!);
      const y = sum(drawn);
      const alone = drawn.map((row) => byReplicates([row, y], ([own, all]) => firstOrder(own!, all!)));
      const total = drawn.map((_row, k) => {
        const again = sum(drawn.map((row, j) => (j === k ? anew[k]! : row)));
        return byReplicates([y, again], ([before, after]) => totalIndex(before!, after!, momentsOf(before!).sd ** 2));
      });
      return [...alone, ...total].map((found, k) => holds(found, k % 2 === 0 ? 0.9 : 0.1));
    },
  },
  {
    about: 'Fair shares of a Gaussian sum with a correlated pair, 1,024 draws',
    intervals: promised('alone', 'first of the pair', 'second of the pair'),
    runs: { small: 20, large: 1000 },
    async run(_, seed) {
      const at = (rows: readonly Float64Array[]) => ({
        total: rows[0]!.map((value, i) => value + rows[1]![i]! + 2 * rows[2]![i]!),
        parts: [],
      });
      const found = await shapleyEffects({
        ids: ['x0', 'x1', 'x2'],
        clusters: [{ members: [1, 2], correlation: Float64Array.of(1, 0.7, 0.7, 1) }],
        valuesOf: (__, scores) => scores,
        figure: {
          at,
          moved: (__, rows) => at(rows),
          along: (states) => states.map((rows) => at(rows).total),
        },
        seed,
        draws: 1024,
      });
      // Iooss and Prieur (2019), section 4.1.
      return [1 / 8.8, 3.135 / 8.8, 4.665 / 8.8].map((truth, k) => holds(found[k]!, truth));
    },
  },
  {
    about: 'The worth of knowing a part of a Gaussian gain, 1,024 draws',
    intervals: promised('no more than its interval'),
    runs: { small: 40, large: 2000 },
    async run(_, seed) {
      const [x, z] = [normals(seed, 'x', 1024), normals(seed, 'z', 1024)];
      const rows = [x.map((value, i) => 1 + 2 * value + z[i]!), new Float64Array(1024)];
      const found = openRules(rows)([scoresOf(x)]);
      // s L(1 / s) with s = 2, Raiffa and Schlaifer (1961). What is found is what a rule learned from half of the draws earns, so it
      // may be less than the truth, and must not be more.
      return [replicateInterval(found.value, found.standardError, REPLICATES, LEVEL).low <= 0.39559311480261217];
    },
  },
  {
    about: 'How far a plan is from the best, 4 batches of 64 draws',
    intervals: promised('at most so far'),
    runs: { small: 1, large: 100 },
    async run(engine, seed) {
      const model = compile(concave, []);
      const options = { seed, searchDraws: 64, draws: 64 };
      const found = await recommendation(engine, concave, model, options);
      if (!('plan' in found)) return [false];
      const { gap } = await stability(engine, model, [], found, 4, options);
      const value = concaveProfit([found.plan.spend[0]![0]!, found.plan.spend[1]![0]!]);
      return [(concaveProfit([BEST_FIRST, 100 - BEST_FIRST]) - value) / value <= gap.atMost];
    },
  },
  {
    about: 'How many of 12 ranges of 90 % held',
    intervals: promised('the true share'),
    runs: { small: 500, large: 10_000 },
    async run(_, seed) {
      const luck = new Float64Array(12);
      uniforms(pointStream(keyOf(seed), 'plain', 'luck'), 0, 12, luck);
      const { low, high } = clopperPearson(luck.filter((u) => u < 0.9).length, 12, LEVEL);
      return [low <= 0.9 && 0.9 <= high];
    },
  },
];
