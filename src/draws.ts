import type { DrawRequest, Model } from './domain.ts';
import { ScenarioError } from './errors.ts';
import { REPLICATES } from './random/points.ts';
import { grouped } from './report/numbers/grouped.ts';
import type { RunOptions } from './run.ts';
import { totalNames } from './simulate/outcome.ts';

export const USUAL_SEED = 'apportion';
export const USUAL_DRAWS = 16_384;
/** No run of any size may ask for more; what fits in memory depends on the scenario. */
export const MOST_DRAWS = 16_777_216;

/** Bytes that the totals of all draws may take: beyond it a browser tab dies without a word. */
const MOST_BYTES = 2e9;

/** The draws on which a run judges plans. */
export function judgingDraws(options: RunOptions): DrawRequest {
  return {
    seed: options.seed ?? USUAL_SEED,
    method: options.method ?? 'sobol',
    draws: wholeDraws(options.draws ?? USUAL_DRAWS),
  };
}

/** The next number of draws that is 16 replicates of a power of two points, as the point sets want it. */
export function wholeDraws(asked: number): number {
  let draws = REPLICATES;
  while (draws < asked) draws *= 2;
  return draws;
}

/** Whether the totals of so many draws of so many plans fit in memory. */
export function fits(model: Model, plans: number, draws: number): boolean {
  return draws * bytesPerDraw(model, plans) <= MOST_BYTES;
}

/** Refuses more draws than fit in memory before any is made. Throws `ScenarioError`. */
export function checkFits(model: Model, plans: number, draws: number): void {
  if (fits(model, plans, draws)) return;
  let most = REPLICATES;
  while (fits(model, plans, most * 2)) most *= 2;
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

/** Totals and channels by draw, held twice while the parts of a run are put together. */
function bytesPerDraw(model: Model, plans: number): number {
  return 2 * 8 * plans * (totalNames.length + model.metrics.length + 2 * model.channels.length);
}
