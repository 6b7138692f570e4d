import type { Difference, Model, Plan, PlanSummary, Report } from '../domain.ts';
import { areKept, checkSeries, drawsTold, fitInMemory, judgingDraws, MOST_DRAWS } from './draws.ts';
import { withFirstReturns } from './first-returns.ts';
import { grouped } from '../report/numbers/grouped.ts';
import { magnitude } from '../numeric/digits.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { chunksOf } from '../simulate/chunk.ts';
import { CHUNK } from '../simulate/chunk.ts';
import { type DrawRange } from '../simulate/draw-range.ts';
import { openChunkRooms, type ChunkRoom } from '../simulate/summary/chunk-rooms.ts';
import { changeFrom } from '../simulate/summary/difference.ts';
import { digestSumsLength, type Layout } from '../simulate/summary/digest.ts';
import { openKeeper } from '../simulate/summary/keeper.ts';
import { edgesBetween } from '../simulate/summary/distribution.ts';
import {
  giveRoomBack,
  meanSoFar,
  nothingKept,
  reducibleCount,
  reducibles,
  sharedRoom,
  sharesSoFar,
  withRoom,
  type Kept,
  type Reducible,
} from '../simulate/summary/kept-series.ts';
import { packLayouts } from '../simulate/summary/packed-layouts.ts';
import { shapeOfSums, sumsLength, unpackSums } from '../simulate/tally/packed-sums.ts';
import { listOf, mapSeries, wantedOf, type JudgedSeries, type Pair } from '../simulate/summary/series.ts';
import { estimateOf, type SeriesFigures } from '../simulate/summary/series-figures.ts';
import { summaryOf } from '../simulate/summary/summarize.ts';
import type { EnginePayload, JudgeRequest } from '../worker/jobs.ts';
import type { Requests } from '../worker/run.ts';

/** What plans lead to and how they differ, all on the same draws. */
export interface JudgedPlans {
  readonly draws: Report['draws'];
  readonly summaries: readonly PlanSummary[];
  /** One for each pair asked for. */
  readonly differences: readonly Difference[];
  readonly series: JudgedSeries<SeriesFigures>;
  /** What is to be said of how the figures were made. */
  readonly notes: readonly string[];
}

/** With a precision to reach, the first look is taken at so many draws. */
const FIRST_DRAWS = 4096;
/** So many first draws tell how further ones are counted. */
const PILOT = 8192;

/**
 * All plans, today's first, on the same draws: as many as asked for, or, with a precision to reach, twice as many again
 * until the simulation error of the first plan's mean profit is small enough. Memory is bounded: few draws are kept, of
 * many only counts. Sorting and counting is done where draws are made, not in the calling thread.
 *
 * @param most  draws that precision may lead to
 */
export async function judgePlans(
  engine: Engine,
  model: Model,
  plans: readonly Plan[],
  options: RunOptions,
  pairs: readonly Pair[] = [],
  most = MOST_DRAWS,
): Promise<JudgedPlans> {
  const { precision } = options;
  const request = judgingDraws(options);
  const { draws: asked } = request;
  const known = precision === undefined && { plans: plans.length };
  const run = runner(engine, { model, draws: request, keep: false, ...known }, options);
  const wanted = wantedOf(model, plans.length, pairs);
  const list = listOf(wanted);
  let place = 0;
  const places = mapSeries(wanted, () => place++);
  const profits = places.plans.map(({ rows }) => rows['profit']!);

  const { draws, kept, layouts, figures } = await drawn().finally(run.end);
  const series = mapSeries(places, (s) => figures[s]!);
  const edges = edgesBetween(profits.map((s) => figures[s]!.ends));
  const sums = unpackSums(model, plans.length, kept.sums, { count: draws, marginalCount: kept.marginalCount });
  const summaries = plans.map((plan, p) => {
    const distribution = { edges, shares: sharesSoFar(kept, profits[p]!, edges) };
    return summaryOf(model, plan, sums[p]!, series.plans[p]!, distribution);
  });
  // Only here: where a run fails, some worker may be writing still.
  giveRoomBack(kept, engine.rooms);
  return {
    draws: drawsTold({ ...request, draws }),
    summaries: await withFirstReturns(engine, model, plans, summaries, options),
    differences: pairs.map(({ metric, from, to }, k) => ({
      a: plans[from]!.name,
      b: plans[to]!.name,
      metric,
      ...changeFrom(series.changes[k]!, series.plans[from]!.rows[metric]!, series.plans[to]!.rows[metric]!),
    })),
    series,
    notes: layouts === undefined ? [] : [countedNote(draws, Math.max(...profits.map((s) => figures[s]!.within)))],
  };

  async function drawn() {
    // Whole chunks, so that the draws of a later look go on where the first one ended.
    let draws = precision === undefined ? asked : Math.max(CHUNK, Math.min(asked, FIRST_DRAWS));
    checkSeries(list.length, draws);
    let layouts: readonly Layout[] | undefined;
    let kept = nothingKept(list);
    for (;;) {
      if (layouts === undefined && !areKept(list.length, draws)) {
        const pilot = await run.further(nothingKept(list), Math.min(PILOT, draws), { plans, pairs });
        layouts = (await run.each('layOut', pilot)).flat();
        for (const counted of [pilot, kept]) giveRoomBack(counted, engine.rooms);
        kept = nothingKept(list, layouts);
      }
      const packed = layouts && packLayouts(layouts);
      kept = await run.further(kept, draws, { plans, pairs, ...(packed && { layouts: packed }) }, true);
      if (precision === undefined || draws >= most || !fitInMemory(list.length, draws * 2)) break;
      const mean = estimateOf(meanSoFar(kept, profits[0]!));
      if (mean.standardError <= precision * Math.abs(mean.value)) break;
      draws *= 2;
    }

    const figures = (await run.each('reduce', kept)).flat();
    return { draws, kept, layouts, figures };
  }
}

