import type { HeavyTail, MarginalTable } from '../distributions/marginal-table.ts';
import type { Alignment, DrawRequest, Model } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import type { Row } from '../domain/row.ts';
import { openKernel, type Kernel } from '../kernel/kernel.ts';
import type { RowRoom } from '../kernel/row-room.ts';
import { alignedStream, moved, shiftOf } from '../random/alignment.ts';
import type { CorrelationCluster } from '../random/dependence.ts';
import { keyOf } from '../random/key.ts';
import { pointStream, REPLICATES, type PointStream } from '../random/points.ts';
import { fitAlignment } from './alignment.ts';
import { again, blockOfRows, type Block } from './block/block.ts';
import { areFrom } from './block/rows.ts';
import { plainDraws, type DrawCode } from './draws/draw-code.ts';
import { formulaRow } from './draws/formula-row.ts';
import { kernelDraws } from './draws/kernel-draws.ts';
import { openTailMatching, spanOf } from './draws/matched-tails.ts';

/** Makes blocks of the draws of a request; a block is a pure function of the model, the request and the draw numbers. */
export interface Sampler {
  /** @param room  of the sampler's kernel, for the rows of this block only; without it they live as long as it */
  block(first: number, count: number, room?: RowRoom): Block;
}

/**
 * Opens the streams of a model's assumptions: one standard normal score per assumption and draw, correlated where the
 * scenario asks for it, then mapped by the assumption's quantile function. Aligned scores are moved along their
 * direction before they are correlated. Heavy tails are matched to their means, but for plain draws.
 *
 * @param kernel    keeps points and tables in its memory; `plain` for code with the same bits that needs none, which is
 *                  sooner for a few draws
 * @param streamOf  what makes the streams, for who opens much the same again and again
 */
export function openSampler(
  model: Model,
  request: DrawRequest,
  kernel: Kernel | 'plain' = openKernel() ?? 'plain',
  streamOf = pointStream,
): Sampler {
  const key = keyOf(request.seed);
  const alignment = request.method === 'aligned' ? (request.alignment ?? alignmentOf(model)) : undefined;
  const tables = model.assumptions.map(({ marginal }) => marginal);
  const tails = request.method === 'plain' ? new Map<number, HeavyTail>() : heavyTailsOf(tables);
  const matching = tails.size === 0 ? undefined : openTailMatching(tails, request.draws);
  // What is matched together is read together, to the last draw.
  const draws = matching === undefined ? request.draws : spanOf(request.draws - 1).end;
  const streams = new Map<string, PointStream>();
  const open = (id: string): PointStream => {
    let stream = streams.get(id);
    if (stream === undefined) {
      stream =
        alignment === undefined ? streamOf(key, request.method, id, draws) : alignedStream(key, alignment, id, draws);
      streams.set(id, stream);
    }
    return stream;
  };
  const shift = alignment && openMixture(shiftOf(alignment), open);
  const indexOf = new Map(model.assumptions.map(({ id }, k) => [id, k]));
  const parts = partsOf(model).map((part) => ({
    members: part.ids.map((id) => indexOf.get(id)!),
    sources: part.sources.map(open),
    cluster: alignment === undefined ? part : moved(part, alignment),
  }));
  const heavyParts = parts.filter(({ members }) => members.some((k) => tails.has(k)));

  const rowsOf = <Scores>(code: DrawCode<Scores>, of: typeof parts, first: number, count: number, room?: RowRoom) => {
    const rows: Row[] = [];
    code.begin(first, count, room);
    const known = new Map(shift?.sources.map((stream) => [stream, code.scores(stream)]));
    const along = shift && code.correlate(shift.cluster, [...known.values()]);
    for (const { members, sources, cluster } of of) {
      // What is moved needs the scores of all; otherwise those of one part at a time are enough.
      if (along === undefined) code.begin(first, count, room);
      const own = sources.map((stream) => known.get(stream) ?? code.scores(stream));
      const scores = isAlone(cluster) ? own : code.correlate(cluster, [...own, ...(along ?? [])]);
      members.forEach((k, member) => (rows[k] = code.values(tables[k]!, scores[member]!)));
    }
    return rows;
  };
  const drawRows = <Scores>(code: DrawCode<Scores>, first: number, count: number, room?: RowRoom) => {
    if (matching === undefined) return rowsOf(code, parts, first, count, room);
    const most = Math.min(MATCHED_AT_ONCE, Math.ceil(count / REPLICATES) * REPLICATES);
    const unmatched = { most, rowsOf: (from: number, many: number) => rowsOf(code, heavyParts, from, many) };
    code.also((by) => matching.prepare(first + by, count, unmatched));
    const rows = rowsOf(code, parts, first, count, room);
    for (const k of tails.keys()) code.also((by) => matching.match(k, rows[k]!, first + by));
    return rows;
  };
  const compiled =
    kernel === 'plain'
      ? undefined
      : kernelDraws(
          kernel,
          [...streams.values()],
          tables,
          parts.map(({ cluster }) => cluster),
        );
  const plain = plainDraws();

  return {
    block(first, count, room) {
      if (first + count > request.draws) throw new Error(`draw ${first + count} of ${request.draws} is asked for`);
      room?.clear();
      const rows = compiled === undefined ? drawRows(plain, first, count) : drawRows(compiled, first, count, room);
      const block = blockOfRows(first, count, rows, room);
      for (const { id, expression, uses } of model.derived) {
        const out = formulaRow(block, expression, uses);
        again(block, (by) => checkNumbers(id, block, out, first + by));
        rows.push(out);
      }
      return block;
    },
  };
}

