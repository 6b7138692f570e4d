/** Everything of which a judgement wants figures: the numbers that every draw has under each plan, and between plans. */
import type { GoalMetric, Model, TotalName } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { evaluateRows } from '../../formula/compile.ts';
import { goalRow } from './goal-summary.ts';
import { asksRatioChance } from '../goal/ratio-chances.ts';
import { totalNames } from '../outcome/outcome.ts';
import { bandOf, NO_LESS, type Band, type Wanted } from './series-figures.ts';
import type { Tally } from '../tally/tally.ts';
import type { PlanSeries } from './plan-series.ts';

/** Something about each series of a judgement. */
export interface JudgedSeries<T> {
  readonly plans: readonly PlanSeries<T>[];
  /** One for each pair that is compared. */
  readonly changes: readonly T[];
}

/** Two of the plans, by their place, to be compared draw by draw. */
export interface Pair {
  readonly metric: GoalMetric;
  readonly from: number;
  readonly to: number;
}

/** Probabilities of the quantiles that are reported. */
const PROBABILITIES: readonly number[] = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
/** The worst tenth of draws. */
export const WORST_SHARE = 0.1;
/** Where 90 % of draws lie. */
export const RANGE: readonly [number, number] = [0.05, 0.95];
const range: Wanted = { quantiles: RANGE, worst: [], chances: [], wholeOnly: true };
export const LOSS: Band = { atLeast: -Infinity, atMost: -Number.MIN_VALUE };
export const BETTER: Band = { atLeast: Number.MIN_VALUE, atMost: Infinity };

/** What a judgement wants to know. */
export function wantedOf(model: Model, plans: number, pairs: readonly Pair[]): JudgedSeries<Wanted> {
  const one = planWanted(model);
  return {
    plans: Array.from({ length: plans }, () => one),
    changes: pairs.map(() => ({ ...range, chances: [BETTER] })),
  };
}

/** What is wanted of one plan. */
export function planWanted({
  metrics,
  channels,
  targets,
  goal,
}: Pick<Model, 'metrics' | 'channels' | 'targets' | 'goal'>): PlanSeries<Wanted> {
  const ofMetric = (name: string): Wanted => ({
    quantiles: PROBABILITIES,
    worst: [WORST_SHARE],
    chances: [...(name === 'profit' ? [LOSS] : []), ...targets.filter(({ metric }) => metric === name).map(bandOf)],
  });
  const { chanceOf, risk } = goal;
  const worst = risk === undefined ? [] : [risk.worst];
  const gains = risk?.of === 'gain over today';
  return {
    rows: Object.fromEntries([...totalNames, ...metrics.map(({ name }) => name)].map((name) => [name, ofMetric(name)])),
    room: targets.filter(asksRatioChance).map(() => ({ quantiles: [], worst: [], chances: [NO_LESS] })),
    channels: channels.map(() => ({ customers: range, profit: range })),
    goal: {
      quantiles: [],
      worst: gains ? [] : worst,
      chances: chanceOf === undefined ? [] : [bandOf({ atLeast: chanceOf })],
    },
    ...(gains ? { gain: { quantiles: [], worst, chances: [] } } : {}),
  };
}

/** The numbers themselves in a run of draws. */
export function rowsOf(model: Model, tallies: readonly Tally[], pairs: readonly Pair[]): JudgedSeries<Row> {
  return {
    plans: tallies.map((tally) => planRows(model, tally, tallies[0]!)),
    changes: pairs.map(({ metric, from, to }) => minus(tallies[to]!.totals[metric], tallies[from]!.totals[metric])),
  };
}

/** The same of one plan. */
export function planRows(model: Model, tally: Tally, today: Tally): PlanSeries<Row> {
  const rows: Record<string, Row> = { ...tally.totals };
  for (const { name, expression, uses } of model.metrics) {
    const out = new Float64Array(tally.count);
    evaluateRows(
      expression,
      uses.map((total: TotalName) => tally.totals[total]),
      out,
      tally.count,
    );
    rows[name] = out;
  }
  const goal = goalRow(model.goal, tally.totals);
  return {
    rows,
    room: tally.room,
    channels: tally.channels.map(({ customers, profit }) => ({ customers, profit })),
    goal,
    ...(model.goal.risk?.of === 'gain over today' ? { gain: minus(goal, goalRow(model.goal, today.totals)) } : {}),
  };
}

/** The same series with something else about each, made in the order in which they are listed. */
export function mapSeries<T, U>(series: JudgedSeries<T>, of: (one: T) => U): JudgedSeries<U> {
  return { plans: series.plans.map((plan) => mapPlan(plan, of)), changes: series.changes.map(of) };
}

/** See {@link mapSeries}. */
export function mapPlan<T, U>({ rows, room, channels, goal, gain }: PlanSeries<T>, of: (one: T) => U): PlanSeries<U> {
  return {
    rows: Object.fromEntries(Object.entries(rows).map(([name, one]) => [name, of(one)])),
    room: room.map(of),
    channels: channels.map(({ customers, profit }) => ({ customers: of(customers), profit: of(profit) })),
    goal: of(goal),
    ...(gain === undefined ? {} : { gain: of(gain) }),
  };
}

export function listOf<T>({ plans, changes }: JudgedSeries<T>): readonly T[] {
  return [...plans.flatMap(listOfPlan), ...changes];
}

export function listOfPlan<T>(series: PlanSeries<T>): readonly T[] {
  const list: T[] = [];
  mapPlan(series, (one) => list.push(one));
  return list;
}

function minus(a: Row, b: Row): Row {
  return a.map((value, i) => value - b[i]!);
}
