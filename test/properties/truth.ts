import type { Model, Optimization, Scenario } from '../../src/domain.ts';
import type { RunOptions } from '../../src/runs/run-options.ts';
import type { Engine } from '../../src/runs/engine.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { search, searchDraws } from '../../src/runs/search.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { outcomeOf } from '../../src/simulate/outcome/outcome.ts';
import { worstBreach, type Spend } from './solve.ts';

/** What is true of a plan on the draws of a search, by the simulator that makes reports and plain arithmetic. */
export interface Truth {
  /** What the goal asks for as much of as can be. */
  readonly goal: number;
  /** The largest amount by which a limit or a wish is missed, as a share of its size; 0 or below when none is. */
  readonly missed: number;
}

export interface Asked {
  readonly model: Model;
  readonly found: Optimization;
  readonly truthOf: (spend: Spend) => Truth;
  /** Totals of a plan, draw by draw, in the scenario (0) or under a stress of the goal's `worstOf` (1, 2, …). */
  readonly drawsOf: (world: number, spend: Spend) => Totals;
}

/** Searches a scenario with any goal, limits and targets. */
export async function ask(engine: Engine, of: Scenario, own: RunOptions = {}): Promise<Asked> {
  const options: RunOptions = { ...USUAL, ...own };
  const model = compile(of);
  const stressed = (of.goal.worstOf ?? []).map((name) => compile(of, [name]));
  const found = await search(engine, model, options, { stressed });
  return { model, found, ...truthOn(of, own) };
}

const USUAL: RunOptions = { searchDraws: 64, gap: 1e-3 };

/** What plans lead to on the draws of a search, without searching. */
export function truthOn(of: Scenario, own: RunOptions = {}): Pick<Asked, 'truthOf' | 'drawsOf'> {
  return truthTeller([compile(of), ...(of.goal.worstOf ?? []).map((name) => compile(of, [name]))], {
    ...USUAL,
    ...own,
  });
}

export type Totals = (name: 'profit' | 'revenue' | 'margin' | 'customers' | 'spend' | 'cost') => number[];

function truthTeller(worlds: readonly [Model, ...Model[]], options: RunOptions): Pick<Asked, 'truthOf' | 'drawsOf'> {
  const request = searchDraws(options);
  const prepared = worlds.map((world) => prepareDraws(world, request, true));
  const drawsOf = (world: number, spend: Spend): Totals => {
    const model = worlds[world]!;
    const plan = { name: 'any', spend: spend.map((periods) => Float64Array.from(periods)) };
    const outcomes = [...conditionsIn(prepared[world]!, { first: 0, count: request.draws })].map(
      (conditions) => outcomeOf(model, evaluate(model, plan, conditions)).totals,
    );
    return (name) => outcomes.flatMap((totals) => [...totals[name]]);
  };
  const [model] = worlds;
  const { goal } = model;
  const figure = (totals: Totals): number[] => {
    const extra = Object.entries(goal.plus ?? {}).map(([name, weight]) => [totals(name as 'profit'), weight] as const);
    return totals(goal.maximize).map((value, i) =>
      extra.reduce((sum, [other, weight]) => sum + weight * other[i]!, value),
    );
  };
  const today = model.channels.map(({ plan }) => [...plan]);
  const gainOf = (world: number, totals: Totals): number[] => {
    if (goal.risk?.of !== 'gain over today') return figure(totals);
    const before = figure(drawsOf(world, today));
    return figure(totals).map((value, i) => value - before[i]!);
  };
  const valueIn = (world: number, totals: Totals): number => {
    const { weight = 0, worst = 1 } = goal.risk ?? {};
    const all = mean(figure(totals));
    return weight === 0 ? all : (1 - weight) * all + weight * worstMean(gainOf(world, totals), worst);
  };
  const truthOf = (spend: Spend): Truth => {
    const totals = worlds.map((_, world) => drawsOf(world, spend));
    const money = spend.flat().reduce((sum, amount) => sum + amount, 0);
    const risk = goal.risk?.atLeast;
    const missed = [
      worstBreach(model, spend),
      ...(risk === undefined ? [] : [shortOf(worstMean(gainOf(0, totals[0]!), goal.risk!.worst), risk)]),
      ...model.targets.map(({ metric, atLeast, atMost }) => {
        // A ratio without its division, which has no value for a plan that spends nothing.
        if (metric === 'roas') return shortOf(mean(totals[0]!('revenue')), atLeast! * money);
        if (metric === 'cacCash') return shortOf(atMost! * mean(totals[0]!('customers')), money);
        const value = mean(totals[0]!(metric as 'profit'));
        return atLeast === undefined ? shortOf(-value, -atMost!) : shortOf(value, atLeast);
      }),
      ...model.nonlinearLimits.map((limit) => {
        const of = (c: number) => spend[c]!.reduce((sum, amount) => sum + amount, 0);
        if (limit.kind === 'most channels') return limit.channels.filter((c) => of(c) > 0).length - limit.most;
        if (limit.kind === 'minimum if used')
          return Math.max(...spend[limit.channel]!.map((amount) => (amount > 0 ? 1 - amount / limit.amount : 0)));
        return model.channels.reduce((sum, _, c) => sum + of(c) * of(c), 0) / (money * money || 1) - limit.most;
      }),
    ];
    return {
      goal: goal.minimize === 'spend' ? -money : Math.min(...totals.map((own, world) => valueIn(world, own))),
      missed: Math.max(...missed),
    };
  };
  return { truthOf, drawsOf };
}

function shortOf(value: number, least: number): number {
  return (least - value) / Math.max(Math.abs(least), Math.abs(value), Number.MIN_VALUE);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean of the worst share of draws, as the least of all weightings with at most 1 / (share × draws) for each. */
export function worstMean(values: readonly number[], share: number): number {
  let left = share * values.length;
  let sum = 0;
  for (const value of values.toSorted((a, b) => a - b)) {
    const part = Math.min(1, left);
    sum += part * value;
    left -= part;
    if (left <= 0) break;
  }
  return sum / (share * values.length);
}
