import { beforeAll, describe, expect, it } from 'vitest';
import type { Model, Plan } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { prepareDraws, tallyPlans } from '../../src/simulate/chunk.ts';
import { chunksOf } from '../../src/simulate/chunk.ts';
import { CHUNK } from '../../src/simulate/chunk.ts';
import { changeFrom, differenceOf } from '../../src/simulate/summary/difference.ts';
import { profitEdges } from '../../src/simulate/summary/distribution.ts';
import {
  digestOf,
  digestSumsLength,
  figuresOfCounts,
  layoutOf,
  nothingCounted,
  type CountedSeries,
  type Layout,
} from '../../src/simulate/summary/digest.ts';
import { judgedChunk } from '../../src/simulate/summary/judged-chunk.ts';
import { openDrawRooms } from '../../src/simulate/draws/draw-room.ts';
import { openChunkRooms, type ChunkRoom } from '../../src/simulate/summary/chunk-rooms.ts';
import { openKeeper } from '../../src/simulate/summary/keeper.ts';
import {
  layoutsOf,
  nothingKept,
  reduce,
  reducibleCount,
  reducibles,
  sharedRoom,
  sharesSoFar,
  withRoom,
  type Kept,
} from '../../src/simulate/summary/kept-series.ts';
import { packLayouts, unpackLayouts } from '../../src/simulate/summary/packed-layouts.ts';
import { packSums, unpackSums } from '../../src/simulate/tally/packed-sums.ts';
import { listOf, mapSeries, wantedOf, type Pair } from '../../src/simulate/summary/series.ts';
import { figuresOf, type SeriesFigures, type Wanted } from '../../src/simulate/summary/series-figures.ts';
import { summarize, summaryOf } from '../../src/simulate/summary/summarize.ts';
import type { Tally } from '../../src/simulate/tally/tally.ts';
import { mergeTallies } from '../../src/simulate/outcome/tally-room.ts';
import { replicateError } from '../../src/statistics/replicates.ts';
import { everything } from '../support/everything.ts';
import { addDigests, keepChunks } from '../support/at-once.ts';

const DRAWS = 3 * CHUNK;
const PILOT = CHUNK;

/** A scenario with everything, a goal with worst cases of the gain over today, a metric and targets on chances. */
const model: Model = compile(
  everything({
    goal: { maximize: 'profit', plus: { customers: 2 }, chanceOf: 3000, risk: { worst: 0.2, of: 'gain over today' } },
    metrics: {
      perHour: {
        text: 'profit / hours',
        expression: {
          kind: 'operation',
          operation: 'divide',
          operands: [
            { kind: 'name', name: 'profit', index: 0 },
            { kind: 'name', name: 'hours', index: 1 },
          ],
        },
      },
    },
    targets: [
      { metric: 'profit', atLeast: 1500 },
      { metric: 'perHour', atMost: 20, probability: 0.5 },
    ],
  }),
);
const today = todaysPlan(model);
const more: Plan = { name: 'more', spend: today.spend.map((spend) => spend.map((amount) => amount * 1.2)) };
const plans = [today, more];
const pairs: readonly Pair[] = [{ metric: 'profit', from: 0, to: 1 }];
const wanted = wantedOf(model, plans.length, pairs);
const prepared = prepareDraws(model, { seed: 'kept', method: 'sobol', draws: DRAWS }, false);

/** How to count draws, from the first of them. */
function layoutsOfPilot(): readonly Layout[] {
  const chunk = judgedChunk(prepared, plans, pairs, { first: 0, count: PILOT });
  return [
    ...reducibles(keepChunks(withRoom(nothingKept(listOf(wanted)), PILOT, openDrawRooms()), [chunk], PILOT)),
  ].flatMap(layoutsOf);
}

