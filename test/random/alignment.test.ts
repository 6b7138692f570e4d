import type { Alignment } from '../../src/domain.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedStream, moved, shiftOf } from '../../src/random/alignment.ts';
import { dependence, type CorrelationCluster } from '../../src/random/dependence.ts';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream, REPLICATES, uniforms } from '../../src/random/points.ts';
import { DIMENSIONS } from '../../src/random/sobol.ts';
import { replicateError, replicateInterval } from '../../src/statistics/replicates.ts';
import { tailMean } from '../../src/statistics/quantile.ts';

const SOURCES = ['channels.a.price.cpc', 'channels.a.response.scale', 'channels.b.price.cpc', 'events.flood', 'other'];

function unit(components: readonly number[]): number[] {
  const length = Math.hypot(...components);
  return components.map((component) => component / length);
}

const directions = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: SOURCES.length, maxLength: SOURCES.length })
  .filter((components) => Math.hypot(...components) > 1e-3)
  .map(unit);

const alone = (id: string): CorrelationCluster => ({ ids: [id], sources: [id], factor: Float64Array.of(1) });

/** What each member of a cluster is made of once it is moved: shares of the new coordinate and of each source. */
function sharesOf(cluster: CorrelationCluster, alignment: Alignment): number[][] {
  const shift = shiftOf(alignment);
  const { sources, factor } = moved(cluster, alignment);
  return cluster.ids.map((_, member) => {
    const own = factor.subarray(member * sources.length, (member + 1) * sources.length);
    return shift.sources.map((id, k) => {
      const at = sources.indexOf(id);
      return (at === -1 ? 0 : own[at]!) + own.at(-1)! * shift.factor[k]!;
    });
  });
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, k) => sum + x * b[k]!, 0);
}

describe('scores that are moved along a direction', () => {
  it('are independent and standard normal again, whatever the direction', () => {
    fc.assert(
      fc.property(directions, (direction) => {
        const shares = SOURCES.map((id) => sharesOf(alone(id), { sources: SOURCES, direction })[0]!);
        shares.forEach((a, i) => {
          shares.forEach((b, k) => expect(Math.abs(product(a, b) - (i === k ? 1 : 0))).toBeLessThan(1e-14));
        });
      }),
      { seed: 1 },
    );
  });

  it('have the new coordinate as their component along it', () => {
    fc.assert(
      fc.property(directions, (direction) => {
        const shares = SOURCES.map((id) => sharesOf(alone(id), { sources: SOURCES, direction })[0]!);
        const along = shares[0]!.map((_, k) =>
          product(
            direction,
            shares.map((own) => own[k]!),
          ),
        );
        along.forEach((share, k) => expect(Math.abs(share - (k === 0 ? 1 : 0))).toBeLessThan(1e-14));
      }),
      { seed: 2 },
    );
  });

  it('keep the correlations that are asked for', () => {
    const [cluster] = dependence(SOURCES, [
      { of: SOURCES.slice(0, 3), rank: 0.5 },
      { of: SOURCES.slice(2, 4), rank: -0.4 },
    ]).clusters;
    fc.assert(
      fc.property(directions, (direction) => {
        const { ids, sources, factor } = cluster!;
        const row = (member: number) => [...factor.subarray(member * sources.length, (member + 1) * sources.length)];
        const shares = sharesOf(cluster!, { sources: SOURCES, direction });
        ids.forEach((_, a) => {
          ids.forEach((__, b) =>
            expect(Math.abs(product(shares[a]!, shares[b]!) - product(row(a), row(b)))).toBeLessThan(1e-14),
          );
        });
      }),
      { seed: 3 },
    );
  });

  it('stay where they are if the alignment does not know them or has no direction', () => {
    const none = { sources: SOURCES, direction: SOURCES.map(() => 0) };
    expect([...moved(alone('other'), none).factor]).toEqual([1, 0]);
    expect([...moved(alone('new'), { sources: SOURCES, direction: unit([1, 2, 3, 4, 5]) }).factor]).toEqual([1, 0]);
  });
});

function draws(id: string, sources: readonly string[], count: number): Float64Array {
  const out = new Float64Array(count);
  uniforms(alignedStream(keyOf('aligned'), { sources, direction: sources.map(() => 0) }, id), 0, count, out);
  return out;
}

