import { barsAlong, barsOfAll, replicateMeans, type ReplicateMeans } from '../compare/bars.ts';
import { causesBetween, planIn, type Situation } from '../compare/causes.ts';
import type { Bridge } from '../compare/comparison.ts';
import { randomOrders } from '../compare/orders.ts';
import { setsAlong } from '../compare/shapley.ts';
import type { DrawRequest, Estimate, Goal } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { REPLICATES } from '../random/points.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { compile } from '../scenario/compile/compile.ts';
import { ofReplicates } from '../simulate/tally/estimate.ts';

/** With more causes than these, orders are sampled instead of counted out. */
const MOST_CAUSES = 10;
/** Random orders of that sample, each with its reverse. */
const ORDER_PAIRS = 8;
/** More causes than bits in a number. */
const MOST_IN_ALL = 30;
/** Draws times situations that a bridge may take: some seconds. */
const MOST_WORK = 1 << 18;
const FEWEST_DRAWS = 32 * REPLICATES;

/**
 * What leads from one situation to another, cause by cause: each cause's part is the mean of what it adds over all orders
 * in which causes can be told, so no order is favoured and the parts add up exactly. Undefined when nothing differs.
 *
 * @param draws  of the comparison; with many causes only the first of them are used
 */
export async function bridgeBetween(
  engine: Engine,
  a: Situation,
  b: Situation,
  figure: Pick<Goal, 'maximize' | 'plus'>,
  draws: DrawRequest,
  options: RunOptions,
): Promise<Omit<Bridge, 'a' | 'b' | 'revenue'> | undefined> {
  const { causes, situation } = causesBetween(a, b);
  if (causes.length === 0 || causes.length > MOST_IN_ALL) return undefined;
  const every = (1 << causes.length) - 1;
  const orders =
    causes.length > MOST_CAUSES ? randomOrders(causes.length, ORDER_PAIRS, `${draws.seed}, bridge`) : undefined;
  const sets =
    orders === undefined
      ? Array.from({ length: every + 1 }, (_, set) => set)
      : [...new Set(orders.flatMap((order) => setsAlong(order)))];
  const request = { ...draws, draws: fewerDraws(draws.draws, sets.length) };
  const means = new Map<number, ReplicateMeans>();
  for (const [k, set] of sets.entries()) {
    options.onProgress?.({ phase: 'judge', done: k, total: sets.length });
    const between = situation(set);
    const model = compile(between.scenario, options.stresses);
    const [row] = await byDraw(engine, model, [planIn(between, 'between')], goalFigure(figure), request, options);
    means.set(set, replicateMeans(row!));
  }
  const of = (set: number) => means.get(set)!;
  const bars = orders === undefined ? barsOfAll(sets.map(of)) : barsAlong(orders, of);
  return {
    from: estimateOf(of(0)),
    to: estimateOf(of(every)),
    causes: causes.map((cause, k) => ({ cause, change: bars[k]! })),
    draws: request.draws,
    orders: orders?.length ?? 'all',
  };
}

/** So many that all situations together take no more than a bridge may. */
function fewerDraws(asked: number, situations: number): number {
  let draws = asked;
  while (draws > FEWEST_DRAWS && draws * situations > MOST_WORK) draws /= 2;
  return draws;
}

function estimateOf({ mean, parts }: ReplicateMeans): Estimate {
  return ofReplicates(mean, parts);
}
