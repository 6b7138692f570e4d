import type { Model, Plan } from '../domain.ts';
import { exp } from '../numeric/exp.ts';
import type { FigureAnswer } from '../simulate/chunk.ts';
import { channelsUsed } from '../simulate/outcome/evaluate.ts';
import type { PlanBox } from '../simulate/block/plan-box.ts';
import type { Figure } from '../simulate/goal/figure.ts';
import type { FigureSums } from '../simulate/goal/goal.ts';
import type { FunctionPoint, Nearby } from './concave/concave-problem.ts';
import { meansByPiece, type Pieces } from './pieces.ts';
import { tailWeights } from './wishes/tail-weights.ts';

/** A plan in a world: the scenario as it stands (0) or under one of the stresses searched against (1, 2, …). */
export interface Inquiry {
  readonly world: number;
  readonly plan: Plan;
  /** Channels whose fixed costs are paid. */
  readonly used: readonly boolean[];
  /** Within this box, curves are replaced by their concave envelopes. */
  readonly box?: PlanBox;
}

/** The simulator as a search sees it: the same draws in every answer. */
export interface Simulator {
  readonly draws: number;
  /**
   * Figures summed over all draws and, where marked, draw by draw.
   *
   * @param weights  by figure: how much each draw counts in its sums; all alike where nothing is given
   */
  figures(
    inquiry: Inquiry,
    figures: readonly Figure[],
    byDraw: readonly boolean[],
    weights?: readonly (Float64Array | undefined)[],
  ): Promise<readonly FigureAnswer[]>;
  /** A figure summed with a weight for each draw; most are 0. */
  weighted(inquiry: Inquiry, figure: Figure, weights: Float64Array): Promise<FigureSums>;
  /** Revenue from the next unit of spend of each channel, draw by draw, in the scenario as it stands: see `nextReturns`. */
  nextReturns(plan: Plan): Promise<readonly Float64Array[]>;
  /** The same on the first of its draws only; undefined where all of them are few. */
  readonly few?: Simulator;
}

/** A concave function of spend, or several that add up: what goals and guards are made of. */
export type Ask =
  /** The mean over all draws, one function for each piece. */
  | { readonly kind: 'mean'; readonly world: number; readonly figure: Figure; readonly pieces: Pieces }
  /** `mean` times the mean over all draws plus `worst` times the mean over the worst share of them. */
  | {
      readonly kind: 'blend';
      readonly world: number;
      readonly figure: Figure;
      readonly mean: number;
      readonly worst: number;
      readonly share: number;
      /** What is taken off each draw before they are ranked: what today's plan would bring there. */
      readonly less?: Float64Array;
    }
  /** The share of draws in which a figure is at least so much, softened to have slopes: not concave, for climbing only. */
  | {
      readonly kind: 'soft chance';
      readonly world: number;
      readonly figure: Figure;
      readonly least: number;
      /** Over which the step from missed to reached is spread, in units of the figure. */
      readonly width: number;
    }
  /** Room of the sum of squared spend by channel below a Herfindahl index of `most`, as a concave function. */
  | { readonly kind: 'concentration'; readonly most: number };

/** A figure of a plan draw by draw, with the channels in which it spends anything. */
export async function drawsOf(
  simulator: Pick<Simulator, 'figures'>,
  plan: Plan,
  figure: Figure,
  world = 0,
): Promise<Float64Array> {
  const [answer] = await simulator.figures({ world, plan, used: channelsUsed(plan) }, [figure], [true]);
  return answer!.values!;
}

/** How many functions an ask is. */
export function functionsOf(ask: Ask): number {
  return ask.kind === 'mean' ? ask.pieces.count : 1;
}

/**
 * Values and slopes of all asks at a plan, in their order; slopes are by the columns of `columnsOf`. A mean over the worst
 * draws is the least of all such weighted means, so the slope of the one that was the worst nearby is of a tangent, too, a
 * little above it: known without looking a second time at the draws that turn out to be the worst.
 */
export async function answers(
  model: Model,
  simulator: Simulator,
  asks: readonly Ask[],
  inquiry: Omit<Inquiry, 'world'>,
  nearby?: Nearby,
): Promise<readonly FunctionPoint[]> {
  const simulated = await simulatedPoints(model, simulator, asks, inquiry, knownNearby(asks, nearby));
  return asks.flatMap((ask) =>
    ask.kind === 'concentration' ? [concentration(inquiry.plan, ask.most)] : simulated.get(ask)!,
  );
}

/** What the nearby point says of an ask that is a mean over the worst draws. */
interface Known {
  readonly worst: Float64Array;
  readonly loose: number;
}

function knownNearby(asks: readonly Ask[], nearby: Nearby | undefined): ReadonlyMap<Ask, Known> {
  const known = new Map<Ask, Known>();
  let next = 0;
  for (const ask of asks) {
    const worst = nearby?.points[next]!.worst;
    if (worst !== undefined) known.set(ask, { worst, loose: nearby!.loose[next]! });
    next += functionsOf(ask);
  }
  return known;
}