/** Chunks as they arrive: every draw written to room that threads share, or given; or counted. */
function kept(how: 'written' | 'given' | 'counted'): Kept {
  const list = listOf(wanted);
  const layouts = how === 'counted' ? layoutsOfPilot() : undefined;
  const before = withRoom(nothingKept(list, layouts), DRAWS, openDrawRooms());
  const room = how === 'written' ? { room: sharedRoom(before)! } : {};
  return chunksOf(DRAWS).reduce(
    (so, range) =>
      keepChunks(
        so,
        [judgedChunk(prepared, plans, pairs, range, { ...(layouts && { layouts: packLayouts(layouts) }), ...room })],
        range.count,
      ),
    before,
  );
}

/** Of all draws that are kept, piece by piece: quicker to compare than numbers. */
function bytesOf(of: Kept): readonly string[] {
  return [...reducibles(of)].map((piece) => {
    if (piece.kind !== 'draws') throw new Error('counted');
    return Buffer.from(piece.values.slice().buffer).toString('base64');
  });
}

/** Of all sums and counts. */
function bytesOfCounts({ series, sums }: Kept): readonly string[] {
  if (series.kind !== 'counts') throw new Error('not counted');
  const numbers = [sums, ...series.counted.flatMap((one) => [one.fine, one.coarse, one.sums])];
  return numbers.map(({ buffer }) => Buffer.from(buffer).toString('base64'));
}

function judgement(of: Kept) {
  const pieces = [...reducibles(of)];
  expect(pieces).toHaveLength(reducibleCount(of));
  const figures = pieces.flatMap((piece) => reduce(piece));
  let at = 0;
  return mapSeries(wanted, () => figures[at++]!);
}

let tallies: readonly Tally[];
beforeAll(() => {
  const parts = chunksOf(DRAWS).map((range) => tallyPlans(prepared, plans, range));
  tallies = plans.map((_, p) => mergeTallies(parts.map((part) => part[p]!)));
});

