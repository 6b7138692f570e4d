/** Figures draw by draw for results that look at single draws: far quicker than a whole summary. */
import type { DrawRequest, Model, Plan } from '../domain.ts';
import { Cancelled } from '../errors.ts';
import { drawsOf } from '../optimize/asks.ts';
import type { Engine, RunOptions } from './run.ts';
import { simulatorOn } from './search.ts';
import type { Figure } from '../simulate/figure.ts';

/** What each plan brings in each draw of a world: one row per plan. Throws `Cancelled` when the run is ended. */
export async function byDraw(
  engine: Engine,
  model: Model,
  plans: readonly Plan[],
  figure: Figure,
  draws: DrawRequest,
  { signal }: Pick<RunOptions, 'signal'>,
): Promise<readonly Float64Array[]> {
  const simulator = simulatorOn(engine, [model], draws);
  const rows: Float64Array[] = [];
  for (const plan of plans) {
    if (signal?.aborted) throw new Cancelled();
    rows.push(await drawsOf(simulator, plan, figure));
  }
  return rows;
}
