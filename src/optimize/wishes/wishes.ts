import type { Goal, Model, RiskWish, Target, WishResult } from '../../domain.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { figuresOfTarget, targetFigure, type TwoFigures } from '../../simulate/goal/target-figure.ts';
import { isConstant } from '../../simulate/block/block.ts';
import { drawsOf, type Ask, type Simulator } from '../asks.ts';
import { onePiece, piecesOf } from '../pieces.ts';
import { todaysPlan } from '../plans.ts';

/** What must be reached, as an ask that has to be at least `least`. */
export interface Wish {
  /** One that has to hold in several periods is several in a row, with the same object here. */
  readonly wish: WishResult['wish'] | 'concentration';
  readonly ask: Ask;
  readonly least: number;
  /** Change of `least` per unit by which what the planner asked for rises: 1, or -1 for what is asked at most. */
  readonly sign: 1 | -1;
  /** For a ratio of two figures: these, so that it can be told what the plan reaches. */
  readonly ratio?: TwoFigures;
}

/** The figure that is made as large as possible. */
export function goalFigure(goal: Goal): Figure {
  return { weights: { [goal.maximize]: 1, ...goal.plus } };
}

/** The goal as asks with weights, and what a unit of spend counts by itself, by column. */
export interface GoalAsks {
  readonly perSpend: Float64Array;
  readonly parts: readonly { readonly weight: number; readonly asks: readonly Ask[] }[];
}

/** Draws of the figure that today's plan would bring, by world: what regret is measured against. */
export type TodaysDraws = (world: number) => Float64Array;

/** A goal that is one ask by itself. */
export function goalOfAsk(model: Model, ask: Ask): GoalAsks {
  return {
    perSpend: new Float64Array(model.channels.length * model.periods),
    parts: [{ weight: 1, asks: [ask] }],
  };
}

/** A part of the goal that counts less than this share is rounding of a weight that is all or nothing. */
const SMALLEST_WEIGHT = 1e-9;

/** See {@link GoalAsks}. A goal is the mean, its blend with the mean of the worst cases, or the least over worlds. */
export function goalAsks(model: Model, worlds: number, today: TodaysDraws): GoalAsks {
  const { goal } = model;
  const perSpend = new Float64Array(model.channels.length * model.periods);
  if (goal.minimize === 'spend') return { perSpend: perSpend.fill(-1), parts: [] };
  const figure = goalFigure(goal);
  const { worst = 0, weight = 0, of } = goal.risk ?? {};
  const less = (world: number) => (of === 'gain over today' ? { less: today(world) } : {});
  if (worlds > 1) {
    const asks = Array.from({ length: worlds }, (_, world): Ask =>
      weight === 0
        ? { kind: 'mean', world, figure, pieces: onePiece(model) }
        : { kind: 'blend', world, figure, mean: 1 - weight, worst: weight, share: worst, ...less(world) },
    );
    return { perSpend, parts: [{ weight: 1, asks }] };
  }
  const mean: Ask = { kind: 'mean', world: 0, figure, pieces: piecesOf(model) };
  if (weight === 0) return { perSpend, parts: [{ weight: 1, asks: [mean] }] };
  const tail: Ask = { kind: 'blend', world: 0, figure, mean: 0, worst: 1, share: worst, ...less(0) };
  return {
    perSpend,
    parts: [
      { weight: 1 - weight, asks: [mean] },
      { weight, asks: [tail] },
    ].filter((part) => part.weight > SMALLEST_WEIGHT),
  };
}

/** What the limits that are no linear sums, the goal's risk and the targets on means ask for, in this order; none that is held by a price. */
export function wishesOf(model: Model, today: TodaysDraws): readonly Wish[] {
  const { risk } = model.goal;
  const priced = pricedWish(model)?.wish;
  return [
    ...model.nonlinearLimits.flatMap((limit): Wish[] =>
      limit.kind === 'concentration'
        ? [{ wish: 'concentration', ask: { kind: 'concentration', most: limit.most }, least: 0, sign: -1 }]
        : [],
    ),
    ...(risk?.atLeast === undefined ? [] : [riskWish(model, { ...risk, atLeast: risk.atLeast }, today)]),
    ...model.targets.flatMap((target): readonly Wish[] => {
      const isPriced =
        priced !== undefined && priced !== 'concentration' && 'target' in priced && priced.target === target;
      return target.probability !== undefined || isPriced ? [] : targetWishes(model, target);
    }),
  ];
}

