import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawMethod, DrawRequest, Model } from '../../src/domain.ts';
import { transform } from '../../src/distributions/marginal.ts';
import { judgingDraws, withDrawsOf } from '../../src/runs/draws.ts';
import { alignedStream, shiftOf } from '../../src/random/alignment.ts';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, REPLICATES } from '../../src/random/points.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { alignmentOf, openSampler } from '../../src/simulate/sample.ts';
import { inlineEngine } from '../support/engine.ts';
import { channel, scenario, uncertain } from '../support/scenario.ts';

const FIVE = textOf('five-channels');

function textOf(name: string): string {
  return readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
}

function modelOf(text: string, stresses: readonly string[] = []): Model {
  return compile(readScenario(text).scenario, stresses);
}

/** The text with one part exchanged, which must be there. */
function edited(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

const COUNT = 512;

/** Draws by assumption. */
function drawsOf(model: Model, request: Partial<DrawRequest>): ReadonlyMap<string, Float64Array> {
  const { rows } = openSampler(model, { seed: 'common', method: 'sobol', draws: COUNT, ...request }).block(0, COUNT);
  return new Map(model.assumptions.map(({ id }, k) => [id, rows[k]!]));
}

/** The order of the draws: it is that of their scores, whatever the distribution. */
function ranks(row: Float64Array): number[] {
  const order = [...row.keys()].sort((a, b) => row[a]! - row[b]!);
  const places = Array.from(row, () => 0);
  order.forEach((draw, place) => (places[draw] = place));
  return places;
}

function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const [one, other] = [ranks(a), ranks(b)];
  const squares = one.reduce((sum, place, i) => sum + (place - other[i]!) ** 2, 0);
  return 1 - (6 * squares) / (COUNT * (COUNT * COUNT - 1));
}

/** Ids whose draws are not the same, among those that both have. */
function otherDraws(a: ReadonlyMap<string, Float64Array>, b: ReadonlyMap<string, Float64Array>): string[] {
  const shared = [...a.keys()].filter((id) => b.has(id));
  expect(shared.length).toBeGreaterThan(50);
  return shared.filter((id) => a.get(id)!.some((value, i) => value !== b.get(id)![i]));
}

const NEW_CHANNEL = `channels:
  radio:
    price: { cpm: 5 to 8 }
    funnel: { impressionToVisit: 0.1% to 0.2%, visitToCustomer: 18% to 30% }
    response: { curve: michaelis-menten, halfSaturation: 100k to 300k }
    plan: 10k
`;

const base = modelOf(FIVE);
const changed = modelOf(edited(FIVE, 'orderValue: 240 to 310', 'orderValue: 250 to 350'));
const more = modelOf(edited(FIVE, 'channels:\n', NEW_CHANNEL));
const stressed = ['price-war', 'partner-leaves'].map((stress) => modelOf(FIVE, [stress]));
const alignment = alignmentOf(base);

describe.each<[string, Partial<DrawRequest>]>([
  ['by path', { method: 'sobol' }],
  ['aligned with one direction', { method: 'aligned', alignment }],
])('the same random numbers are drawn, %s,', (_, request) => {
  const before = drawsOf(base, request);

  it('when a number of the scenario changes', () => {
    const after = drawsOf(changed, request);
    const id = 'channels.marketplace.value.orderValue';
    expect(otherDraws(before, after)).toEqual([id]);
    expect(ranks(after.get(id)!)).toEqual(ranks(before.get(id)!));
  });

  it('when a channel is added before the others', () => {
    const after = drawsOf(more, request);
    expect(after.has('channels.radio.price.cpm')).toBe(true);
    expect(otherDraws(before, after)).toEqual([]);
  });

  it('under a stress', () => {
    for (const model of stressed) expect(otherDraws(before, drawsOf(model, request))).toEqual([]);
  });
});