describe('draws that are kept chunk by chunk', () => {
  it('give the summary of all draws at once, bit for bit', () => {
    const all = kept('given');
    const series = judgement(all);
    const edges = profitEdges(tallies);
    const sums = unpackSums(model, plans.length, all.sums, {
      count: all.draws,
      marginalCount: all.marginalCount,
    });
    let at = 0;
    const places = mapSeries(wanted, () => at++);
    plans.forEach((plan, p) => {
      expect(
        summaryOf(model, plan, sums[p]!, series.plans[p]!, {
          edges,
          shares: sharesSoFar(all, places.plans[p]!.rows['profit']!, edges),
        }),
      ).toEqual(summarize(model, plan, tallies[p]!, edges, tallies[0]));
    });
    const change = differenceOf('profit', today, tallies[0]!, more, tallies[1]!);
    const { rows: before } = series.plans[0]!;
    const { rows: after } = series.plans[1]!;
    expect(change).toMatchObject(changeFrom(series.changes[0]!, before['profit']!, after['profit']!));
  });

  it('are the same whether they were written in place or given', () => {
    const [written, given] = [kept('written'), kept('given')];
    expect(sharedRoom(written)!.values.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(bytesOf(written)).toEqual(bytesOf(given));
    expect(written.sums).toEqual(given.sums);
  });

  it('go on in further room, and are put together series by series', () => {
    const once = kept('given');
    const [half, chunks, rooms] = [2 * CHUNK, chunksOf(DRAWS), openDrawRooms()];
    const twice = chunks.reduce(
      (so, range) => {
        const now = range.first === half ? withRoom(so, DRAWS, rooms) : so;
        const room = sharedRoom(now)!;
        return keepChunks(now, [judgedChunk(prepared, plans, pairs, range, { room })], range.count);
      },
      withRoom(nothingKept(listOf(wanted)), half, rooms),
    );
    expect(bytesOf(twice)).toEqual(bytesOf(once));
  });

  it('stand in memory that is used again once it is given back, and no sooner', () => {
    const rooms = openDrawRooms();
    const [one, other] = [rooms.take(3, 0, 32), rooms.take(3, 0, 32)];
    expect(other.values.buffer).not.toBe(one.values.buffer);
    rooms.giveBack(one);
    const smaller = rooms.take(2, 16, 16);
    expect(smaller.values.buffer).toBe(one.values.buffer);
    expect(smaller.values).toHaveLength(32);
    expect(rooms.take(3, 0, 32).values.buffer).not.toBe(one.values.buffer);
    rooms.giveBack(smaller);
    expect(rooms.take(3, 0, 33).values).toHaveLength(99);
  });

  it('have the sums of all plans in one array', () => {
    const [sums] = unpackSums(model, 2, packSums(tallies), tallies[0]!);
    expect(sums!.channels[1]!.sums.revenue).toEqual(tallies[0]!.channels[1]!.sums.revenue);
    expect(sums!.ownProfit).toEqual(tallies[0]!.ownProfit);
    expect(sums!.baseline).toEqual(tallies[0]!.baseline);
  });
});

describe('draws that are counted', () => {
  let exact: readonly SeriesFigures[];
  let counts: readonly SeriesFigures[];
  beforeAll(() => {
    exact = listOf(judgement(kept('given')));
    counts = listOf(judgement(kept('counted')));
  });

  it('have quantiles within the width of a cell, and means, deviations, worst means and chances like exact ones', () => {
    for (const [s, one] of exact.entries()) {
      const other = counts[s]!;
      const size = Math.max(...one.mean.replicates.map(Math.abs), one.sd.whole, 1e-12);
      one.quantiles.forEach(({ figure }, k) => {
        expect(Math.abs(other.quantiles[k]!.figure.whole - figure.whole)).toBeLessThanOrEqual(
          other.within + 1e-9 * size,
        );
      });
      // Cells of 1/65,000 of the draws are far narrower than the spread; a sum ends in one of them.
      expect(other.within).toBeLessThanOrEqual(0.01 * one.sd.whole + 1e-9 * size);
      expect(Math.abs(other.mean.whole - one.mean.whole)).toBeLessThanOrEqual(1e-11 * size);
      expect(Math.abs(other.sd.whole - one.sd.whole)).toBeLessThanOrEqual(1e-9 * size);
      one.worst.forEach(({ figure }, k) => {
        expect(Math.abs(other.worst[k]!.figure.whole - figure.whole)).toBeLessThanOrEqual(
          1e-4 * one.sd.whole + 1e-9 * size,
        );
        figure.replicates.forEach((value, r) => {
          expect(Math.abs(other.worst[k]!.figure.replicates[r]! - value)).toBeLessThanOrEqual(
            1e-2 * one.sd.whole + 1e-9 * size,
          );
        });
      });
      one.chances.forEach(({ draws }, k) => expect(other.chances[k]!.draws).toEqual(draws));
      expect(other.certain).toBe(one.certain);
    }
  });

  it('have replicates that differ as much as exact ones, so that standard errors are the same', () => {
    let compared = 0;
    for (const [s, one] of exact.entries()) {
      if (one.certain || !(one.sd.whole > 0)) continue;
      one.quantiles.forEach(({ figure }, k) => {
        const [is, was] = [
          replicateError(counts[s]!.quantiles[k]!.figure.replicates),
          replicateError(figure.replicates),
        ];
        // Shares are told up to the end of a coarse cell, two such cells away at most. A cell holds a tenth of one of a replicate's 384
        // draws: they differ with a standard deviation of 0.45 draws at most. That is 15 % where they vary by 3 draws, which is 0.08 of
        // the deviation of values at 5 and 95 % of a normal distribution (3 / 384 / φ(1.645)), a quarter of it over 16 replicates.
        if (was > 0.02 * one.sd.whole) {
          expect(Math.abs(is / was - 1)).toBeLessThanOrEqual(0.15);
          compared += 1;
        }
      });
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('are as many as there are, where all of them lie in one cell', () => {
    const [row, none] = [new Float64Array(2 ** 16).fill(5), { quantiles: [], worst: [], chances: [] }];
    const layouts = [layoutOf(row.subarray(0, 16), none)];
    const digest = digestOf([row], [none], layouts);
    const [once] = addDigests(nothingCounted([none], layouts), [digest]);
    const [series] = addDigests([once!], [digest]);
    const place = digest.places[0]!;
    expect([series!.draws, series!.fine[place]]).toEqual([2 ** 17, 2 ** 17]);
    expect(series!.coarse.filter((count) => count > 0)).toEqual(new Uint32Array(16).fill(2 ** 13));
  });

  it('are counted one by one where a single draw is not like the others', () => {
    const none: Wanted = { quantiles: [], worst: [], chances: [] };
    const row = new Float64Array(48).fill(5).fill(7, -1);
    const layouts = [layoutOf(Float64Array.of(5, 7), none)];
    const digest = digestOf([row], [none], layouts);
    const [series] = addDigests(nothingCounted([none], layouts), [digest]);
    expect([series!.fine[digest.places[0]!], series!.fine[digest.places[47]!]]).toEqual([47, 1]);
    // Replicate 15 has draws 15, 31 and 47.
    expect(series!.coarse.filter((count) => count > 0)).toEqual(
      Uint32Array.of(...Array.from({ length: 15 }, () => 3), 2, 1),
    );
  });

  it('are only counted near quantiles where no errors are wanted of them, which are the same', () => {
    const row = Float64Array.from({ length: 2 ** 12 }, (_, i) => Math.sqrt((i * 1201) % 2 ** 12));
    const asked: Wanted = { quantiles: [0.05, 0.5], worst: [], chances: [] };
    const [told, whole] = [asked, { ...asked, wholeOnly: true } as const].map((one) => {
      const layouts = [layoutOf(row.subarray(0, 2 ** 9), one)];
      const [series] = addDigests(nothingCounted([one], layouts), [digestOf([row], [one], layouts)]);
      return { series: series!, figures: figuresOfCounts(series!, one), kept: figuresOf(row, one) };
    });
    expect(told!.series.coarse).not.toHaveLength(0);
    expect(whole!.series.coarse).toHaveLength(0);
    const counted = (series: CountedSeries) => series.fine.reduce((sum, count) => sum + count, 0);
    expect(counted(told!.series)).toBe(2 ** 12);
    // Two windows of a 25th of the draws each, as far as the pilot's 512 can tell.
    expect(Math.abs(counted(whole!.series) / 2 ** 12 - 0.08)).toBeLessThan(4 / 2 ** 9);
    for (const by of ['figures', 'kept'] as const) {
      const without = told![by].quantiles.map((one) => ({ ...one, figure: { ...one.figure, replicates: [] } }));
      expect({ ...whole![by], ends: told![by].ends }).toEqual({ ...told![by], quantiles: without });
    }
  });

  it('are the same whether they were written to room that threads share, with anything in it, or given', () => {
    const laidOut = layoutsOfPilot();
    const layouts = packLayouts(laidOut);
    const list = listOf(wanted);
    const chunkRoom = openChunkRooms().take({
      sums: packSums(tallies).length,
      places: list.length * CHUNK,
      digestSums: digestSumsLength(list),
    })!;
    const range = { first: CHUNK, count: CHUNK };
    const given = judgedChunk(prepared, plans, pairs, range, { layouts });
    for (const numbers of [chunkRoom.sums, chunkRoom.places, chunkRoom.digestSums]) numbers.fill(7);
    // What another thread would receive: the same memory.
    const written = structuredClone(judgedChunk(prepared, plans, pairs, range, { layouts, chunkRoom }));
    expect(written.sums.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(chunkRoom.sums).toEqual(given.sums);
    const [one, other] = [written, given].map((chunk) => keepChunks(nothingKept(list, laidOut), [chunk], CHUNK));
    expect(bytesOfCounts(one!)).toEqual(bytesOfCounts(other!));
  });

  it('are summed apart from the room of their first chunk, which is used again', () => {
    const layouts = layoutsOfPilot();
    const chunk = judgedChunk(prepared, plans, pairs, { first: 0, count: CHUNK }, { layouts: packLayouts(layouts) });
    const before = chunk.sums.slice();
    const { sums } = keepChunks(nothingKept(listOf(wanted), layouts), [chunk], CHUNK);
    chunk.sums.fill(NaN);
    expect(sums).toEqual(before);
  });

  it('are laid out the same when layouts have been packed', () => {
    const layouts = layoutsOfPilot();
    expect(layouts.some(({ anchors }) => anchors.length > 0)).toBe(true);
    expect(unpackLayouts(packLayouts(layouts), listOf(wanted))).toEqual(layouts);
  });

  it('have room that is used again once it is given back, and no sooner', () => {
    const rooms = openChunkRooms();
    const sizes = { sums: 2, places: 3, digestSums: 4 };
    const [one, other] = [rooms.take(sizes)!, rooms.take(sizes)!];
    expect(other.sums.buffer).not.toBe(one.sums.buffer);
    rooms.giveBack(one);
    const larger = rooms.take({ ...sizes, places: 16 })!;
    expect([larger.sums.length, larger.places.length, larger.digestSums.length]).toEqual([2, 16, 4]);
    expect(rooms.take(sizes)).toBe(one);
  });

  it('are the same where they are counted little by little, and their room is given back once they have been read', () => {
    const [list, layouts] = [listOf(wanted), layoutsOfPilot()];
    const packed = packLayouts(layouts);
    const few = chunksOf(DRAWS).map((range) => judgedChunk(prepared, plans, pairs, range, { layouts: packed }));
    const chunks = Array.from({ length: 34 }, (_, k) => few[k % few.length]!);
    const given: ChunkRoom[] = [];
    const rooms = openChunkRooms();
    const keeper = openKeeper(nothingKept(list, layouts), { ...rooms, giveBack: (room) => void given.push(room) });
    const own = chunks.map(() => rooms.take({ sums: 1, places: 0, digestSums: 0 })!);
    const byThen = chunks.map((chunk, k) => {
      keeper.add(chunk, CHUNK, own[k]);
      return given.length;
    });
    // Sixteen are counted together, a sixteenth of their figures with each of the next sixteen.
    expect([byThen[15], byThen[20], byThen[31], byThen[33]]).toEqual([0, 0, 16, 16]);
    const all = keeper.end();
    expect(given).toEqual(own);
    const batches = [chunks.slice(0, 16), chunks.slice(16, 32), chunks.slice(32)];
    const atOnce = batches.reduce((so, some) => keepChunks(so, some, some.length * CHUNK), nothingKept(list, layouts));
    expect(all.draws).toBe(atOnce.draws);
    expect(bytesOfCounts(all)).toEqual(bytesOfCounts(atOnce));
  });

  it('are the same counts in whatever order chunks come, and however many at a time', () => {
    const list = listOf(wanted);
    const layouts = layoutsOfPilot();
    const packed = packLayouts(layouts);
    const chunks = chunksOf(DRAWS).map((range) => judgedChunk(prepared, plans, pairs, range, { layouts: packed }));
    const countsOf = (steps: readonly (readonly number[])[]) => {
      const all = steps.reduce(
        (so, step) =>
          keepChunks(
            so,
            step.map((k) => structuredClone(chunks[k]!)),
            step.length * CHUNK,
          ),
        nothingKept(list, layouts),
      );
      expect(all.draws).toBe(DRAWS);
      return [...reducibles(all)].map((piece) => {
        if (piece.kind !== 'counts') throw new Error('not counted');
        const { draws, fine, coarse, sums } = piece.counted;
        expect(draws).toBe(DRAWS);
        return { ends: [fine, coarse, sums.subarray(0, 2)], sums };
      });
    };
    const bytesOf = (arrays: readonly (Uint32Array | Float64Array)[]) =>
      arrays.map((array) => Buffer.from(array.slice().buffer).toString('base64'));
    const [one, other, together] = [[[2], [0], [1]], [[0], [1], [2]], [[0, 1, 2]]].map(countsOf);
    const ends = (of: typeof one) => of!.flatMap((series) => bytesOf(series.ends));
    expect(ends(one)).toEqual(ends(other));
    expect(ends(together)).toEqual(ends(other));
    expect(ends(one)).toHaveLength(3 * list.length);
    // Sums are those of the order of chunks, to the last bit.
    expect(together!.flatMap(({ sums }) => bytesOf([sums]))).toEqual(other!.flatMap(({ sums }) => bytesOf([sums])));
  });
});
