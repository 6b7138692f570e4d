import type { Model, Optimization, Scenario } from '../../src/domain.ts';
import type { RunOptions } from '../../src/runs/run-options.ts';
import type { Engine } from '../../src/runs/engine.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchDraws } from '../../src/runs/search.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { outcomeOf } from '../../src/simulate/outcome/outcome.ts';

/** Spend by channel and period. */
export type Spend = readonly (readonly number[])[];

type Found = Extract<Optimization, { readonly lowerBound: number }>;

/** What a search found, with the world it was searched in. */
export interface Solved {
  readonly model: Model;
  readonly found: Found;
  readonly spend: Spend;
  /** Mean goal of any plan on the same draws, by the simulator that makes reports, not by the search's own shorter way. */
  readonly goalOf: (spend: Spend) => number;
  /** The same draw by draw. */
  readonly drawsOf: (spend: Spend) => readonly number[];
}

/** Searches a scenario that has a plan. */
export async function solve(engine: Engine, of: Scenario, own: RunOptions = {}): Promise<Solved> {
  const options: RunOptions = { searchDraws: 128, gap: 1e-5, ...own };
  const model = compile(of);
  const found = await search(engine, model, options);
  if (!('plan' in found)) throw new Error(`no plan: ${JSON.stringify(found)}`);
  const drawsOf = simulator(model, options);
  return {
    model,
    found,
    spend: found.plan.spend.map((periods) => [...periods]),
    goalOf: (spend) => mean(drawsOf(spend)),
    drawsOf,
  };
}

/** What a plan brings of what is maximized, draw by draw, on the draws of a search, by the simulator that makes reports. */
export function simulator(model: Model, options: RunOptions): (spend: Spend) => readonly number[] {
  const request = searchDraws(options);
  const prepared = prepareDraws(model, request, true);
  return (spend) => {
    const plan = { name: 'any', spend: spend.map((periods) => Float64Array.from(periods)) };
    return [...conditionsIn(prepared, { first: 0, count: request.draws })].flatMap((conditions) => [
      ...outcomeOf(model, evaluate(model, plan, conditions)).totals[model.goal.maximize],
    ]);
  };
}

export function mean(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0) / values.length;
}

/**
 * What a relative gap is taken of: the goal, but at least 5 % of the money that moves, as the documentation of the
 * search says.
 */
export function scaleOf({ model, found, spend }: Solved): number {
  const moved = model.goal.maximize === 'profit' ? spend.flat().reduce((all, amount) => all + amount, 0) : 0;
  return Math.max(Math.abs(found.lowerBound), 0.05 * (Math.abs(found.lowerBound) + moved));
}

/** The largest amount by which a plan passes a limit, as a share of the money in it. */
export function worstBreach(model: Model, spend: Spend): number {
  const money = Math.max(
    spend.flat().reduce((all, amount) => all + amount, 0),
    Number.MIN_VALUE,
  );
  return Math.max(
    ...spend.flat().map((amount) => -amount / money),
    ...model.limits.map(({ terms, least = -Infinity, most = Infinity }) => {
      const value = terms.reduce((all, term) => all + term.coefficient * spend[term.channel]![term.period]!, 0);
      const size = Math.max(money, ...[least, most].filter(Number.isFinite).map((bound) => Math.abs(bound)));
      return Math.max(least - value, value - most) / size;
    }),
  );
}

/**
 * Plans that satisfy every limit: each moves money from one cell to another (or into or out of the plan) by a random
 * share of what the limits allow from the plan before (hit and run, after Smith 1984).
 *
 * @param random  numbers in [0, 1)
 */
export function* feasibleWalk(model: Model, start: Spend, random: () => number): Generator<Spend, never> {
  let spend = start.map((periods) => [...periods]);
  const cells = spend.flatMap((periods, channel) => periods.map((_, period) => ({ channel, period })));
  const pick = () => cells[Math.floor(random() * cells.length)]!;
  for (;;) {
    const to = pick();
    const from = random() < 0.2 ? undefined : pick();
    const direction = (channel: number, period: number) =>
      (to.channel === channel && to.period === period ? 1 : 0) -
      (from?.channel === channel && from.period === period ? 1 : 0);
    const [back, ahead] = room(model, spend, direction);
    if (ahead > back) {
      const step = back + (ahead - back) * random();
      spend = spend.map((periods, c) => periods.map((amount, t) => Math.max(0, amount + step * direction(c, t))));
    }
    yield spend;
  }
}

/** How far a plan may move along a direction before it meets a limit, backwards and forwards. */
function room(
  model: Model,
  spend: Spend,
  direction: (channel: number, period: number) => number,
): readonly [back: number, ahead: number] {
  let back = -Infinity;
  let ahead = Infinity;
  const meet = (value: number, slope: number, least: number, most: number) => {
    if (Math.abs(slope) < 1e-12) return;
    const [low, high] = [(least - value) / slope, (most - value) / slope];
    back = Math.max(back, Math.min(low, high));
    ahead = Math.min(ahead, Math.max(low, high));
  };
  spend.forEach((periods, c) => periods.forEach((amount, t) => meet(amount, direction(c, t), 0, Infinity)));
  for (const { terms, least = -Infinity, most = Infinity } of model.limits) {
    const along = (of: (channel: number, period: number) => number) =>
      terms.reduce((all, { channel, period, coefficient }) => all + coefficient * of(channel, period), 0);
    meet(
      along((c, t) => spend[c]![t]!),
      along(direction),
      least,
      most,
    );
  }
  return Number.isFinite(back) && Number.isFinite(ahead) ? [Math.min(0, back), Math.max(0, ahead)] : [0, 0];
}

/** A small generator of numbers in [0, 1) for walks (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
