import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mean, quantile, sd } from '../../src/distributions/distribution.ts';
import { logLikelihood } from '../../src/distributions/observed.ts';
import type { Model } from '../../src/domain.ts';
import { correlationOf } from '../../src/random/dependence.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { chinese } from '../../src/scenario/quantity/vocabulary.ts';
import { inWords } from '../../src/scenario/quantity/words.ts';
import { lookInto, readScenario } from '../../src/scenario/read.ts';
import { openSampler } from '../../src/simulate/sample.ts';

const Z95 = 1.6448536269514722;

/** Two channels whose rates or prices move together. */
function file({ channels, together }: { readonly channels: string; readonly together: string }): string {
  return `apportion: 1
name: Together
currency: EUR
horizon: { periods: 4, unit: week }
budget: { total: 40k }
value: { orderValue: 80 }
channels:
${channels}
correlations: ${together}
`;
}

function beliefIn(model: Model, id: string) {
  return model.assumptions.find((assumption) => assumption.id.endsWith(id))!.distribution;
}

function correlationIn({ clusters: [cluster] }: Model): number {
  return correlationOf(cluster!)[1]!;
}

describe('prices that move together, one of them measured', () => {
  const { scenario, before, echo, believed } = readScenario(
    file({
      channels: `  video: { price: { cpc: 1 to 2 }, funnel: { clickToCustomer: 2% }, pilot: { spend: 4k, clicks: 2500 } }
  social: { price: { cpm: 6 to 10 }, funnel: { impressionToCustomer: 0.1% } }`,
      together: '[{ of: [video.price.cpc, social.price.cpm], rank: moderate }]',
    }),
  );
  const model = compile(scenario);
  // The bivariate normal distribution of the logarithms: of the second, given a measurement of the first.
  const rho = 2 * Math.sin((Math.PI * 0.5) / 6);
  const [one, other] = [Math.log(2 / 1), Math.log(10 / 6)].map((width) => width / (2 * Z95)) as [number, number];
  const noise = 0.1 ** 2 + 1 / 2500;
  const gain = (rho * one * other) / (one ** 2 + noise);
  const off = Math.log(4000 / 2500) - Math.log(2) / 2;

  it('move as the bivariate normal distribution of their logarithms says', () => {
    const { family, parameters } = beliefIn(model, 'cpm');
    expect(family).toBe('lognormal');
    expect(parameters['mu']).toBeCloseTo(Math.log(60) / 2 + gain * off, 12);
    expect(parameters['sigma']).toBeCloseTo(Math.sqrt(other ** 2 - gain * rho * one * other), 12);
    const left = (one ** 2 * noise) / (one ** 2 + noise);
    expect(beliefIn(model, 'cpc').parameters['sigma']).toBeCloseTo(Math.sqrt(left), 12);
    const covariance = rho * one * other * (1 - one ** 2 / (one ** 2 + noise));
    const spread = Math.sqrt(left * (other ** 2 - gain * rho * one * other));
    expect(correlationIn(model)).toBeCloseTo(covariance / spread, 12);
  });

  it('are drawn so', () => {
    const block = openSampler(model, { seed: 'together', method: 'sobol', draws: 16_384 }).block(0, 16_384);
    const logs = block.rows.slice(0, 2).map((row) => row.map(Math.log));
    const [a, b] = logs.map((row) => row.reduce((sum, x) => sum + x, 0) / row.length) as [number, number];
    const dot = (x: Float64Array, y: Float64Array, m: number, n: number) =>
      x.reduce((sum, value, i) => sum + (value - m) * (y[i]! - n), 0);
    const [x, y] = logs as [Float64Array, Float64Array];
    const found = dot(x, y, a, b) / Math.sqrt(dot(x, x, a, a) * dot(y, y, b, b));
    // Scrambled Sobol' points: far below the 0.008 of plain draws.
    expect(Math.abs(found - correlationIn(model))).toBeLessThan(1e-3);
  });

  it('leave curves quoted at the prices that were believed before', () => {
    expect(model.channels.map(({ price }) => price!.reference)).toEqual([
      expect.closeTo(Math.SQRT2, 12),
      expect.closeTo(Math.sqrt(60), 12),
    ]);
  });

  it('are told with what moved them, and the scenario before is kept', () => {
    const told = echo.find(({ path }) => path.endsWith('cpm'))!.words.replaceAll('\u00a0', ' ');
    expect(told).toMatch(
      /^90 % between 6\.\d+ and 10\.\d+ EUR, .*, moved along with what a pilot showed of video.price.cpc \(before it between 6\.0 and 10\.0 EUR\)$/,
    );
    const { quantity } = believed.find(({ path }) => path.endsWith('cpm'))!;
    expect(inWords(quantity, 'money', { words: chinese })).toContain('随试点所示的 video.price.cpc 一起变动');
    expect(beliefIn(compile(before), 'cpm').parameters['mu']).toBeCloseTo(Math.log(60) / 2, 12);
  });
});