/** Runs the jobs of one judgement. */
function runner(engine: Engine, payload: EnginePayload, { signal, onProgress }: RunOptions) {
  const key = engine.newKey();
  const shared = { key, payload };
  const stoppable = signal === undefined ? {} : { signal };
  return {
    /** Draws from where `kept` ends up to so many. */
    async further(
      kept: Kept,
      draws: number,
      asked: Omit<JudgeRequest, 'range' | 'room' | 'chunkRoom'>,
      shown = false,
    ): Promise<Kept> {
      const done = kept.draws / CHUNK;
      const now = withRoom(kept, draws, engine.rooms);
      const room = sharedRoom(now);
      const ranges = chunksOf(draws).slice(done);
      const chunkRooms = openChunkRooms();
      const { wanted } = kept.series;
      const sizes = {
        sums: asked.plans.length * sumsLength(shapeOfSums(payload.model)),
        digestSums: asked.layouts === undefined ? 0 : digestSumsLength(wanted),
      };
      /** By chunk that has been asked for. */
      const roomsOf: (ChunkRoom | undefined)[] = [];
      // One by one, so that there is no more room than chunks are on their way.
      const requests = requestsFor(ranges, (range): JudgeRequest => {
        const places = asked.layouts === undefined ? 0 : wanted.length * range.count;
        const chunkRoom = chunkRooms.take({ ...sizes, places });
        roomsOf.push(chunkRoom);
        return { ...asked, range, ...(room && { room }), ...(chunkRoom && { chunkRoom }) };
      });
      const keeper = openKeeper(now, chunkRooms);
      await engine.pool.run(
        { kind: 'judge', ...shared, requests },
        {
          ...stoppable,
          onAnswer: (chunk, k) => keeper.add(chunk, ranges[k]!.count, roomsOf[k]),
          ...(onProgress === undefined || !shown
            ? {}
            : {
                onProgress: (chunk) =>
                  onProgress({ phase: 'judge', done: done + chunk.done, total: done + chunk.total }),
              }),
        },
      );
      return keeper.end();
    },
    /** The answer to each piece of what is kept. */
    each<K extends 'layOut' | 'reduce'>(kind: K, kept: Kept) {
      return engine.pool.run<K>({ kind, ...shared, requests: piecesOf(kept) }, stoppable);
    },
    end: () => engine.pool.end(key),
  };
}

/** Requests for ranges of draws, each made when its turn comes. */
function requestsFor<Request>(ranges: readonly DrawRange[], request: (range: DrawRange) => Request): Requests<Request> {
  return {
    length: ranges.length,
    *[Symbol.iterator]() {
      for (const range of ranges) yield request(range);
    },
  };
}

function piecesOf(kept: Kept): Requests<Reducible> {
  return { length: reducibleCount(kept), [Symbol.iterator]: () => reducibles(kept) };
}

function countedNote(draws: number, within: number): string {
  const size = grouped(within, 1 - magnitude(within));
  return `${grouped(draws, 0)} draws are too many to keep: they are counted in 65,000 classes, so that quantiles of profit may be off by up to ${size}, beside their simulation noise.`;
}