async function simulatedPoints(
  model: Model,
  simulator: Simulator,
  asks: readonly Ask[],
  inquiry: Omit<Inquiry, 'world'>,
  known: ReadonlyMap<Ask, Known>,
): Promise<ReadonlyMap<Ask, readonly FunctionPoint[]>> {
  const found = new Map<Ask, readonly FunctionPoint[]>();
  const open = asks.filter((ask) => ask.kind !== 'concentration');
  for (const world of new Set(open.map((ask) => ask.world))) {
    const here = open.filter((ask) => ask.world === world);
    const replies = await simulator.figures(
      { ...inquiry, world },
      here.map(({ figure }) => figure),
      here.map(({ kind }) => kind !== 'mean'),
      known.size === 0
        ? undefined
        : here.map((ask) =>
            ask.kind === 'blend' && known.has(ask) ? blendWeights(ask, known.get(ask)!.worst) : undefined,
          ),
    );
    for (const [k, ask] of here.entries()) {
      const { sums, values } = replies[k]!;
      found.set(
        ask,
        ask.kind === 'mean'
          ? meansByPiece(model, ask.pieces, sums, simulator.draws)
          : [
              ask.kind === 'blend'
                ? await blended(simulator, { ...inquiry, world }, ask, sums, values!, known.get(ask))
                : await softChance(simulator, { ...inquiry, world }, ask, values!),
            ],
      );
    }
  }
  return found;
}

export type Blend = Extract<Ask, { kind: 'blend' }>;

/** A blend of what each draw brings, with the mean over the worst share of them and how much each draw counts in that. */
export function blendOf({ mean, worst: weight, share, less }: Blend, values: Float64Array) {
  const ranked = less === undefined ? values : values.map((value, i) => value - less[i]!);
  const worst = tailWeights(ranked, share);
  const least = weightedSum(worst, ranked);
  const all = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { ranked, worst, least, value: mean * all + weight * least };
}

/** How much draws count in the slope of a blend, with what they count in the mean over the worst of them. */
export function blendWeights({ mean, worst }: Blend, ofWorst: Float64Array): Float64Array {
  return ofWorst.map((weight) => mean / ofWorst.length + worst * weight);
}

async function blended(
  simulator: Simulator,
  inquiry: Inquiry,
  ask: Blend,
  sums: FigureSums,
  values: Float64Array,
  known: Known | undefined,
): Promise<FunctionPoint> {
  const { ranked, worst, least, value } = blendOf(ask, values);
  if (known !== undefined) {
    // But for rounding, no other weights have a lower sum.
    const above = Math.max(0, ask.worst * (weightedSum(known.worst, ranked) - least));
    if (above <= known.loose) return { value, slope: sums.gradient, above, worst };
  }
  if (known !== undefined) {
    const { gradient } = await simulator.weighted(inquiry, ask.figure, blendWeights(ask, worst));
    return { value, slope: gradient, worst };
  }
  const { gradient } = await simulator.weighted(inquiry, ask.figure, worst);
  return {
    value,
    slope: sums.gradient.map((slope, k) => (ask.mean * slope) / simulator.draws + ask.worst * gradient[k]!),
    worst,
  };
}

export function weightedSum(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!;
  return sum;
}

/** A logistic step in place of the sharp one. */
async function softChance(
  simulator: Simulator,
  inquiry: Inquiry,
  { figure, least, width }: Extract<Ask, { kind: 'soft chance' }>,
  values: Float64Array,
): Promise<FunctionPoint> {
  if (!(width > 0)) {
    return { value: values.filter((value) => value >= least).length / values.length, slope: flat(inquiry.plan) };
  }
  const reached = values.map((value) => 1 / (1 + exp((least - value) / width)));
  const weights = reached.map((share) => (share * (1 - share)) / (width * values.length));
  const value = reached.reduce((sum, share) => sum + share, 0) / values.length;
  // So far from `least` that not even the softened step has a slope in any draw.
  if (weights.every((weight) => weight === 0)) return { value, slope: flat(inquiry.plan) };
  const { gradient } = await simulator.weighted(inquiry, figure, weights);
  return { value, slope: gradient };
}

function flat(plan: Plan): Float64Array {
  return new Float64Array(plan.spend.reduce((columns, spend) => columns + spend.length, 0));
}

/** Money spread as evenly as can be keeps a limit of 1/n but for rounding: the limit is eased by this share. */
const EASED = 1e-9;

/**
 * sqrt(most) × total - length of the spend by channel, which is at least 0 where the sum of squared shares is at most
 * `most`: a norm is convex, so this is concave.
 */
function concentration(plan: Plan, most: number): FunctionPoint {
  const totals = plan.spend.map((spend) => spend.reduce((sum, amount) => sum + amount, 0));
  const total = totals.reduce((sum, amount) => sum + amount, 0);
  const length = Math.sqrt(totals.reduce((sum, amount) => sum + amount * amount, 0));
  const root = Math.sqrt(most) * (1 + EASED);
  return {
    value: root * total - length,
    slope: Float64Array.from(
      plan.spend.flatMap((spend, c) => Array.from(spend, () => root - (length > 0 ? totals[c]! / length : 0))),
    ),
  };
}
