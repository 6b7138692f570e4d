import { cumulative, quantile } from '../distributions/distribution.ts';
import type { Assumption, DrawRequest, Goal, Model, Plan } from '../domain.ts';
import { Cancelled } from '../errors.ts';
import type { Row } from '../families.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import type { RunOptions } from './run.ts';
import { openSampler } from '../simulate/sample.ts';
import { crossing } from '../stress/crossing.ts';
import { figureOfRows } from '../stress/figure-of-rows.ts';
import type { BreakEven, Tornado, TornadoBar } from '../stress/stress-test.ts';

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
export function tornado(
  model: Model,
  plans: readonly Plan[],
  figure: Pick<Goal, 'maximize' | 'plus'>,
  draws: DrawRequest,
  options: RunOptions,
): Tornado {
  const request = { ...draws, draws: Math.min(DRAWS, draws.draws) };
  const drawn = openSampler(model, request).block(0, request.draws).rows.slice(0, model.assumptions.length);
  const means = (rows: readonly Row[], looked: readonly Plan[]) =>
    looked.map((each) => meanOf(figureOfRows(model, each, goalFigure(figure), rows)));
  /** All as it was drawn, but one at this value. */
  const held = (at: number, value: number) =>
    drawn.map((row, k) => (k === at ? new Float64Array(request.draws).fill(value) : row));
  const [plan] = plans as readonly [Plan, ...Plan[]];
  const [mean] = means(drawn, [plan]);
  const bars: TornadoBar[] = [];
  for (const [k, assumption] of model.assumptions.entries()) {
    options.onProgress?.({ phase: 'judge', done: k, total: model.assumptions.length });
    const ends = endsOf(assumption);
    if (options.signal?.aborted) throw new Cancelled();
    const [low] = means(held(k, ends[0]), [plan]);
    const [high] = means(held(k, ends[1]), [plan]);
    bars.push({ id: assumption.id, ends, means: [low!, high!], breakEvens: [] });
  }
  const sorted = bars.toSorted((a, b) => swing(b) - swing(a));
  const searched: TornadoBar[] = [];
  for (const bar of sorted.slice(0, MOST_SEARCHED)) {
    const place = model.assumptions.findIndex(({ id }) => id === bar.id);
    const at = (value: number) => means(held(place, value), plans);
    searched.push({ ...bar, breakEvens: breakEvensOf(model.assumptions[place]!, at, figure.maximize === 'profit') });
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

function breakEvensOf(
  { distribution }: Assumption,
  meansAt: (value: number) => readonly number[],
  canLose: boolean,
): readonly BreakEven[] {
  if (happensOrNot(distribution.family)) return [];
  const ends = [quantile(distribution, FARTHEST[0]), quantile(distribution, FARTHEST[1])] as const;
  const means = [meansAt(ends[0]), meansAt(ends[1])] as const;
  const signs: readonly { readonly of: BreakEven['of']; readonly signed: (means: readonly number[]) => number }[] = [
    ...(canLose ? [{ of: 'figure' as const, signed: ([own]: readonly number[]) => own! }] : []),
    ...(means[0].length > 1
      ? [{ of: 'gain over today' as const, signed: ([own, other]: readonly number[]) => own! - other! }]
      : []),
  ];
  const found: BreakEven[] = [];
  for (const { of, signed } of signs) {
    const values = [signed(means[0]), signed(means[1])] as const;
    const value = crossing(ends, values, (at) => signed(meansAt(at)));
    if (value === undefined) continue;
    const below = cumulative(distribution, value);
    found.push({ of, value, chance: values[0] > 0 ? 1 - below : below });
  }
  return found;
}

function meanOf(row: Float64Array): number {
  return row.reduce((total, value) => total + value, 0) / row.length;
}
