import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { DrawMethod } from '../../src/domain.ts';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream, REPLICATES, uniforms } from '../../src/random/points.ts';
import answers from '../fixtures/known-answers/rng.json' with { type: 'json' };

const METHODS: readonly DrawMethod[] = ['sobol', 'latin', 'plain'];
const PRICE = 'channels.search.price.cpc';
const RATE = 'channels.search.funnel.leadToCustomer';

function draws(seed: string, method: DrawMethod, id: string, first: number, count: number): Float64Array {
  const out = new Float64Array(count);
  uniforms(pointStream(keyOf(seed), method, id), first, count, out);
  return out;
}

/** Points `first` to `first + count - 1` of one replicate. */
function ofReplicate(values: Float64Array, replicate: number, first: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, point) => values[(first + point) * REPLICATES + replicate]!);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = (x: Float64Array, mx: number, y: Float64Array, my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return covariance(a, meanA, b, meanB) / Math.sqrt(covariance(a, meanA, a, meanA) * covariance(b, meanB, b, meanB));
}

describe.each(METHODS)('draws (%s)', (method) => {
  it('are the same however the run is cut into blocks, in any order, and however long it is', () => {
    const whole = draws('seed', method, PRICE, 0, 3000);
    const blocks = fc.array(fc.tuple(fc.nat(2900), fc.nat(100)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(blocks, (cuts) => {
        const stream = pointStream(keyOf('seed'), method, PRICE);
        for (const [first, count] of cuts) {
          const out = new Float64Array(count + 1).fill(7);
          uniforms(stream, first, count, out);
          expect(out.slice(0, count)).toEqual(whole.slice(first, first + count));
          expect(out[count]).toBe(7);
        }
      }),
      { seed: 2 },
    );
  });

  it('are the same for whoever reads only the first of them', () => {
    for (const count of [1, 15, 16, 17, 255, 256, 257, 1000, 4096]) {
      const few = new Float64Array(count);
      uniforms(pointStream(keyOf('seed'), method, PRICE, count), 0, count, few);
      expect(few).toEqual(draws('seed', method, PRICE, 0, count));
    }
  });

  it('far out are the same as when reached one by one', () => {
    const far = 2 ** 32 - 40;
    const whole = draws('seed', method, PRICE, far, 40);
    for (let i = 0; i < 40; i++) expect(draws('seed', method, PRICE, far + i, 1)[0]).toBe(whole[i]);
  });

  it('are uniform on (0, 1)', () => {
    // Chi-squared with 255 degrees of freedom exceeds 350 with probability 7e-5 (SciPy); points are more even than that.
    const counts = new Float64Array(256);
    for (const u of draws('uniform', method, PRICE, 0, 2 ** 18)) {
      counts[Math.floor(u * 256)]!++;
    }
    expect(counts.reduce((sum, count) => sum + (count - 1024) ** 2 / 1024, 0)).toBeLessThan(350);
  });

  it('differ by seed and by assumption', () => {
    const one = draws('1', method, PRICE, 0, 64);
    expect(draws('2', method, PRICE, 0, 64)).not.toEqual(one);
    expect(draws('1', method, RATE, 0, 64)).not.toEqual(one);
    expect(draws('1', method, 'channels.social.price.cpc', 0, 64)).not.toEqual(one);
  });

  it('of different channels, replicates and seeds are independent', () => {
    // A correlation of n independent pairs has standard error 1 / sqrt(n). Points are allowed to be more even than that.
    const n = 256;
    const squares = { channels: 0, replicates: 0, seeds: 0 };
    for (let k = 0; k < 100; k++) {
      const search = draws(`${k}`, method, PRICE, 0, n);
      squares.channels += correlation(search, draws(`${k}`, method, 'channels.social.price.cpc', 0, n)) ** 2;
      squares.seeds += correlation(search, draws(`${k}+`, method, PRICE, 0, n)) ** 2;
      const all = draws(`${k}`, method, PRICE, 0, n * REPLICATES);
      squares.replicates += correlation(ofReplicate(all, 0, 0, n), ofReplicate(all, 1, 0, n)) ** 2;
    }
    for (const [what, sum] of Object.entries(squares)) {
      expect((sum / 100) * n, what).toBeLessThan(2);
    }
  });

  it('have the normal scores of the same uniform numbers', () => {
    const scores = new Float64Array(1000);
    normalScores(pointStream(keyOf('seed'), method, PRICE), 5, 1000, scores);
    const order = (values: Float64Array) => [...values.keys()].sort((a, b) => values[a]! - values[b]!);
    expect(order(scores)).toEqual(order(draws('seed', method, PRICE, 5, 1000)));
    expect(Math.abs(mean(scores))).toBeLessThan(4 / Math.sqrt(1000));
  });
});

describe.each(['sobol', 'latin'] as const)('each replicate (%s)', (method) => {
  it('hits each of 2^m equal ranges once with the first and the last 2^m points, from 16 on', () => {
    const values = draws('net', method, 'channels.search.value.orderValue', 0, 1024 * REPLICATES);
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      for (let m = 4; m <= 10; m++) {
        const size = 2 ** m;
        for (const first of [0, 1024 - size]) {
          const points = ofReplicate(values, replicate, first, size);
          expect(new Set(points.map((u) => Math.floor(u * size))).size).toBe(size);
        }
      }
    }
  });

  it('starts at a random point', () => {
    const starts = draws('starts', method, PRICE, 0, REPLICATES);
    expect(new Set(starts).size).toBe(REPLICATES);
  });
});

