import { cumulative, quantile } from './distributions/distribution.ts';
import type { Assumption, DrawRequest, Goal, Model, Plan } from './domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { goalFigure } from './optimize/wishes/wishes.ts';
import type { Engine, RunOptions } from './run.ts';
import { crossing } from './stress/crossing.ts';
import { fixedAt } from './stress/marginals.ts';
import type { BreakEven, Tornado, TornadoBar } from './stress/stress-test.ts';

/** Paired draws: what is not held cancels, so that few of them are enough. */
const DRAWS = 1024;
/** Bars in which break-even values are looked for. */
const MOST_SEARCHED = 8;
const LOW = 0.1;
const HIGH = 0.9;
/** Beyond these chances a break-even is not looked for. */
const FARTHEST = [0.005, 0.995] as const;

/**
 * Each assumption alone at its 10 % and 90 % points, all others as they are believed: the mean of the figure. In the largest,
 * the value at which the mean figure, or the gain of the first plan over the second, changes its sign.
 *
 * @param plans  the plan that is tested, and optionally another that it was chosen over
 */
export async function tornado(
  engine: Engine,
  model: Model,
  plans: readonly Plan[],
  figure: Pick<Goal, 'maximize' | 'plus'>,
  draws: DrawRequest,
  options: RunOptions,
): Promise<Tornado> {
  const request = { ...draws, draws: Math.min(DRAWS, draws.draws) };
  const means = async (world: Model, looked: readonly Plan[]) =>
    (await byDraw(engine, world, looked, goalFigure(figure), request, options)).map(meanOf);
  const [plan] = plans as readonly [Plan, ...Plan[]];
  const [mean] = await means(model, [plan]);
  const bars: TornadoBar[] = [];
  for (const [k, assumption] of model.assumptions.entries()) {
    options.onProgress?.({ phase: 'judge', done: k, total: model.assumptions.length });
    const ends = endsOf(assumption);
    const [low] = await means(fixedAt(model, assumption.id, ends[0]), [plan]);
    const [high] = await means(fixedAt(model, assumption.id, ends[1]), [plan]);
    bars.push({ id: assumption.id, ends, means: [low!, high!], breakEvens: [] });
  }
  const sorted = bars.toSorted((a, b) => swing(b) - swing(a));
  const searched: TornadoBar[] = [];
  for (const bar of sorted.slice(0, MOST_SEARCHED)) {
    const assumption = model.assumptions.find(({ id }) => id === bar.id)!;
    const at = (value: number) => means(fixedAt(model, assumption.id, value), plans);
    searched.push({ ...bar, breakEvens: await breakEvensOf(assumption, at, figure.maximize === 'profit') });
  }
  return { mean: mean!, draws: request.draws, bars: [...searched, ...sorted.slice(MOST_SEARCHED)] };
}

function swing({ means: [low, high] }: TornadoBar): number {
  return Math.abs(high - low);
}

function endsOf({ distribution }: Assumption): readonly [number, number] {
  return happensOrNot(distribution.family) ? [0, 1] : [quantile(distribution, LOW), quantile(distribution, HIGH)];
}

function happensOrNot(family: string): boolean {
  return family === 'bernoulli';
}

async function breakEvensOf(
  { distribution }: Assumption,
  meansAt: (value: number) => Promise<readonly number[]>,
  canLose: boolean,
): Promise<readonly BreakEven[]> {
  if (happensOrNot(distribution.family)) return [];
  const ends = [quantile(distribution, FARTHEST[0]), quantile(distribution, FARTHEST[1])] as const;
  const means = [await meansAt(ends[0]), await meansAt(ends[1])] as const;
  const signs: readonly { readonly of: BreakEven['of']; readonly signed: (means: readonly number[]) => number }[] = [
    ...(canLose ? [{ of: 'figure' as const, signed: ([own]: readonly number[]) => own! }] : []),
    ...(means[0].length > 1
      ? [{ of: 'gain over today' as const, signed: ([own, other]: readonly number[]) => own! - other! }]
      : []),
  ];
  const found: BreakEven[] = [];
  for (const { of, signed } of signs) {
    const values = [signed(means[0]), signed(means[1])] as const;
    const value = await crossing(ends, values, async (at) => signed(await meansAt(at)));
    if (value === undefined) continue;
    const below = cumulative(distribution, value);
    found.push({ of, value, chance: values[0] > 0 ? 1 - below : below });
  }
  return found;
}

function meanOf(row: Float64Array): number {
  return row.reduce((total, value) => total + value, 0) / row.length;
}
