import { cumulative, quantile } from '../distributions/distribution.ts';
import type { Assumption, DrawRequest, Goal, Model, Plan } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import type { RunOptions } from './run-options.ts';
import { openSampler } from '../simulate/sample.ts';
import { crossing } from '../stress/crossing.ts';
import { openFigure } from '../simulate/figure-of-rows.ts';
import type { BreakEven, Tornado, TornadoBar, TornadoStep } from '../stress/stress-test.ts';
import { inTurns } from './turns.ts';

/** Paired draws: what is not held cancels, so that few of them are enough. */
const DRAWS = 1024;
/** Bars that are followed from end to end, and in which break-even values are looked for. */
const MOST_FOLLOWED = 8;
const LOW = 0.1;
const HIGH = 0.9;
/** Between the ends, each of these is looked at in the bars that are followed. */
const BETWEEN = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] as const;
/** Beyond these chances a break-even is not looked for. */
const FARTHEST = [0.005, 0.995] as const;

/**
 * Each assumption alone at its 10 % and 90 % points, all others as they are believed: the mean of the figure. The largest are followed
 * in steps from end to end; in these, the value at which the mean figure, or the gain of the first plan over the second, changes its sign.
 *
 * @param plans  the plan that is tested, and optionally another that it was chosen over
 */
export async function tornado(
  model: Model,
  plans: readonly Plan[],
  goal: Pick<Goal, 'maximize' | 'plus'>,
  draws: DrawRequest,
  options: RunOptions,
): Promise<Tornado> {
  const request = { ...draws, draws: Math.min(DRAWS, draws.draws) };
  const drawn = openSampler(model, request).block(0, request.draws).rows.slice(0, model.assumptions.length);
  const looked = plans.map((plan): Looked => {
    const figure = openFigure(model, plan, goalFigure(goal));
    const usual = figure.at(drawn);
    return {
      mean: meanOf(usual.total),
      meanWith(place, value) {
        const held = drawn.map((row, k) => (k === place ? new Float64Array(request.draws).fill(value) : row));
        return meanOf(figure.moved(usual, held, [place]).total);
      },
    };
  });
  const own = looked[0]!;
  const bars = await inTurns(model.assumptions, options, (assumption, place): PlacedBar => {
    const ends = endsOf(assumption);
    const means = [own.meanWith(place, ends[0]), own.meanWith(place, ends[1])] as const;
    return { place, bar: { id: assumption.id, ends, means, steps: [], breakEvens: [] } };
  });
  const sorted = bars.toSorted((a, b) => swing(b.bar) - swing(a.bar));
  const followed = await inTurns(sorted.slice(0, MOST_FOLLOWED), options, ({ place, bar }) => {
    const assumption = model.assumptions[place]!;
    return {
      ...bar,
      steps: stepsOf(assumption, bar, (value) => own.meanWith(place, value)),
      breakEvens: breakEvensOf(
        assumption,
        looked.map(({ mean }) => mean),
        (value) => looked.map((each) => each.meanWith(place, value)),
        goal.maximize === 'profit',
      ),
    };
  });
  return {
    mean: own.mean,
    draws: request.draws,
    bars: [...followed, ...sorted.slice(MOST_FOLLOWED).map(({ bar }) => bar)],
  };
}

/** A plan under test. */
interface Looked {
  readonly mean: number;
  /** With all as it was drawn, but one assumption at this value. */
  readonly meanWith: (place: number, value: number) => number;
}

interface PlacedBar {
  /** Of the assumption in the model. */
  readonly place: number;
  readonly bar: TornadoBar;
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

/** From the low end to the high one; nothing but the ends where something happens or not. */
function stepsOf(
  { distribution }: Assumption,
  { ends, means }: TornadoBar,
  meanAt: (value: number) => number,
): readonly TornadoStep[] {
  const between = happensOrNot(distribution.family)
    ? []
    : BETWEEN.map((probability) => {
        const value = quantile(distribution, probability);
        return { probability, value, mean: meanAt(value) };
      });
  return [
    { probability: LOW, value: ends[0], mean: means[0] },
    ...between,
    { probability: HIGH, value: ends[1], mean: means[1] },
  ];
}

function breakEvensOf(
  { distribution }: Assumption,
  believed: readonly number[],
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
    const to = signed(believed) > 0 ? 'bad' : 'good';
    // It is good below where it is good at the low end.
    found.push({ of, value, to, chance: values[0] > 0 === (to === 'good') ? below : 1 - below });
  }
  return found;
}

function meanOf(row: Row): number {
  return row.reduce((total, value) => total + value, 0) / row.length;
}
