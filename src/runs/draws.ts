import type { DrawRequest, Model, Report } from '../domain.ts';
import { ScenarioError } from '../errors.ts';
import { REPLICATES } from '../random/points.ts';
import { grouped } from '../report/numbers/grouped.ts';
import type { RunOptions } from './run-options.ts';
import { BYTES_PER_SERIES } from '../simulate/summary/digest.ts';
import { totalNames } from '../simulate/outcome/outcome.ts';
import { alignmentOf } from '../simulate/sample.ts';
import { USUAL_DRAWS, USUAL_SEED } from './usual.ts';

/** No run may ask for more: their noise is below what anyone believes of a scenario. */
export const MOST_DRAWS = 16_777_216;

/** Up to so many draws, all are kept and quantiles are exact; of more, they are counted in cells. */
export const MOST_KEPT_DRAWS = 262_144;
/** Fewer where there is so much to keep of each that these bytes are full. */
const MOST_KEPT_BYTES = 512e6;
/** Bytes that all draws, or the counts of all figures, may take: beyond it a browser tab dies without a word. */
const MOST_BYTES = 2e9;

/** The draws on which a run judges plans. */
export function judgingDraws(options: RunOptions): DrawRequest {
  return {
    seed: options.seed ?? USUAL_SEED,
    method: options.method ?? 'sobol',
    draws: wholeDraws(options.draws ?? USUAL_DRAWS),
    ...(options.alignment === undefined ? {} : { alignment: options.alignment }),
  };
}

/** Draws on which the worth of single things is looked at: it varies little between draws. */
const WORTH_DRAWS = 4096;

/** The first of the draws on which a run judges plans: as many as tell what a little more of something is worth. */
export function worthDraws(options: RunOptions): DrawRequest {
  const request = judgingDraws(options);
  return { ...request, draws: Math.min(WORTH_DRAWS, request.draws) };
}

/** How a result tells its draws, and those its plan was searched on. */
export function drawsTold({ seed, method, draws }: DrawRequest, search?: DrawRequest): Report['draws'] {
  return { seed, method, judging: draws, ...(search === undefined ? {} : { search: search.draws }) };
}

/** The same options, with which other models have the draws of this one, whatever the method. */
export function withDrawsOf(model: () => Model, options: RunOptions): RunOptions {
  const own = options.method === 'aligned' && options.alignment === undefined;
  return own ? { ...options, alignment: alignmentOf(model()) } : options;
}

/** The next number of draws that is 16 replicates of a power of two points, as the point sets want it. */
export function wholeDraws(asked: number): number {
  let draws = REPLICATES;
  while (draws < asked) draws *= 2;
  return draws;
}

/** Whether a judgement keeps all draws of so many series, or counts them. */
export function areKept(series: number, draws: number): boolean {
  return draws <= MOST_KEPT_DRAWS && 8 * series * draws <= MOST_KEPT_BYTES;
}

/** Whether the draws, or the counts, of so many series do. */
export function fitInMemory(series: number, draws: number): boolean {
  return areKept(series, draws) || series * BYTES_PER_SERIES <= MOST_BYTES;
}

/** Refuses a judgement of more plans and channels than fit in memory, before any draw is made. Throws `ScenarioError`. */
export function checkSeries(series: number, draws: number): void {
  if (fitInMemory(series, draws)) return;
  let most = draws;
  while (!areKept(series, most)) most /= 2;
  throw new ScenarioError([
    {
      severity: 'error',
      path: 'draws',
      message: `${grouped(draws, 0)} draws of so many plans and channels do not fit in memory.`,
      advice: `Ask for at most ${grouped(most, 0)}; the simulation noise beside each figure says whether more are needed.`,
    },
  ]);
}

/** As many draws, 16 times a power of two, of so many plans as fit in memory where each of them is wanted. */
export function mostDraws(model: Model, plans: number): number {
  let most = REPLICATES;
  while (most < MOST_DRAWS && most * 2 * bytesPerDraw(model, plans) <= MOST_BYTES) most *= 2;
  return most;
}

/** Refuses more draws than fit in memory before any is made. Throws `ScenarioError`. */
export function checkFits(model: Model, plans: number, draws: number): void {
  const most = mostDraws(model, plans);
  if (draws <= most) return;
  const needed = Math.ceil((draws * bytesPerDraw(model, plans)) / 1e6);
  throw new ScenarioError([
    {
      severity: 'error',
      path: 'draws',
      message:
        `${grouped(draws, 0)} draws of ${model.channels.length} channels need ${grouped(needed, 0)} MB of memory, more ` +
        `than the ${grouped(MOST_BYTES / 1e6, 0)} MB that a run may take.`,
      advice: `Ask for at most ${grouped(most, 0)}; the simulation noise beside each figure says whether more are needed.`,
    },
  ]);
}

/** Rows of numbers that the memory of one plan is counted for. */
const ROWS_OF_A_PLAN = 24;

/** The memory of all assumptions draw by draw, in plans. */
export function plansOfAssumptions({ assumptions }: Model): number {
  return assumptions.length / ROWS_OF_A_PLAN;
}

/** Totals and channels by draw, held twice while the parts of a run are put together. */
function bytesPerDraw(model: Model, plans: number): number {
  return 2 * 8 * plans * (totalNames.length + model.metrics.length + 2 * model.channels.length);
}
