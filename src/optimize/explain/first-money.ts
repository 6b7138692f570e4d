import type { Model } from '../../domain.ts';
import type { ConcaveProblem, FunctionPoint } from '../concave/concave-problem.ts';

/** Share of all money over which the first money in a channel is told where its curve begins too steeply, at most. */
const STEP = 0.01;
/** Of many channels, this share of what each would get on average: a hundredth of all money would fill any of them. */
const STEP_OF_EVEN_SHARE = 0.1;
/** A slope that falls by this share over that step is no measure of any sum that a planner would move. */
const FALLS = 0.2;

/**
 * The step in each period to come over which first money is told: a hundredth of what the plan spends in them, less where
 * there are more than ten channels; else of what is spent today; 0 where that is nothing.
 */
export function firstStep({ periods, settled, channels }: Model, byChannel: readonly Float64Array[]): number {
  const toCome = (spend: readonly Float64Array[]) =>
    spend.reduce((all, own) => own.subarray(settled).reduce((total, amount) => total + amount, all), 0);
  const share = Math.min(STEP, STEP_OF_EVEN_SHARE / channels.length);
  return (share * (toCome(byChannel) || toCome(channels.map(({ plan }) => plan)))) / (periods - settled);
}

/** Whether a slope at nothing is too steep to be told, by what it is behind the step. */
export function isSteep(atNothing: number, behind: number): boolean {
  return atNothing - behind > FALLS * Math.abs(atNothing);
}

export interface FirstMoneyInput {
  readonly model: Model;
  readonly problem: ConcaveProblem;
  /** The plan as columns of the problem, spend first. */
  readonly columns: Float64Array;
  /** The functions of the problem there. */
  readonly points: readonly FunctionPoint[];
  readonly spend: Float64Array;
}

/** What the first money brings where a plan spends nothing. */
export interface FirstMoney {
  /** By column of spend: the money over which slopes are averaged; 0 where they are those of the next unit. */
  readonly over: Float64Array;
  /** Goal, wishes and their derivatives at the plan, with those averages. */
  readonly points: readonly FunctionPoint[];
}

/**
 * Curves may be all but infinitely steep at nothing (power, Hill with a slope below 1): their slope there is that of a
 * speck of money, hundreds of times what any sum brings. In such columns slopes become averages over a hundredth of all
 * money, spread over the periods to come: between the slopes at both ends of that step, at the share of the way at which
 * they sum up to what the step really adds. Fixed costs are left out, as they are of slopes.
 */
export async function firstMoney({ model, problem, columns, points, spend }: FirstMoneyInput): Promise<FirstMoney> {
  const { periods, settled } = model;
  const over = new Float64Array(spend.length);
  const empty = [...spend.keys()].filter((k) => k % periods >= settled && spend[k] === 0);
  const byChannel = model.channels.map((_, c) => spend.subarray(c * periods, (c + 1) * periods));
  const step = firstStep(model, byChannel);
  if (empty.length === 0 || step === 0) return { over, points };
  const withStep = (changed: readonly number[]) => {
    const next = columns.slice();
    for (const k of changed) next[k] = step;
    return problem.evaluate(next);
  };
  const beyond = await withStep(empty);
  const steep = new Set(
    empty.filter((k) => falls(slopesIn(problem, points, k), slopesIn(problem, beyond, k))).map((k) => channelOf(k)),
  );
  let told = points;
  for (const c of steep) {
    const own = empty.filter((k) => channelOf(k) === c);
    told = averaged(problem, { before: points, after: await withStep(own), told }, own, step);
    for (const k of own) over[k] = step;
  }
  return { over, points: told };

  function channelOf(column: number): number {
    return Math.floor(column / periods);
  }
}

type Functions = Pick<ConcaveProblem, 'functions'>;

/** Slopes of all functions of a column. */
function slopesIn({ functions }: Functions, points: readonly FunctionPoint[], column: number): readonly number[] {
  return functions.flatMap(({ columns }, f) => {
    const place = columns.indexOf(column);
    return place === -1 ? [] : [points[f]!.slope[place]!];
  });
}

function falls(before: readonly number[], after: readonly number[]): boolean {
  return before.some((slope, f) => isSteep(slope, after[f]!));
}

interface Step {
  readonly before: readonly FunctionPoint[];
  readonly after: readonly FunctionPoint[];
  /** What is told so far of other columns. */
  readonly told: readonly FunctionPoint[];
}

/** Average slopes over a step in some columns together. */
function averaged(
  { functions }: Functions,
  { before, after, told }: Step,
  changed: readonly number[],
  step: number,
): readonly FunctionPoint[] {
  return functions.map(({ columns }, f) => {
    const [from, to] = [before[f]!, after[f]!];
    const places = changed.map((k) => columns.indexOf(k)).filter((place) => place !== -1);
    const [first, last] = [from, to].map(({ slope }) => places.reduce((all, place) => all + slope[place]!, 0));
    // By concavity between 0 and 1; where nothing falls, slopes are averages already.
    const share = first === last ? 0 : ((to.value - from.value) / step - last!) / (first! - last!);
    const slope = told[f]!.slope.slice();
    for (const place of places) slope[place] = to.slope[place]! + share * (from.slope[place]! - to.slope[place]!);
    return { value: from.value, slope };
  });
}