describe('scenarios that are each aligned with themselves', () => {
  const before = drawsOf(base, { method: 'aligned' });

  it('have the draws of the direction that each worker finds by itself', () => {
    expect(otherDraws(before, drawsOf(base, { method: 'aligned', alignment }))).toEqual([]);
  });

  it('share one direction where a run compares them', () => {
    expect(judgingDraws(withDrawsOf(() => base, { method: 'aligned' })).alignment).toEqual(alignment);
    const other = { sources: [], direction: [] };
    for (const options of [{}, { method: 'sobol' }, { method: 'aligned', alignment: other }] as const) {
      expect(withDrawsOf(() => base, options)).toBe(options);
    }
  });

  it('have nearly the same draws where they differ in numbers only', () => {
    for (const model of [changed, stressed[0]!]) {
      const after = drawsOf(model, { method: 'aligned' });
      const same = [...before].map(([id, row]) => rankCorrelation(row, after.get(id)!));
      // Of the variance of a difference between unrelated draws, a fiftieth is left.
      expect(Math.min(...same)).toBeGreaterThan(0.98);
    }
  });
});

describe('aligned draws', () => {
  it('have what happens or not as often in every replicate as its chance says', () => {
    const id = 'channels.distribution.delivery.probability';
    const row = drawsOf(base, { method: 'aligned' }).get(id)!;
    expect(new Set(row)).toEqual(new Set([0, 1]));
    const expected = (COUNT / REPLICATES) * 0.85;
    for (let r = 0; r < REPLICATES; r++) {
      const happens = row.filter((value, i) => i % REPLICATES === r && value === 1).length;
      expect(Math.abs(happens - expected)).toBeLessThanOrEqual(1); // one draw in each of 32 strata
    }
  });

  it('have the best coordinates for what has few outcomes, then for what concerns all channels', () => {
    const { sources, direction } = alignmentOf(modelOf(textOf('reseller-network')));
    expect(sources.slice(0, 7)).toEqual([
      'channels.fitters.delivery.probability',
      'channels.franchise.delivery.probability',
      'factors.appeal of the offer',
      'value.orderValue',
      'value.grossMargin',
      'value.serviceCost',
      'value.repeat.rate',
    ]);
    expect(direction.map((component) => component === 0).slice(0, 4)).toEqual([true, true, false, false]);
    expect(sources.slice(-2)).toEqual(['channels.north.carryover.retention', 'channels.south.carryover.retention']);
  });

  it('are moved along the direction for what has many outcomes', () => {
    const model = compile(
      scenario(
        Object.fromEntries(
          [8, 9].map((outcomes) => {
            const values = Array.from({ length: outcomes }, (_, k) => 1 + k / outcomes);
            return [
              `of${outcomes}`,
              channel({ efficiency: uncertain({ family: 'empirical', parameters: { values } }), plan: [1] }),
            ];
          }),
        ),
      ),
    );
    const { sources, direction } = alignmentOf(model);
    expect(sources).toEqual(['channels.of8.efficiency', 'channels.of9.efficiency']);
    expect(direction).toEqual([0, 1]);
  });

  it('are scores moved along the direction, then mapped by each distribution', () => {
    const key = keyOf('common');
    const scoresOf = (id: string) => {
      const row = new Float64Array(COUNT);
      normalScores(alignedStream(key, alignment, id), 0, COUNT, row);
      return row;
    };
    const { sources, factor } = shiftOf(alignment);
    const rows = sources.map(scoresOf);
    const shift = Float64Array.from({ length: COUNT }, (_, i) =>
      rows.reduce((sum, row, k) => sum + factor[k]! * row[i]!, 0),
    );
    const drawn = drawsOf(base, { method: 'aligned', alignment });
    const clustered = new Set(base.clusters.flatMap(({ ids }) => ids));
    const alone = base.assumptions.filter(({ id }) => !clustered.has(id));
    expect(alone.length).toBeGreaterThan(50);
    for (const { id, marginal } of alone) {
      const along = alignment.direction[alignment.sources.indexOf(id)]!;
      const moved = scoresOf(id).map((score, i) => score + along * shift[i]!);
      transform(marginal, moved, moved, COUNT);
      expect(drawn.get(id), id).toEqual(moved);
    }
  });

  it('are the same however the run is cut into blocks', () => {
    const sampler = openSampler(base, { seed: 'cut', method: 'aligned', draws: 1024, alignment });
    const whole = sampler.block(0, 1024).rows;
    fc.assert(
      fc.property(fc.nat(900), fc.integer({ min: 1, max: 124 }), (first, count) => {
        sampler.block(first, count).rows.forEach((row, k) => {
          expect(row).toEqual(whole[k]!.slice(first, first + count));
        });
      }),
      { seed: 4, numRuns: 10 },
    );
  });

  it('have the distribution that each assumption is given, and the correlation that is asked for', () => {
    const [aligned, plain] = (['aligned', 'plain'] as const).map((method) => drawsOf(base, { method, alignment }));
    for (const [id, row] of aligned!) {
      const other = plain!.get(id)!;
      const [mean, truth] = [row, other].map((values) => values.reduce((sum, value) => sum + value, 0) / COUNT);
      const sd = Math.sqrt(other.reduce((sum, value) => sum + (value - truth!) ** 2, 0) / COUNT);
      // The mean of 512 plain draws has this standard error; that of aligned ones less.
      expect(Math.abs(mean! - truth!), id).toBeLessThan((5 * sd) / Math.sqrt(COUNT));
    }
    const [cpc, cpm] = ['channels.marketplace.price.cpc', 'channels.social.price.cpm'].map((id) => aligned!.get(id)!);
    // A rank correlation of n draws has standard error below 1 / √n.
    expect(Math.abs(rankCorrelation(cpc!, cpm!) - 0.5)).toBeLessThan(4 / Math.sqrt(COUNT));
  });

  it('tell tails from far fewer draws than plain ones', async () => {
    const read = readScenario(textOf('meridian'));
    const engine = inlineEngine();
    const errors = async (method: DrawMethod) => {
      const { profit } = (await simulate(engine, read, { method, draws: 4096, seed: 'tails' })).plans[0]!.metrics;
      const { mean, worstMean, quantiles } = profit!;
      const [low] = quantiles;
      expect(low!.probability).toBe(0.05);
      return [mean, low!.estimate, worstMean].map(({ standardError }) => standardError);
    };
    const [plain, aligned] = [await errors('plain'), await errors('aligned')];
    await engine.close();
    const [mean, low, worst] = plain.map((error, k) => (error / aligned[k]!) ** 2);
    // Measured over many seeds: 50, 9 and 80 times; a ratio of two variances from 16 replicates is out by up to 3 times.
    expect(mean).toBeGreaterThan(10);
    expect(low).toBeGreaterThan(2.5);
    expect(worst).toBeGreaterThan(15);
  });
});