/** A target as what its mean has to be: once, or of a payback once for each period; nothing for what no tangents can hold. */
export function targetWishes(model: Model, target: Target): readonly Wish[] {
  const found = targetFigure(target);
  if (found === undefined) return [];
  const { least, sign, ratio } = found;
  const wish = { target };
  return figuresOfTarget(model, found.figure).map((each) => ({
    wish,
    ask: { kind: 'mean', world: 0, figure: each, pieces: onePiece(model) },
    least,
    sign,
    ...(ratio === undefined ? {} : { ratio }),
  }));
}

function riskWish(model: Model, risk: RiskWish & { readonly atLeast: number }, today: TodaysDraws): Wish {
  const figure = goalFigure(model.goal);
  return {
    wish: { risk },
    ask: {
      kind: 'blend',
      world: 0,
      figure,
      mean: 0,
      worst: 1,
      share: risk.worst,
      ...(risk.of === 'gain over today' ? { less: today(0) } : {}),
    },
    least: risk.atLeast,
    sign: 1,
  };
}

/**
 * A target on a chance as what makes sure of it: the mean over the worst `share` of draws reaches the target. With a share of
 * one less the chance, no more than that share can miss it. Of a payback this is once for each period by which it has to hold.
 */
export function chanceWishes(model: Model, target: Target, share: number): readonly Wish[] {
  const found = targetFigure(target);
  if (found === undefined) return [];
  const { least, sign } = found;
  const wish = { target };
  return figuresOfTarget(model, found.figure).map((figure) => ({
    wish,
    ask: { kind: 'blend', world: 0, figure, mean: 0, worst: 1, share },
    least,
    sign,
  }));
}

/** A wish that is no limit on a concave figure, and held by a price instead: see `holdPriced`. */
export type PricedWish = Wish & { readonly ask: Extract<Ask, { readonly kind: 'mean' }> };

/**
 * The target on how satisfied customers are, or on the most hours where leads and customers take some: with diminishing returns the
 * first ones take most, so that hours rise as a concave function. Undefined where there is neither, or for hours where the goal has no
 * mean to price them by. Of both, satisfaction; hours are then a limit whose tangents lie on the wrong side, but for chords in parts of the search space.
 */
export function pricedWish(model: Model): PricedWish | undefined {
  return satisfactionWish(model) ?? (hasMean(model) ? hoursWish(model) : undefined);
}

/** Whether a mean is a part of the goal. */
function hasMean({ goal: { chanceOf, minimize, worstOf, risk } }: Model): boolean {
  return chanceOf === undefined && minimize === undefined && worstOf === undefined && risk?.weight !== 1;
}

function hoursWish(model: Model): PricedWish | undefined {
  const takesOfResults = model.channels.some(({ hours }) =>
    hours.some(({ perLead, perCustomer }) => !isConstant(perLead, 0) || !isConstant(perCustomer, 0)),
  );
  const target = model.targets.find(
    (one) => one.metric === 'hours' && one.atMost !== undefined && one.probability === undefined,
  );
  if (!takesOfResults || target === undefined) return undefined;
  const { figure, least, sign } = targetFigure(target)!;
  return { wish: { target }, ask: { kind: 'mean', world: 0, figure, pieces: onePiece(model) }, least, sign };
}

/** The target on satisfaction as what each customer has more than is asked, added up; undefined where there is none. */
function satisfactionWish(model: Model): PricedWish | undefined {
  const target = model.targets.find(({ metric, atLeast }) => metric === 'satisfaction' && atLeast !== undefined);
  return target && satisfactionOf(model, target);
}

/** See {@link satisfactionWish}. */
export function satisfactionOf(model: Model, target: Target): PricedWish | undefined {
  if (target.metric !== 'satisfaction' || target.atLeast === undefined) return undefined;
  const figure: Figure = { weights: { satisfaction: 1, rated: -target.atLeast }, ofPlanOnly: true };
  return {
    wish: { target },
    ask: { kind: 'mean', world: 0, figure, pieces: onePiece(model) },
    least: 0,
    sign: 1,
    ratio: {
      of: { weights: { satisfaction: 1 }, ofPlanOnly: true },
      per: { weights: { rated: 1 }, ofPlanOnly: true },
    },
  };
}

/** Draws of figures under today's plan, asked once each. */
export async function drawsOfToday(
  model: Model,
  simulator: Pick<Simulator, 'draws' | 'figures'>,
  worlds: number,
): Promise<TodaysDraws> {
  if (model.goal.risk?.of !== 'gain over today') return () => new Float64Array(simulator.draws);
  const figure = goalFigure(model.goal);
  const plan = todaysPlan(model);
  const byWorld: Float64Array[] = [];
  for (let world = 0; world < worlds; world++) byWorld.push(await drawsOf(simulator, plan, figure, world));
  return (world) => byWorld[world]!;
}