describe('the points of aligned scores', () => {
  it('hit each box of area 2^-m of any two of the first dimensions once, with 2^m points', () => {
    // Pairs of Sobol' dimensions 0 and 1, and 0 and 2, are (0, m, 2)-nets for every m from 0 and from 1 on.
    const axis = shiftOf({ sources: [], direction: [] }).sources[0]!;
    const m = 8;
    const count = 2 ** m;
    const [u, first] = [axis, SOURCES[0]!].map((id) => draws(id, SOURCES, count * REPLICATES));
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      for (let split = 0; split <= m; split++) {
        const boxes = new Set<number>();
        for (let point = 0; point < count; point++) {
          const at = point * REPLICATES + replicate;
          boxes.add(Math.floor(u![at]! * 2 ** split) * count + Math.floor(first![at]! * 2 ** (m - split)));
        }
        expect(boxes.size).toBe(count);
      }
    }
  });

  it('are those of the assumption alone where the joint set ends and for strangers', () => {
    const many = Array.from({ length: DIMENSIONS + 3 }, (_, k) => `assumptions.${k}`);
    const isOwn = (id: string) => {
      const own = new Float64Array(64);
      uniforms(pointStream(keyOf('aligned'), 'sobol', id), 0, 64, own);
      return draws(id, many, 64).every((u, i) => u === own[i]);
    };
    expect(many.map(isOwn)).toEqual(many.map((_, k) => k + 1 >= DIMENSIONS));
    expect(isOwn('channels.new.price.cpc')).toBe(true);
  });
});

/** Scores of `SOURCES` by draw, aligned with `direction`. */
function alignedScores(seed: string, direction: readonly number[], count: number): Float64Array[] {
  const alignment = { sources: SOURCES, direction };
  const key = keyOf(seed);
  const scores = shiftOf(alignment).sources.map((id) => {
    const row = new Float64Array(count);
    normalScores(alignedStream(key, alignment, id), 0, count, row);
    return row;
  });
  const rows = SOURCES.map((id) => sharesOf(alone(id), alignment)[0]!);
  return rows.map((shares) =>
    Float64Array.from({ length: count }, (_, i) =>
      product(
        shares,
        scores.map((row) => row[i]!),
      ),
    ),
  );
}

describe('figures of aligned draws', () => {
  // A normal profit 1000 + 100 z along a direction that the alignment misses by an angle of 0.2.
  const count = 2048;
  const direction = unit([1, 1, 1, 1, 1]);
  const across = unit([4, -1, -1, -1, -1]);
  const truly = direction.map((x, k) => Math.cos(0.2) * x + Math.sin(0.2) * across[k]!);
  const profitOf = (scores: readonly Float64Array[]) =>
    Float64Array.from(
      { length: count },
      (_, i) =>
        1000 +
        100 *
          product(
            truly,
            scores.map((row) => row[i]!),
          ),
    );
  // Mean below the 10 % quantile: 1000 - 100 φ(z) / 0.1 with z = -1.2815515655446004 (scipy.stats.norm, SciPy 1.17.1).
  const WORST = 1000 - 100 * 1.7549833193248687;
  const runs = 150;
  const found = Array.from({ length: runs }, (_, run) => {
    const profit = profitOf(alignedScores(`run ${run}`, direction, count));
    const parts = Array.from({ length: REPLICATES }, (_, r) => profit.filter((__, i) => i % REPLICATES === r).sort());
    return {
      value: tailMean(profit.toSorted(), 0.1),
      error: replicateError(parts.map((part) => tailMean(part, 0.1))),
    };
  });

  it('have intervals that hold the truth as often as they say', () => {
    const held = found.filter(({ value, error }) => {
      const { low, high } = replicateInterval(value, error, REPLICATES, 0.95);
      return low <= WORST && WORST <= high;
    }).length;
    // Four standard errors of a share of 150.
    expect(Math.abs(held / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / runs));
  });

  it('have a mean of worst cases as precise as five times as many plain draws, and more', () => {
    // Var of the mean below q from n plain draws: (var(X | X < q) + 0.9 (q - worst)²) / (0.1 n).
    const [q, worst] = [-128.15515655446004, WORST - 1000];
    const variance = 100 ** 2 * (1 - 1.2815515655446004 * -1.7549833193248687) - worst ** 2; // 1 - z φ(z) / p, z < 0
    const plain = (variance + 0.9 * (q - worst) ** 2) / (0.1 * count);
    const squares = found.reduce((sum, { value }) => sum + (value - WORST) ** 2, 0) / runs;
    expect(variance).toBeGreaterThan(0);
    expect(plain / squares).toBeGreaterThan(5);
  });
});