/** Quantiles as SciPy has them, on a grid of both scores: density times likelihoods, added up and interpolated. */
describe('rates that move with others, counted', () => {
  const two = (rate: string, pilot: string, other: string, rank: number) =>
    compile(
      readScenario(
        file({
          channels: `  a: { price: { cpc: 1 }, funnel: { clickToCustomer: ${rate} }, pilot: { spend: 1k, ${pilot} } }
  b: { price: { cpc: 1 }, funnel: { clickToCustomer: ${other} } }`,
          together: `[{ of: [a.funnel.clickToCustomer, b.funnel.clickToCustomer], rank: ${rank} }]`,
        }),
      ).scenario,
    );
  const a = 'channels.a.funnel.clickToCustomer';
  const b = 'channels.b.funnel.clickToCustomer';

  it('tell the mean and the deviation of the score of the other exactly, and so its range', () => {
    const model = two('20% to 40%', 'clicks: 210, customers: 44', '0.5% to 5%', 0.5);
    // numpy, 4001 × 4001 points: score of b -0.578218046776773 ± 0.8916016959629344, correlation 0.281296301721436.
    const { mu, sigma } = logit(0.005, 0.05);
    const { parameters } = beliefIn(model, b);
    expect(parameters['mu']).toBeCloseTo(mu + sigma * -0.578218046776773, 9);
    expect(parameters['sigma']).toBeCloseTo(sigma * 0.8916016959629344, 9);
    expect(correlationIn(model)).toBeCloseTo(0.281296301721436, 9);
    expect(mean(beliefIn(model, a))).toBeCloseTo(0.2273644303756675, 12);
  });

  it('come within 2 % of the range of what is exact where nobody was counted, the most lopsided case', () => {
    const after = beliefIn(two('0.5% to 5%', 'clicks: 60, customers: 0', '0.5% to 5%', 0.8), b);
    // numpy, the same: quantiles of b.
    const exact = [0.004003422016809133, 0.011747400193357094, 0.032672221316410545];
    for (const [k, p] of [0.05, 0.5, 0.95].entries()) {
      expect(Math.abs(quantile(after, p) - exact[k]!)).toBeLessThan(0.02 * (exact[2]! - exact[0]!));
    }
    expect(mean(after)).toBeCloseTo(0.014198297717368184, 4);
  });

  it('that were both counted tell of each other', () => {
    const model = compile(
      readScenario(
        file({
          channels: `  a: { price: { cpc: 1 }, funnel: { clickToCustomer: 0.5% to 5% }, pilot: { spend: 1k, clicks: 60, customers: 0 } }
  b: { price: { cpc: 1 }, funnel: { clickToCustomer: 0.5% to 5% }, pilot: { spend: 1k, clicks: 200, customers: 9 } }`,
          together: '[{ of: [a.funnel.clickToCustomer, b.funnel.clickToCustomer], rank: strong }]',
        }),
      ).scenario,
    );
    // numpy, the same: means and deviations of both, and the correlation of their scores.
    for (const [id, m, s] of [
      [a, 0.023577289705553978, 0.010134071156991298],
      [b, 0.03260899250844683, 0.010510835466072226],
    ] as const) {
      expect(Math.abs(mean(beliefIn(model, id))! - m)).toBeLessThan(0.005 * s);
      expect(Math.abs(sd(beliefIn(model, id))! / s - 1)).toBeLessThan(0.005);
    }
    expect(Math.abs(correlationIn(model) - 0.5141047594405894)).toBeLessThan(0.005);
  });

  it('stay beta where they were counted before, and are weighed where they stand otherwise', () => {
    const counted = beliefIn(two('80 of 1000', 'clicks: 200, customers: 20', '0.5% to 5%', 0.5), a);
    expect(counted).toEqual({ family: 'beta', parameters: { alpha: 100.5, beta: 1100.5 } });
    const triangle = '{ distribution: triangular, low: 1%, likely: 2%, high: 5% }';
    const model = two(triangle, 'clicks: 100, customers: 3', '0.5% to 5%', -0.5);
    // numpy, the same, with scipy.stats.triang(.25, .01, .04).
    const { mu, sigma } = logit(0.005, 0.05);
    expect(beliefIn(model, b).parameters['mu']).toBeCloseTo(mu + sigma * -0.058046313845377395, 6);
    expect(correlationIn(model)).toBeCloseTo(-0.47714311168618395, 6);
  });
});

