import type { DrawRequest, Model } from '../domain.ts';
import type { Simulator } from '../optimize/asks.ts';
import type { Engine } from './engine.ts';
import { type FigureAnswer, type WeightedDraws } from '../simulate/chunk.ts';
import { chunksOf } from '../simulate/chunk.ts';
import { type DrawRange } from '../simulate/draw-range.ts';
import { addFigureSums } from '../simulate/goal/goal.ts';
import type { EnginePayload } from '../worker/jobs.ts';

/** Draws of a rehearsal; below so many times that, it takes longer than what it saves. */
const REHEARSED = 512;
const WORTH_REHEARSING = 8;

/**
 * Plans asked for figures, as a search asks, on the engine's workers: the same draws in all worlds.
 *
 * @param rehearses  whether searches in these worlds ask for the first of the draws alone
 */
export function simulatorOn(
  engine: Engine,
  worlds: readonly Model[],
  draws: DrawRequest,
  rehearses: boolean,
): Simulator {
  const data = worlds.map((model) => ({
    key: engine.newKey(),
    payload: { model, draws, keep: true } satisfies EnginePayload,
  }));
  const on = (ranges: readonly DrawRange[]): Simulator => ({
    draws: ranges.reduce((sum, { count }) => sum + count, 0),
    async figures({ world, ...inquiry }, figures, byDraw, weights) {
      const requests = ranges.map((range) => ({
        ...inquiry,
        figures,
        byDraw,
        range,
        ...(weights && { weights: weights.map((own) => own?.slice(range.first, range.first + range.count)) }),
      }));
      const parts = await engine.pool.run({ kind: 'figures', ...data[world]!, requests });
      return figures.map((_, k) => joined(parts.map((part) => part[k]!)));
    },
    async weighted({ world, ...inquiry }, figure, weights) {
      const requests = ranges.flatMap((range) => {
        const picked = picksIn(weights, range);
        return picked.places.length === 0 ? [] : [{ ...inquiry, figure, draws: picked, range }];
      });
      return (await engine.pool.run({ kind: 'weighted', ...data[world]!, requests })).reduce(addFigureSums);
    },
    async nextReturns(plan) {
      const requests = ranges.map((range) => ({ plan, range }));
      const parts = await engine.pool.run({ kind: 'nextReturns', ...data[0]!, requests });
      return plan.spend.map((_, c) => inOneRow(parts.map((part) => part[c]!)));
    },
  });
  const ranges = chunksOf(draws.draws);
  if (!rehearses || draws.draws < WORTH_REHEARSING * REHEARSED) return on(ranges);
  const [first, ...others] = ranges;
  const begin = { first: 0, count: REHEARSED };
  return {
    ...on([begin, { first: REHEARSED, count: first!.count - REHEARSED }, ...others]),
    few: on([begin]),
  };
}

/** The draws of a range that count at all. */
function picksIn(weights: Float64Array, { first, count }: DrawRange): WeightedDraws {
  const places: number[] = [];
  for (let i = 0; i < count; i++) if (weights[first + i]! > 0) places.push(i);
  return { places: Int32Array.from(places), weights: Float64Array.from(places, (i) => weights[first + i]!) };
}

function joined(parts: readonly FigureAnswer[]): FigureAnswer {
  const sums = parts.map((part) => part.sums).reduce(addFigureSums);
  const rows = parts.flatMap(({ values }) => values ?? []);
  return rows.length === 0 ? { sums } : { sums, values: inOneRow(rows) };
}

function inOneRow(parts: readonly Float64Array[]): Float64Array {
  const values = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return values;
}
