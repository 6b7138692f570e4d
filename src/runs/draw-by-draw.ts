/** Figures draw by draw for results that look at single draws: far quicker than a whole summary. */
import type { DrawRequest, Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { chunksOf } from '../simulate/chunk.ts';
import type { Figure } from '../simulate/goal/figure.ts';

/** With fewer periods a rule has hardly fewer nodes than there are periods. */
const LEAST_PERIODS = 24;
/**
 * With fewer draws times channels times periods making rules takes about as long as it saves: 3 ms a channel, and 100 ms in all where
 * the code has not been compiled yet, against some 1.6 ns for each.
 */
const LEAST_FOR_RULES = 1 << 27;

/** What each plan brings in each draw of a world: one row per plan. Throws `Cancelled` when the run is ended. */
export async function byDraw(
  engine: Engine,
  model: Model,
  plans: readonly Plan[],
  figure: Figure,
  draws: DrawRequest,
  options: Pick<RunOptions, 'signal'>,
): Promise<readonly Row[]> {
  const rows = await figuresByDraw(engine, model, plans, [figure], draws, options);
  return rows.map(([row]) => row!);
}

/** The same of several figures: `[plan][figure]`. */
export async function figuresByDraw(
  engine: Engine,
  model: Model,
  plans: readonly Plan[],
  figures: readonly Figure[],
  draws: DrawRequest,
  { signal }: Pick<RunOptions, 'signal'>,
): Promise<readonly (readonly Row[])[]> {
  const chunks = chunksOf(draws.draws);
  const rows = plans.map(() => figures.map(() => new Float64Array(draws.draws)));
  const key = engine.newKey();
  const rules = rulesPay(model, draws)
    ? (await import('../simulate/quadrature/rules-of-plans.ts')).rulesOfPlans(model, draws, plans, figures)
    : undefined;
  const asked = engine.pool.run(
    {
      kind: 'rows',
      key,
      payload: { model, draws, keep: false, plans: plans.length, ...(rules && { rules }) },
      requests: chunks.map((range) => ({ plans, figures, range })),
    },
    {
      ...(signal === undefined ? {} : { signal }),
      onAnswer: (answer, k) =>
        answer.forEach((own, p) => own.forEach((values, f) => rows[p]![f]!.set(values, chunks[k]!.first))),
    },
  );
  await asked.finally(() => engine.pool.end(key));
  return rows;
}

function rulesPay({ channels, periods }: Model, { draws }: DrawRequest): boolean {
  return periods >= LEAST_PERIODS && draws * channels.length * periods >= LEAST_FOR_RULES;
}