describe('the pilots of the example of partners', () => {
  it('move what five partners share as weights on draws do, to four of their standard errors', () => {
    const text = readFileSync(new URL('../../scenarios/reseller-network.yaml', import.meta.url), 'utf8');
    const { scenario, before, believed } = readScenario(text);
    const count = 65_536;
    const rowsOf = (model: Model) => {
      const { rows } = openSampler(model, { seed: 'weights', method: 'sobol', draws: count }).block(0, count);
      return new Map(model.assumptions.map(({ id }, k) => [id, rows[k]!]));
    };
    const drawn = rowsOf(compile(before));
    // Bayes' rule on draws of what was believed before: each counts by how likely it makes what the pilots showed.
    const logs = new Float64Array(count);
    const counted = believed.flatMap(({ path, quantity }) =>
      quantity.kind === 'uncertain' && quantity.learned !== undefined && 'seen' in quantity.learned
        ? [{ row: drawn.get(path)!, seen: quantity.learned.seen }]
        : [],
    );
    expect(counted).toHaveLength(6);
    for (const { row, seen } of counted) for (let i = 0; i < count; i++) logs[i]! += logLikelihood(seen, row[i]!);
    const most = logs.reduce((a, b) => Math.max(a, b));
    const weights = logs.map((log) => Math.exp(log - most));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const effective = all ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
    expect(effective).toBeGreaterThan(2000);
    const model = compile(scenario);
    for (const name of Object.keys(scenario.channels)) {
      const id = `channels.${name}.funnel.qualifiedToCustomer`;
      const row = drawn.get(id)!;
      const mean1 = row.reduce((sum, x, i) => sum + weights[i]! * x, 0) / all;
      const sd1 = Math.sqrt(row.reduce((sum, x, i) => sum + weights[i]! * (x - mean1) ** 2, 0) / all);
      const after = beliefIn(model, id);
      expect(Math.abs(mean(after)! - mean1)).toBeLessThan((4 * sd1) / Math.sqrt(effective));
      // The standard error of a standard deviation is that of the mean over √2.
      expect(Math.abs(sd(after)! - sd1)).toBeLessThan((4 * sd1) / Math.sqrt(2 * effective));
    }
  });
});

describe('a chance that moves with a price', () => {
  it('moves as the normal score behind it', () => {
    const { scenario, before } = readScenario(
      file({
        channels: `  video: { price: { cpc: 1 to 2 }, funnel: { clickToCustomer: 2% }, plan: 1k, pilot: { spend: 4k, clicks: 2500, priceDrift: 0 } }`,
        together: `[{ of: [video.price.cpc, events.rival.probability], rank: 0.6 }]
events: { rival: { probability: 25%, multiply: { '*.demand': 0.8 } } }`,
      }),
    );
    expect(before.events['rival']!.probability).toBe(0.25);
    // scipy: rho = 2 sin(.1 pi); s = log(2)/2/1.6448536; v = 1/(1 + s²·2500) of the score's variance is left, and its mean is
    // (1 - v) log(1.6/sqrt(2))/s; norm.cdf((rho mean + norm.ppf(.25)) / sqrt(1 - rho² (1 - v)))
    expect(scenario.events['rival']!.probability).toBeCloseTo(CHANCE, 9);
  });
});
const CHANCE = 0.3444154527972628;

it.each([
  ['there is no correlation', '[{ of: [video.price.cpc, social.price.cpm], rank: 0 }]'],
  ['correlations name what there is not', '[{ of: [video.price.cpc, social.price.cpm, social.price.x], rank: 0.5 }]'],
])('moves nothing where %s', (_, together) => {
  const channels = `  video: { price: { cpc: 1 to 2 }, funnel: { clickToCustomer: 2% }, pilot: { spend: 4k, clicks: 2500 } }
  social: { price: { cpm: 6 to 10 }, funnel: { impressionToCustomer: 0.1% } }`;
  const { parsed } = lookInto(file({ channels, together })).inside!;
  expect(parsed.file.channels['video']!.price!.cpc).toHaveProperty('learned');
  expect(parsed.file.channels['social']!.price!.cpm).not.toHaveProperty('learned');
});

/** The logit-normal law with 90 % between two rates. */
function logit(low: number, high: number): { mu: number; sigma: number } {
  const [from, to] = [low, high].map((rate) => Math.log(rate / (1 - rate))) as [number, number];
  return { mu: (from + to) / 2, sigma: (to - from) / (2 * Z95) };
}
