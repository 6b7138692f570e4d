import type { Model, Plan } from '../../domain.ts';
import type { Engine } from '../engine.ts';
import { chunksOf } from '../../simulate/chunk.ts';
import type { EnginePayload } from '../../worker/jobs.ts';
import { bandOf, type Band } from './band.ts';

/** Profit of a plan as time goes by. What works after the plan's end is not in it. */
export interface Course {
  readonly plan: string;
  /** By period of the plan. */
  readonly profit: readonly Band[];
  /** From the beginning to the end of each period. */
  readonly cumulated: readonly Band[];
}

/** The draws that all details of a run are made of. */
export interface DetailDraws {
  readonly engine: Engine;
  readonly key: string;
  readonly payload: EnginePayload;
  readonly signal?: AbortSignal;
}

/** The course of each plan. */
export async function coursesOf(
  { engine, key, payload, signal }: DetailDraws,
  plans: readonly Plan[],
): Promise<readonly Course[]> {
  const { model, draws } = payload;
  const ranges = chunksOf(draws.draws);
  const parts = await engine.pool.run(
    { kind: 'course', key, payload, requests: ranges.map((range) => ({ plans, range })) },
    signal === undefined ? {} : { signal },
  );
  return plans.map(({ name }, p) => {
    const periods = byPeriod(
      model,
      ranges.map(({ count }, k) => ({ values: parts[k]![p]!, count })),
    );
    const sums = new Float64Array(draws.draws);
    const cumulated = periods.map((profit) => {
      profit.forEach((value, i) => {
        sums[i] = sums[i]! + value;
      });
      return bandOf(sums);
    });
    return { plan: name, profit: periods.map(bandOf), cumulated };
  });
}

/** One row of all draws for each period. */
function byPeriod(
  { periods }: Model,
  parts: readonly { readonly values: Float64Array; readonly count: number }[],
): readonly Float64Array[] {
  return Array.from({ length: periods }, (_, t) => {
    const row = new Float64Array(parts.reduce((sum, { count }) => sum + count, 0));
    let at = 0;
    for (const { values, count } of parts) {
      row.set(values.subarray(t * count, (t + 1) * count), at);
      at += count;
    }
    return row;
  });
}