/**
 * What a model's `aligned` draws are aligned with, unless a request says otherwise: about a twentieth of the work of
 * judging a plan. Requests that share it have the same draws, whatever models they are for.
 */
export function alignmentOf(model: Model): Alignment {
  return fitAlignment(model, (seed, draws) => {
    const { block } = openSampler(model, { seed, method: 'sobol', draws }, 'plain');
    return block;
  });
}

/** Draws that are made at once to be matched, at most: as many as there are in a block. */
const MATCHED_AT_ONCE = 2048;

/** By number of the assumption. */
function heavyTailsOf(tables: readonly MarginalTable[]): ReadonlyMap<number, HeavyTail> {
  return new Map(
    tables.flatMap((table, k) => (table.kind === 'steps' || table.tail === undefined ? [] : [[k, table.tail]])),
  );
}

/** A mixture of independent scores with the streams of its sources. */
function openMixture(cluster: CorrelationCluster, open: (id: string) => PointStream) {
  return { cluster, sources: cluster.sources.map(open) };
}

/** Assumptions that move together, and each other one as a part of its own. */
function partsOf({ assumptions, clusters }: Model): readonly CorrelationCluster[] {
  const clustered = new Set(clusters.flatMap(({ ids }) => ids));
  const alone = assumptions.flatMap(({ id }) =>
    clustered.has(id) ? [] : [{ ids: [id], sources: [id], factor: Float64Array.of(1) }],
  );
  return [...alone, ...clusters];
}

/** Whether the scores of the only source are those of the only member. */
function isAlone({ sources, factor }: CorrelationCluster): boolean {
  return sources.length === 1 && factor[0] === 1;
}

/**
 * Refuses what a formula makes of some draw when no price, rate or number of people can be that. The reader has checked
 * formulas with every assumption at its median only. Throws `ScenarioError`.
 */
function checkNumbers(id: string, block: Block, values: Row, first: number): void {
  // A named assumption is only a number; fields of the model are money, shares, people or time.
  const least = id.startsWith('assumptions.') ? -Infinity : 0;
  if (areFrom(block, values, least)) return;
  const wrong = values.findIndex((value) => !(Number.isFinite(value) && value >= least));
  throw new ScenarioError([
    {
      severity: 'error',
      path: id,
      message: `the formula gives ${values[wrong]} in draw ${first + wrong + 1}, where a number${least === 0 ? ' from 0 on' : ''} is needed`,
      advice: 'Keep it in bounds with `max(…, …)` or `clamp(…, …, …)`, or narrow the assumptions it uses.',
    },
  ]);
}