describe("scrambled Sobol' points", () => {
  it('of price and conversion hit each box of area 2^-m once with 2^m points', () => {
    const m = 8;
    const count = 2 ** m;
    const [prices, rates] = [PRICE, RATE].map((id) => draws('boxes', 'sobol', id, 0, count * REPLICATES));
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const price = ofReplicate(prices!, replicate, 0, count);
      const rate = ofReplicate(rates!, replicate, 0, count);
      for (let split = 0; split <= m; split++) {
        const [wide, high] = [2 ** split, 2 ** (m - split)];
        const boxes = new Set(price.map((u, i) => Math.floor(u * wide) * high + Math.floor(rate[i]! * high)));
        expect(boxes.size).toBe(count);
      }
    }
  });

  it('integrate a product of rates far better than plain draws', () => {
    // E[(1 + u₁)(1 + u₂)(1 + u₃)(1 + u₄)] = 1.5⁴; each of 20 runs has 16 × 64 draws.
    const roles = ['price.cpc', 'funnel.leadToCustomer', 'response.scale', 'value.orderValue'];
    const squaredError = (method: DrawMethod): number => {
      let sum = 0;
      for (let run = 0; run < 20; run++) {
        const rows = roles.map((role) => draws(`run ${run}`, method, `channels.search.${role}`, 0, 1024));
        sum +=
          (mean(rows[0]!.map((_, i) => rows.reduce((product, row) => product * (1 + row[i]!), 1))) - 1.5 ** 4) ** 2;
      }
      return sum;
    };
    const [sobol, latin, plain] = [squaredError('sobol'), squaredError('latin'), squaredError('plain')];
    expect(latin).toBeLessThan(plain / 5);
    expect(sobol).toBeLessThan(latin / 5);
  });
});

describe('Latin hypercube draws', () => {
  it('have the variance of a sum that theory gives', () => {
    const known = answers.cases.find(({ id }) => id === 'lhs_properties')!;
    const { var_mean_lhs: expected } = known.expected as { var_mean_lhs: number };
    const runs = 250;
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      const rows = [1, 2, 3, 4, 5].map((j) => draws(`${run}`, 'latin', `assumptions.${j}`, 0, 64 * REPLICATES));
      for (let replicate = 0; replicate < REPLICATES; replicate++) {
        sum += rows.reduce((total, row) => total + mean(ofReplicate(row, replicate, 0, 64)) - 0.5, 0) ** 2;
      }
    }
    expect(Math.abs(sum / (runs * REPLICATES) / expected - 1)).toBeLessThan(0.15);
  });
});
