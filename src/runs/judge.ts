import type { Model, Plan, PlanSummary, Report } from '../domain.ts';
import { checkFits, fits, judgingDraws } from './draws.ts';
import type { Engine, RunOptions } from './run.ts';
import { CHUNK, chunksOf } from '../simulate/chunk.ts';
import { profitEdges } from '../simulate/distribution.ts';
import { summarize } from '../simulate/summarize.ts';
import { mergeTallies, type Tally } from '../simulate/tally.ts';
import type { EnginePayload } from '../worker/jobs.ts';

/** What plans lead to, all on the same draws. */
export interface Judged {
  readonly draws: Report['draws'];
  readonly tallies: readonly Tally[];
  readonly summaries: readonly PlanSummary[];
}

/** With a precision to reach, the first look is taken at so many draws. */
const FIRST_DRAWS = 4096;

/**
 * All plans, today's first, on the same draws: as many as asked for, or, with a precision to reach, twice as many again until the
 * simulation error of the first plan's mean profit is small enough or memory is full.
 */
export async function judge(
  engine: Engine,
  model: Model,
  plans: readonly Plan[],
  options: RunOptions,
): Promise<Judged> {
  const request = judgingDraws(options);
  const payload: EnginePayload = { model, draws: request, keep: false };
  const key = engine.newKey();
  const { signal, onProgress, precision } = options;
  // Whole chunks, so that the draws of a later look go on where the first one ended.
  let draws = precision === undefined ? request.draws : Math.max(CHUNK, Math.min(request.draws, FIRST_DRAWS));
  checkFits(model, plans.length, draws);
  const parts: (readonly Tally[])[] = [];
  for (;;) {
    const done = parts.length;
    const requests = chunksOf(draws)
      .slice(done)
      .map((range) => ({ plans, range }));
    parts.push(
      ...(await engine.pool.run(
        { kind: 'tally', key, payload, requests },
        {
          ...(signal === undefined ? {} : { signal }),
          ...(onProgress === undefined
            ? {}
            : {
                onProgress: (chunk) =>
                  onProgress({ phase: 'judge', done: done + chunk.done, total: done + chunk.total }),
              }),
        },
      )),
    );
    const tallies = plans.map((_, p) => mergeTallies(parts.map((part) => part[p]!)));
    const edges = profitEdges(tallies);
    const summaries = plans.map((plan, p) => summarize(model, plan, tallies[p]!, edges, tallies[0]));
    const { mean } = summaries[0]!.metrics['profit']!;
    const precise = precision === undefined || mean.standardError <= precision * Math.abs(mean.value);
    if (precise || !fits(model, plans.length, draws * 2)) {
      return { draws: { seed: request.seed, method: request.method, judging: draws }, tallies, summaries };
    }
    draws *= 2;
  }
}
