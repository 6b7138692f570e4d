import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { marginalTable, transform } from '../../src/distributions/marginal.ts';
import { type MarginalTable } from '../../src/distributions/marginal-table.ts';
import type { DrawMethod } from '../../src/domain.ts';
import { openKernel } from '../../src/kernel/kernel.ts';
import { dependence } from '../../src/random/dependence.ts';
import { keyOf } from '../../src/random/key.ts';
import { pointStream, type PointStream } from '../../src/random/points.ts';
import { plainDraws, type DrawCode } from '../../src/simulate/draws/draw-code.ts';
import { kernelDraws } from '../../src/simulate/draws/kernel-draws.ts';
import { EXAMPLES } from '../distributions/examples.ts';

/** Where draws begin and how many there are: whole blocks, odd ends, and starts within a point. */
const ranges = fc.record({
  first: fc.oneof(
    fc.nat({ max: 2 ** 20 }).map((point) => 16 * point),
    fc.nat({ max: 4096 }),
    fc.constant(2 ** 32 - 2048),
  ),
  count: fc.oneof(fc.constantFrom(1, 16, 256, 1024, 2048), fc.integer({ min: 1, max: 300 })),
});

const streamOf = (method: DrawMethod, seed: string, id: string) => pointStream(keyOf(seed), method, id);

/** Rows of draws of streams through their tables, first alone, then as a cluster. */
function rows<Scores>(
  code: DrawCode<Scores>,
  streams: readonly PointStream[],
  tables: readonly MarginalTable[],
  { first, count }: { first: number; count: number },
): Float64Array[] {
  const alone = tables.map((table, k) => {
    code.begin(first, count);
    return code.values(table, code.scores(streams[k]!));
  });
  code.begin(first, count);
  const together = code.correlate(
    CLUSTER,
    streams.map((stream) => code.scores(stream)),
  );
  return [...alone, ...together.map((scores, k) => code.values(tables[k]!, scores))];
}

const IDS = ['channels.a.price.cpc', 'channels.a.funnel.clickToLead', 'channels.b.price.cpc', 'other'];
const CLUSTER = dependence(IDS, [
  { of: IDS.slice(0, 3), rank: 0.5 },
  { of: IDS.slice(2), rank: -0.4 },
]).clusters[0]!;

const TABLES = Object.entries(EXAMPLES).flatMap(([family, examples]) =>
  examples.map((parameters) => marginalTable({ family, parameters })),
);

describe('draws made by the kernel', () => {
  it('know every kind of table', () => {
    expect(new Set(TABLES.map(({ kind }) => kind))).toEqual(new Set(['smooth', 'smoothLog', 'steps']));
  });

  it.each(['sobol', 'latin', 'plain'] as const)('have the bits of the plain ones: %s', (method) => {
    fc.assert(
      fc.property(
        ranges,
        fc.string(),
        fc.array(fc.constantFrom(...TABLES), { minLength: 4, maxLength: 4 }),
        (range, seed, tables) => {
          const streams = CLUSTER.sources.map((id) => streamOf(method, seed, id));
          const compiled = rows(kernelDraws(openKernel()!, streams, tables), streams, tables, range);
          const plain = rows(plainDraws(), streams, tables, range);
          expect(compiled.map((row) => bits(row))).toEqual(plain.map((row) => bits(row)));
        },
      ),
      { numRuns: 30, seed: 11 },
    );
  });

  it('have the bits of the plain ones through every family', () => {
    const streams = TABLES.map((_, k) => streamOf('sobol', 'families', `other ${k}`));
    const compiled = kernelDraws(openKernel()!, streams, TABLES);
    const plain = plainDraws();
    for (const [k, table] of TABLES.entries()) {
      const row = (code: typeof compiled | typeof plain) => {
        const own = code as DrawCode<unknown>;
        own.begin(4096, 2048);
        return own.values(table, own.scores(streams[k]!));
      };
      expect(bits(row(compiled))).toEqual(bits(row(plain)));
    }
  });

  it('have the value of the nearer end for scores beyond a table, as the plain ones', () => {
    const kernel = openKernel()!;
    const compiled = kernelDraws(kernel, [], TABLES);
    let [smooth, moved] = [0, 0];
    for (const table of TABLES) {
      if (table.kind === 'steps') continue;
      const end = table.from + table.coefficients.length / 4 / table.cellsPerUnit;
      const scores = [table.from - 50, table.from, table.from + 0.01, 0, end - 0.01, end - 1e-12, end, end + 50];
      compiled.begin(0, 16);
      const row = kernel.room(16);
      kernel
        .numbers()
        .fill(0, row / 8, row / 8 + 16)
        .set(scores, row / 8);
      const plain = new Float64Array(scores.length);
      transform(table, Float64Array.from(scores), plain, scores.length);
      expect(bits(compiled.values(table, row).subarray(0, scores.length))).toEqual(bits(plain));
      smooth += 1;
      if (plain[4] !== plain[6]) moved += 1;
    }
    expect(smooth).toBeGreaterThan(5);
    expect(moved).toBeGreaterThan(0);
  });
});

/** So that zeros of both signs differ, and comparing is quick. */
function bits(row: Float64Array): string {
  return Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString('latin1');
}
