import type { DrawRequest, Model, Plan } from '../domain.ts';
import { openKernel, type Kernel } from '../kernel/kernel.ts';
import type { pointStream } from '../random/points.ts';
import { conditionsOf, type Conditions } from './conditions/conditions.ts';
import { nothingKnown, relaxationOf, type Relaxation } from './bounds/relaxation.ts';
import type { Figure } from './goal/figure.ts';
import { figureInBlock, isSeparable, type FigureInBlock } from './goal/figure-in-block.ts';
import { figuresIn } from './figures.ts';
import { addFigureSums, noSums, type FigureSums } from './goal/goal.ts';
import { pickedBlock, pickedRelaxation, type Picks } from './bounds/pick.ts';
import { modelParts, type ModelPart } from './model-parts.ts';
import type { PlanBox } from './block/plan-box.ts';
import type { Ruled } from './quadrature/ruled-values.ts';
import { fillRepeatedly } from './repeated-tallies.ts';
import { blockOf, openRooms } from './rooms.ts';
import { openSampler } from './sample.ts';
import type { Tally } from './tally/tally.ts';
import { tallyBlock } from './outcome/tally-block.ts';
import { emptiedTally, emptyTally } from './outcome/tally-room.ts';
import type { DrawRange } from './draw-range.ts';
import type { PreparedDraws } from './prepared-draws.ts';

/** Marginal returns vary little between draws and cost two backward sweeps: the first draws are enough for them. */
const MARGINAL_DRAWS = 4096;

/** Draws per chunk, the unit in which work is shared out. Fixed, so that sums have the same bits for any workers. */
export const CHUNK = 2048;

/** The chunks of a run of `draws` draws. */
export function chunksOf(draws: number): readonly DrawRange[] {
  return Array.from({ length: Math.ceil(draws / CHUNK) }, (_, k) => ({
    first: k * CHUNK,
    count: Math.min(CHUNK, draws - k * CHUNK),
  }));
}

/** What is there already. */
export interface PreparedWith {
  readonly kernel?: Kernel;
  readonly streamOf?: typeof pointStream;
  readonly ruled?: Ruled;
}

export function prepareDraws(
  model: Model,
  request: DrawRequest,
  keep: boolean,
  { kernel = openKernel(), streamOf, ruled }: PreparedWith = {},
): PreparedDraws {
  let parts: readonly ModelPart[] | undefined;
  const sampler = openSampler(model, request, kernel, streamOf);
  // What is kept may fill the room where nothing more is made in it for each plan.
  const { memory, room } = openRooms(model, kernel, { rows: !keep || isSeparable(model) });
  return {
    boxed: undefined,
    relaxations: new Map(),
    model,
    sampler,
    kept: keep ? new Map() : undefined,
    known: new WeakMap(),
    memory,
    tallies: [],
    kernel,
    room: keep ? room && { ...room, clear: () => undefined } : room,
    repeated: {},
    ruled,
    parts: () => (parts ??= modelParts(model)),
  };
}

/** What each plan leads to in a range of draws, the same draws for all of them. */
export function tallyPlans(prepared: PreparedDraws, plans: readonly Plan[], range: DrawRange): readonly Tally[] {
  return fillTallies(
    prepared,
    plans,
    range,
    plans.map(() => emptyTally(prepared.model, range.first, range.count)),
  );
}

/** The same, to be read before it is asked for again: in the same memory each time. */
export function passingTallies(prepared: PreparedDraws, plans: readonly Plan[], range: DrawRange): readonly Tally[] {
  const { model, tallies } = prepared;
  const emptied = () =>
    plans.map((_, p) => {
      const used = tallies[p];
      const fits = used !== undefined && used.count === range.count;
      return (tallies[p] = fits ? emptiedTally(used, range.first) : emptyTally(model, range.first, range.count));
    });
  const own = emptied();
  const fill = () => fillTallies(prepared, plans, range, own);
  // More is asked of the first draws.
  if (range.first < MARGINAL_DRAWS) return fill();
  if (fillRepeatedly(prepared, { plans, tallies: own }, range, () => void fill())) return own;
  return fillTallies(prepared, plans, range, emptied());
}

function fillTallies(
  prepared: PreparedDraws,
  plans: readonly Plan[],
  range: DrawRange,
  tallies: readonly Tally[],
): readonly Tally[] {
  const { model, memory, kernel } = prepared;
  let marginalCount = 0;
  for (const conditions of passingConditions(prepared, range)) {
    const { first, count } = conditions.block;
    const withReturns = first < MARGINAL_DRAWS;
    if (withReturns) marginalCount += count;
    plans.forEach((plan, p) => {
      memory.reset();
      tallyBlock(model, plan, conditions, withReturns, memory, kernel, tallies[p]!);
    });
  }
  return tallies.map((tally) => ({ ...tally, marginalCount }));
}

/** A figure summed over a range of draws and, if asked for, draw by draw. */
export interface FigureAnswer {
  readonly sums: FigureSums;
  readonly values?: Float64Array;
}

/**
 * Figures of a plan and their derivatives, summed over a range of draws; draw by draw for those that `byDraw` marks.
 *
 * @param weights  by figure: how much each draw of the range counts in its sums; all alike where nothing is given
 */