/** One channel where profit is spend × order value / price, both lognormal, and costs. */
function product(price: string, orderValue: string, plan: number): Model {
  return modelOf(`
apportion: 1
name: A product
currency: EUR
horizon: { periods: 1, unit: month }
budget: { total: 1000 }
value: { orderValue: ${orderValue} }
channels:
  search:
    price: { cpc: ${price} }
    funnel: { clickToCustomer: 3% }
    response: { curve: linear }
    plan: ${plan}
`);
}

describe('the direction in which profit changes most', () => {
  it('is that of the logarithms of a product', () => {
    // The best linear fit of exp(a·z) to normal scores z is along a; the log sd of `low to high` goes with ln(high / low).
    const { sources, direction } = alignmentOf(product('1 to 2', '100 to 125', 500));
    const along = new Map(sources.map((id, k) => [id, direction[k]!]));
    const [price, value] = [Math.log(2), Math.log(1.25)];
    const length = Math.hypot(price, value);
    expect(along.size).toBe(2);
    expect(along.get('channels.search.price.cpc')).toBeCloseTo(-price / length, 2);
    expect(along.get('value.orderValue') ?? along.get('channels.search.value.orderValue')).toBeCloseTo(
      value / length,
      2,
    );
  });

  it('is that of the first money where today nothing is spent', () => {
    const spent = alignmentOf(product('1 to 2', '100 to 125', 500));
    const { direction } = alignmentOf(product('1 to 2', '100 to 125', 0));
    direction.forEach((component, k) => expect(component).toBeCloseTo(spent.direction[k]!, 10));
  });

  it('is none where nothing is uncertain', () => {
    expect(alignmentOf(product('1', '100', 500))).toEqual({ sources: [], direction: [] });
  });
});
