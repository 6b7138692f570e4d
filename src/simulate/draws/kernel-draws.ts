import type { MarginalTable } from '../../distributions/marginal-table.ts';
import { putCubics } from '../../kernel/cubics.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Address } from '../../kernel/address.ts';
import type { RowRoom } from '../../kernel/row-room.ts';
import type { CorrelationCluster } from '../../random/dependence.ts';
import { SCORE_CUBICS } from '../../random/normal-score.ts';
import { normalScores, REPLICATES, type PointStream } from '../../random/points.ts';
import type { ScrambledPoints } from '../../random/scramble.ts';
import type { DrawCode } from './draw-code.ts';

/**
 * The compiled steps, in a kernel of their own: points and tables stay in its memory.
 *
 * @param streams, tables  all that will be asked for
 * @param clusters  what will be asked for often
 */
export function kernelDraws(
  kernel: Kernel,
  streams: readonly PointStream[],
  tables: readonly MarginalTable[],
  clusters: readonly CorrelationCluster[] = [],
): DrawCode<Address> {
  const { code } = kernel;
  const scoreCubics = kernel.put(SCORE_CUBICS);
  const pointsOf = new Map<PointStream, Address>();
  for (const stream of streams) {
    if (stream.method !== 'plain') pointsOf.set(stream, putPoints(kernel, stream.points));
  }
  const numbersOf = new Map<MarginalTable, Address>();
  for (const table of tables) numbersOf.set(table, putTable(kernel, table));
  const termsOf = new Map(
    clusters.map((cluster) => [cluster, cluster.ids.map((_, m) => placeTerms(kernel, cluster, m, (source) => source))]),
  );
  kernel.hold();

  let first = 0;
  let count = 0;
  /** Rows are made in whole points and whole vectors; what is too much is not looked at. */
  let padded = 0;
  let room: RowRoom | undefined;
  return {
    begin(from, number, where) {
      kernel.release();
      room = where;
      first = from;
      count = number;
      padded = Math.ceil(count / REPLICATES) * REPLICATES;
    },

    scores(stream) {
      const row = kernel.room(padded);
      const [from, many] = [first, padded];
      if (first % REPLICATES !== 0) {
        kernel.byHand();
        normalScores(stream, first, count, kernel.numbers().subarray(row / 8, row / 8 + count));
      } else if (stream.method === 'plain') {
        kernel.also((by) => code.plainScores(...stream.key, (from + by) / 2, many / 2, scoreCubics, row));
      } else {
        const points = pointsOf.get(stream)!;
        kernel.also((by) => code.pointScores(points, (from + by) / REPLICATES, many / REPLICATES, scoreCubics, row));
      }
      return row;
    },

    correlate(cluster, sources) {
      // Rows of scores are all there is in the room: they stand equally far apart.
      const stride = sources.length > 1 ? sources[1]! - sources[0]! : 0;
      const inPlace = stride >= 0 && sources.every((row, source) => row === sources[0]! + source * stride);
      const known = inPlace ? termsOf.get(cluster) : undefined;
      return cluster.ids.map((_, member) => {
        const [terms, rows] = known?.[member] ?? placeTerms(kernel, cluster, member, (source) => sources[source]!);
        const row = kernel.room(padded);
        if (known === undefined) code.mixRows(terms, rows, 0, 1, row, padded);
        else code.mixRows(terms, rows, sources[0]!, stride, row, padded);
        return row;
      });
    },

    values(table, scores) {
      const numbers = numbersOf.get(table)!;
      const row = room?.row(padded);
      const to = (row && room?.addressOf(row)) ?? scores;
      if (table.kind === 'steps') {
        const steps = table.thresholds.length;
        code.stepsRow(numbers, numbers + 8 * table.values.length, steps, scores, to, padded);
      } else {
        const { kind, from, cellsPerUnit, coefficients } = table;
        const smooth = kind === 'smooth' ? code.smoothRow : code.smoothLogRow;
        smooth(from, cellsPerUnit, numbers, coefficients.length / 4, scores, to, padded);
      }
      return row !== undefined && to !== scores
        ? row.subarray(0, count)
        : kernel.numbers().slice(scores / 8, scores / 8 + count);
    },

    also: kernel.also,
  };
}

/** For a member of a cluster the share of each source that it has any of, with the place of it; and how many these are. */
function placeTerms(
  kernel: Kernel,
  { sources, factor }: CorrelationCluster,
  member: number,
  placeOf: (source: number) => number,
): readonly [terms: Address, rows: number] {
  const shares = factor.subarray(member * sources.length, (member + 1) * sources.length);
  const used = sources.flatMap((_, source) => (shares[source] === 0 ? [] : [source]));
  const terms = new Float64Array(2 * used.length);
  const words = new Uint32Array(terms.buffer);
  used.forEach((source, k) => {
    terms[2 * k] = shares[source]!;
    words[4 * k + 2] = placeOf(source);
  });
  return [kernel.put(terms), used.length];
}

/** Room with the first point's words, then the directions. */
function putPoints(kernel: Kernel, { starts, directions }: ScrambledPoints): Address {
  const count = starts.length + directions.length;
  const address = kernel.room(count / 2);
  const words = new Uint32Array(kernel.numbers().buffer, address, count);
  words.set(starts);
  words.set(directions, starts.length);
  return address;
}

function putTable(kernel: Kernel, table: MarginalTable): Address {
  if (table.kind !== 'steps') return putCubics(kernel, table.coefficients);
  const { values, thresholds } = table;
  const numbers = new Float64Array(values.length + thresholds.length);
  numbers.set(values);
  numbers.set(thresholds, values.length);
  return kernel.put(numbers);
}