export function figuresOfPlan(
  prepared: PreparedDraws,
  plan: Plan,
  used: readonly boolean[],
  figures: readonly Figure[],
  byDraw: readonly boolean[],
  range: DrawRange,
  box?: PlanBox,
  weights: readonly (Float64Array | undefined)[] = [],
): readonly FigureAnswer[] {
  const { model, memory } = prepared;
  const parts: FigureSums[][] = figures.map(() => []);
  const values = byDraw.map((asked) => (asked ? new Float64Array(range.count) : undefined));
  for (const conditions of conditionsIn(prepared, range)) {
    const { first, count } = conditions.block;
    const from = first - range.first;
    const sums = figuresIn(
      {
        model,
        plan,
        used,
        conditions,
        relaxation: box === undefined ? undefined : relaxationIn(prepared, conditions, box),
        figures: figures.map((figure) => figureIn(prepared, conditions, figure, box !== undefined)),
        values: values.map((all) => all?.subarray(from, from + count)),
        weights: weights.map((all) => all?.subarray(from, from + count)),
      },
      memory,
      prepared.kernel,
    );
    sums.forEach((own, k) => parts[k]!.push(own));
  }
  return parts.map((part, k) => ({
    sums: part.reduce(addFigureSums),
    ...(values[k] === undefined ? {} : { values: values[k] }),
  }));
}

/** Figures that are remembered for one block; a search asks for a handful, over and over. */
const MOST_KNOWN = 16;

/** A figure in a block, taken apart once while conditions are kept. */
export function figureIn(
  { model, kept, known }: PreparedDraws,
  conditions: Conditions,
  figure: Figure,
  relaxed: boolean,
): FigureInBlock {
  if (kept === undefined) return figureInBlock(model, conditions, figure, { relaxed });
  let here = known.get(conditions);
  if (here === undefined) known.set(conditions, (here = new Map()));
  const key = JSON.stringify([figure, relaxed]);
  let found = here.get(key);
  if (found === undefined) {
    found = figureInBlock(model, conditions, figure, { relaxed });
    if (here.size === MOST_KNOWN) here.clear();
    here.set(key, found);
  }
  return found;
}

/** The relaxation of a block within a box; a search asks for many plans within one box. */
function relaxationIn(prepared: PreparedDraws, conditions: Conditions, box: PlanBox): Relaxation {
  if (prepared.boxed === undefined || !sameBox(prepared.boxed.box, box)) prepared.boxed = { box, byBlock: new Map() };
  const { byBlock } = prepared.boxed;
  const { first } = conditions.block;
  let relaxation = byBlock.get(first);
  if (relaxation !== undefined) return relaxation;
  let known = prepared.relaxations.get(first);
  if (known === undefined) prepared.relaxations.set(first, (known = nothingKnown()));
  relaxation = relaxationOf(prepared.model, conditions, box, known, prepared.memory);
  byBlock.set(first, relaxation);
  return relaxation;
}

function sameBox(a: PlanBox, b: PlanBox): boolean {
  const same = (one: Plan, other: Plan) =>
    one.spend.every((spend, c) => spend.every((amount, t) => amount === other.spend[c]![t]));
  return a.pooled === b.pooled && a.shared === b.shared && same(a.lower, b.lower) && same(a.upper, b.upper);
}

/** Some draws of a range, by their place in it, ascending, and how much each counts. */
export interface WeightedDraws {
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

/** A figure of a plan and its derivative, summed over some draws of a range with a weight for each. */
export function figureOfDraws(
  prepared: PreparedDraws,
  plan: Plan,
  used: readonly boolean[],
  figure: Figure,
  { places, weights }: WeightedDraws,
  range: DrawRange,
  box?: PlanBox,
): FigureSums {
  const { model, memory } = prepared;
  if (places.length === 0) return noSums(model);
  const picks: Picks[] = [];
  let at = 0;
  for (const conditions of conditionsIn(prepared, range)) {
    const { first, count } = conditions.block;
    const from = at;
    while (at < places.length && places[at]! < first + count - range.first) at++;
    if (at === from) continue;
    picks.push({
      conditions,
      relaxation: box === undefined ? undefined : relaxationIn(prepared, conditions, box),
      places: places.subarray(from, at).map((place) => place + range.first - first),
    });
  }
  const conditions = conditionsOf(model, pickedBlock(picks));
  const relaxation = pickedRelaxation(picks);
  const figures = [figureInBlock(model, conditions, figure, { relaxed: box !== undefined })];
  return figuresIn(
    { model, plan, used, conditions, relaxation, figures, values: [], weights: [weights] },
    memory,
    prepared.kernel,
  )[0]!;
}

/** The blocks of a range of draws with their conditions, in order. */
export function conditionsIn(prepared: PreparedDraws, range: DrawRange): Generator<Conditions> {
  return passingConditions(prepared.kept === undefined ? { ...prepared, room: undefined } : prepared, range);
}

/** The same, but each of them holds until the next one is asked for. */
function* passingConditions({ model, sampler, kept, room }: PreparedDraws, range: DrawRange): Generator<Conditions> {
  const end = range.first + range.count;
  const size = blockOf(model);
  for (let at = range.first; at < end; at += size) {
    const conditions = kept?.get(at) ?? conditionsOf(model, sampler.block(at, Math.min(size, end - at), room));
    kept?.set(at, conditions);
    yield conditions;
  }
}
