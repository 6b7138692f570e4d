import type { FigureAnswer } from '../../simulate/chunk.ts';
import type { Figure } from '../../simulate/goal/figure.ts';
import { blendOf, blendWeights, weightedSum, type Ask, type Inquiry } from '../asks.ts';
import type { FunctionPoint } from '../concave/concave-problem.ts';
import { meansByPiece, piecesOf } from '../pieces.ts';
import { planOf, type Task } from '../task.ts';

/** A weighted sum over draws that the goal, but for what spend counts by itself, is nowhere above, whatever the plan. */
export interface Weighing {
  readonly world: number;
  readonly figure: Figure;
  /** By draw; undefined where all count alike. */
  readonly weights: Float64Array | undefined;
  /** What all draws count together. */
  readonly total: number;
  /** What the sum gets besides. */
  readonly constant: number;
}

/** The goal in one world: a weighted sum of asks about the same figure. */
export interface WorldOfGoal {
  readonly world: number;
  readonly figure: Figure;
  readonly terms: readonly { readonly weight: number; readonly ask: Extract<Ask, { kind: 'mean' | 'blend' }> }[];
}

/** The worlds of which the least counts, as a goal is; undefined where it is nothing of the kind. */
export function worldsOfGoal({ goal, asks }: Pick<Task, 'goal' | 'asks'>): readonly WorldOfGoal[] | undefined {
  const groups = goal.every(({ asks: members }) => members.length === 1)
    ? [goal.map(({ weight, asks: [a] }) => ({ weight, ask: asks[a!]! }))]
    : goal.length === 1
      ? goal[0]!.asks.map((a) => [{ weight: goal[0]!.weight, ask: asks[a]! }])
      : [];
  const worlds = groups.map((group) => {
    const terms = group.flatMap(({ weight, ask }) =>
      ask.kind === 'mean' || ask.kind === 'blend' ? [{ weight, ask }] : [],
    );
    const [first, ...others] = terms.map(({ ask }) => ask);
    const alike = others.every(({ world, figure }) => world === first!.world && figure === first!.figure);
    if (first === undefined || terms.length < group.length || !alike) return undefined;
    return { world: first.world, figure: first.figure, terms };
  });
  const known = worlds.filter((world) => world !== undefined);
  return known.length > 0 && known.length === worlds.length ? known : undefined;
}

/** What weighings make of a plan. */
export interface Weighed {
  /** The goal, but for what spend counts by itself. */
  readonly value: number;
  /** By world, the weighing whose sum the goal is there, and that of the world that counts. */
  readonly weighings: readonly Weighing[];
  readonly active: Weighing;
  /** By weighing known before, what each column brings. */
  readonly points: readonly (readonly FunctionPoint[])[];
}

/** A plan to be weighed, its uses paid for or not. */
type Asked = Pick<Inquiry, 'plan' | 'used'>;

/** See {@link Weighed}. */
export async function weighed(
  task: Task,
  worlds: readonly WorldOfGoal[],
  asked: Asked,
  known: readonly Weighing[],
): Promise<Weighed> {
  const points = new Map<Weighing, readonly FunctionPoint[]>();
  const found: { readonly value: number; readonly weighing: Weighing }[] = [];
  for (const one of worlds) {
    const here = known.filter(({ world }) => world === one.world);
    // Where all draws count alike, the sum is that of the figure itself.
    const others = here.filter(({ weights }) => weights !== undefined);
    const byDraw = one.terms.some(({ ask }) => ask.kind === 'blend');
    const [answer, ...answers] = await task.simulator.figures(
      { ...asked, world: one.world },
      [one.figure, ...others.map(({ figure }) => figure)],
      [byDraw, ...others.map(() => false)],
      [undefined, ...others.map(({ weights }) => weights)],
    );
    for (const weighing of here) {
      points.set(weighing, pointsOf(task, weighing, answers[others.indexOf(weighing)] ?? answer!));
    }
    found.push(inWorld(task, one, answer!));
  }
  const value = Math.min(...found.map((one) => one.value));
  return {
    value,
    weighings: found.map(({ weighing }) => weighing),
    active: found.find((one) => one.value === value)!.weighing,
    points: known.map((weighing) => points.get(weighing)!),
  };
}

/** The goal in a world by what its figure is, with the weighing that it is there. */
function inWorld(
  { simulator: { draws } }: Task,
  { world, figure, terms }: WorldOfGoal,
  { sums, values }: FigureAnswer,
) {
  const mean = (sums.cells.reduce((sum, cell) => sum + cell, 0) + sums.baseline) / draws;
  const weights = values && new Float64Array(draws);
  let [value, total, constant] = [0, 0, 0];
  for (const { weight, ask } of terms) {
    if (ask.kind === 'mean') {
      value += weight * mean;
      total += weight;
      weights?.forEach((_, i) => (weights[i] = weights[i]! + weight / draws));
      continue;
    }
    const blend = blendOf(ask, values!);
    value += weight * blend.value;
    total += weight * (ask.mean + ask.worst);
    constant += weight * ask.worst * (blend.least - weightedSum(blend.worst, values!));
    blendWeights(ask, blend.worst).forEach((own, i) => (weights![i] = weights![i]! + weight * own));
  }
  return { value, weighing: { world, figure, weights, total, constant } };
}

/** By weighing and channel, what using it takes off the sum: exact, as nothing that spend brings depends on it. */
export async function useCostsByWeighing(task: Task, weighings: readonly Weighing[]): Promise<readonly Float64Array[]> {
  const { costly } = task;
  const { periods, channels } = task.model;
  const none = weighings.map(() => new Float64Array(channels.length));
  if (!costly.includes(true)) return none;
  const plan = planOf(new Float64Array(channels.length * periods), task.model);
  const paid = await byWeighing(task, weighings, { plan, used: costly });
  const free = await byWeighing(task, weighings, { plan });
  return none.map((costs, of) => {
    paid[of]!.forEach(({ value }, k) => {
      const c = Math.floor(k / periods);
      costs[c] = costs[c]! + value - free[of]![k]!.value;
    });
    return costs;
  });
}

/**
 * What each column brings at a plan by weighing, with slopes: within a box, of concave envelopes.
 *
 * @param used  channels whose uses are paid for; none when left out
 */
export async function byWeighing(
  task: Task,
  weighings: readonly Weighing[],
  { used = task.model.channels.map(() => false), ...asked }: Pick<Inquiry, 'plan' | 'box'> & Partial<Asked>,
): Promise<readonly (readonly FunctionPoint[])[]> {
  const points = new Map<Weighing, readonly FunctionPoint[]>();
  for (const world of new Set(weighings.map((one) => one.world))) {
    const here = weighings.filter((one) => one.world === world);
    const answers = await task.simulator.figures(
      { ...asked, used, world },
      here.map(({ figure }) => figure),
      here.map(() => false),
      here.map(({ weights }) => weights),
    );
    here.forEach((weighing, k) => points.set(weighing, pointsOf(task, weighing, answers[k]!)));
  }
  return weighings.map((weighing) => points.get(weighing)!);
}

function pointsOf(
  { model, simulator }: Task,
  { weights, total }: Weighing,
  { sums }: FigureAnswer,
): readonly FunctionPoint[] {
  return meansByPiece(model, piecesOf(model), sums, weights === undefined ? simulator.draws / total : 1);
}
