import type { Model } from '../domain.ts';
import { Cancelled } from '../errors.ts';
import { programBuilder } from '../linear/program.ts';
import { openLinear } from '../linear/solve.ts';
import type { BoxStepProgress, BoxStepResult } from './concave/box-step.ts';
import { MasterFailed, unlessMasterFails } from './concave/master-failed.ts';
import { branchAndBound, type BranchResult, type NodeResult } from './branch/branch.ts';
import type { Ask, Simulator } from './asks.ts';
import { chainsOf } from './chains.ts';
import { goalAt } from './concave/concave-problem.ts';
import { bentChannels } from './curves.ts';
import { hasLosses, mayNotBeConcave, someFall } from './doubts.ts';
import { PARTS_REMEMBERED } from './branch/known-parts.ts';
import { isByColumn, searchByColumn } from './branch/by-column.ts';
import { orderOfPeriods } from './branch/period-order.ts';
import { solveNode, type Found, type NodeSearch } from './branch/node.ts';
import type { OptimizeInput } from './optimize-input.ts';
import { todaysSpend } from './plans.ts';
import { boundsDrawsTogether, isMuchToCut } from './pooled.ts';
import { rowOfLimit, type SpendProgram } from './spend-program.ts';
import { asDecided, decidesUse, mustBeUsed, problemOf, type Node, type Task, type Use } from './task.ts';
import { costlyChannels, useCostsOf } from './use-costs.ts';
import { goalAsks, type GoalAsks, type TodaysDraws, type Wish } from './wishes/wishes.ts';

export interface PlanSearch extends OptimizeInput {
  readonly linear: SpendProgram;
  readonly tolerance: number;
  readonly today: TodaysDraws;
  /** Nodes after which a search that has a plan ends; fewer than usual where nobody asks for its bound. */
  readonly mostNodes?: number;
  /** Parts of the search space after which it pauses, where it is divided and a plan is found. */
  readonly pauseAfter?: number;
}

/** The best plan that a search found, and what it proved. */
export interface Outcome {
  readonly spend: Float64Array;
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
  readonly boundKind: 'proven' | 'numerical';
  /** Whether everything that the bound rests on is concave, as far as anybody can tell. */
  readonly concave: boolean;
  readonly iterations: number;
  readonly simulations: number;
  readonly search: BoxStepResult;
  /** Goes on with a search that paused; absent where it has ended. */
  readonly resume?: () => Promise<Outcome>;
}

/** That no plan was found. */
export interface NoPlan {
  /** Whether there is none: no part of the search space has one. Else the search ended before it met one. */
  readonly proven: boolean;
}

/** Far above what well-posed problems need (worst of 140 random ones: 146). */
const MOST_ITERATIONS = 400;
/** Half-width of the first trust box where one part of the goal depends on many columns. */
const FIRST_RADIUS = 0.15;
/** The same when the search goes on from the plan of a similar problem. */
const NEXT_RADIUS = 0.05;
/** A relative gap is taken of the goal, but at least of this share of the money that moves. */
const SMALLEST_SHARE_OF_GROSS = 0.05;
/** Where nothing moves at all: nobody minds a millionth of what could be spent. */
const SMALLEST_SCALE = 1e-6;
/** A tangent may be passed by this share of what it is the sum of before it counts as proof that nothing is concave. */
const ROUNDING = 1e-7;
/** Of the gap that is allowed, the share that a single node may keep: envelopes need the rest for themselves. */
const NODE_SHARE = 0.9;
const NODE_SHARE_RELAXED = 0.4;
const MOST_NODES = 600;
/** Divisions in which the gap should become smaller by a twentieth at least. */
const PATIENCE = 40;
/** The same where draws are bounded together: that takes most of the gap at once, and dividing hardly more. */
const PATIENCE_POOLED = 20;
/** Nodes without a better plan after which a search ends where channels share people or segments: many amounts are hardly ever all cut. */
const IDLE_OF_MANY = 12;
const IDLE_OF_FEW = 40;
const UNKNOWN: NodeResult<Node, Found> = { bound: Infinity, children: [] };

/**
 * The best plan for the goal that fulfils all wishes, or the best so far when it is stopped; or that none was found.
 *
 * @throws Cancelled  when it is stopped before there is a plan
 */
export async function searchPlan(
  input: PlanSearch,
  wishes: readonly Wish[],
  goal: GoalAsks = goalAsks(input.model, input.looked.length, input.today),
): Promise<Outcome | NoPlan> {
  const { model, tolerance, signal, onProgress } = input;
  let simulations = 0;
  const counting: Simulator = {
    ...input.simulator,
    figures(...request) {
      simulations += 1;
      return input.simulator.figures(...request);
    },
  };
  const task = await taskOf(input, counting, wishes, goal);
  // What channels share is bounded in parts, too.
  const bent = task.shared || bentChannels(model, input.looked[0]!.block).some(Boolean);
  const relaxed =
    bent ||
    task.asks.some((ask) => ask.kind !== 'concentration' && hasLosses(model, input.looked[ask.world]!, ask.figure));
  const scale = scaleOf(input);
  let iterations = 0;
  // Of all nodes: those that were cut off are part of the proof.
  let worstViolation = 0;
  let boundKind: BoxStepResult['boundKind'] = 'proven';
  let nodes = 0;
  const root = rootOf(task);
  const divided = relaxed || root.uses.includes('open') || task.leastIfUsed.some((least) => least > 0);
  const separable = task.asks.every((ask) => ask.kind === 'mean' && ask.pieces.count === ask.pieces.ofColumn.length);
  const inNode = (first: boolean): NodeSearch => ({
    task,
    relaxed,
    bent,
    tolerance: (relaxed ? NODE_SHARE_RELAXED : divided ? NODE_SHARE : 1) * tolerance,
    scale,
    radius: separable && wishes.length === 0 ? 1 : first ? FIRST_RADIUS : NEXT_RADIUS,
    maxIterations: MOST_ITERATIONS,
    onSearch: (search) => {
      iterations += search.iterations;
      worstViolation = Math.max(worstViolation, search.worstViolation);
      if (search.boundKind === 'numerical') boundKind = 'numerical';
    },
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: (state) =>
            onProgress({ ...(divided ? overall(state) : state), iteration: iterations + state.iteration }),
        }),
    ...(signal === undefined ? {} : { signal }),
    ...(input.known === undefined || nodes >= PARTS_REMEMBERED ? {} : { known: input.known }),
  });
  let wished = input.from ?? todaysSpend(model);
  let known: Omit<BoxStepProgress, 'iteration'> | undefined;
  /** What a node reaches is no plan yet, and its bound is that of the whole only in the first one. */
  const overall = ({ bound }: BoxStepProgress) => known ?? { value: -Infinity, bound, gap: Infinity };
  const ofColumns = { ...inNode(true), tolerance, ...(onProgress === undefined ? {} : { onProgress }) };
  // Where no solver can handle programs over hulls, those over tangents have other numbers in them.
  const byColumn =
    divided && isByColumn(task) ? await unlessMasterFails(searchByColumn(ofColumns, root, wished)) : undefined;
  const result =
    byColumn ??
    (await branchAndBound<Node, Found>({
      root,
      solve: async (node, incumbent) => {
        if (nodes > 0 && signal?.aborted) throw new Cancelled();
        const solved = await solveNode(inNode(nodes === 0), node, wished, incumbent).catch((error: unknown) => {
          // Of a part that no solver can handle nothing is known but what is known of the whole.
          if (error instanceof MasterFailed) return UNKNOWN;
          throw error;
        });
        nodes += 1;
        if (solved.candidate !== undefined && solved.candidate.value > incumbent) wished = solved.candidate.found.spend;
        return solved;
      },
      allowed: (value, found) => tolerance * scale(value, found.spend),
      mostNodes: input.mostNodes ?? MOST_NODES,
      ...(input.pauseAfter === undefined ? {} : { pauseAfter: input.pauseAfter }),
      patience: task.pooled ? PATIENCE_POOLED : PATIENCE,
      ...(task.shared ? { idle: isMuchToCut(root) ? IDLE_OF_MANY : IDLE_OF_FEW } : {}),
      onNode: ({ value, bound }) => {
        known = { value, bound, gap: value === -Infinity ? Infinity : (bound - value) / scale(value, wished) };
        onProgress?.({ iteration: iterations, ...known });
      },
    }));
  const { found } = result;
  if (found === undefined && signal?.aborted && result.bound > -Infinity) throw new Cancelled();
  // Tangents of what channels share hold whatever they touch, where more spend never brings less.
  const isConcave = () => (task.shared ? !someFall(model) : worstViolation <= ROUNDING);
  if (found === undefined) return { proven: isConcave() && result.bound === -Infinity };
  const outcomeOf = ({ value, bound, resume }: BranchResult<Found>, { spend, search }: Found): Outcome => ({
    spend,
    value,
    bound,
    gap: Math.max(0, bound - value) / scale(value, spend),
    boundKind,
    concave: isConcave(),
    iterations,
    simulations,
    search,
    ...(resume === undefined
      ? {}
      : {
          resume: async () => {
            const further = await resume();
            return outcomeOf(further, further.found!);
          },
        }),
  });
  return outcomeOf(result, found);
}

/** The plan of a search, where it found one. */
export function outcomeIn(answer: Outcome | NoPlan | undefined): Outcome | undefined {
  return answer !== undefined && 'spend' in answer ? answer : undefined;
}

/** The goal at a plan, with the channels in which it spends anything. */
export async function goalOfSpend(search: PlanSearch, spend: Float64Array): Promise<number> {
  const goal = goalAsks(search.model, search.looked.length, search.today);
  const task = await taskOf(search, search.simulator, [], goal);
  const { node, columns } = asDecided(task, spend);
  const problem = problemOf(task, node, false);
  return goalAt(problem, columns, await problem.evaluate(columns));
}

/** A plan for a harder problem, with the bound of an easier one: nothing that is asked more can be worth more. */
export function withBoundOf(search: PlanSearch, found: Outcome, easier: Outcome): Outcome {
  // A chance is a share already.
  const scale = search.model.goal.chanceOf === undefined ? scaleOf(search)(found.value, found.spend) : 1;
  const gap = Math.max(0, easier.bound - found.value) / scale;
  return {
    ...found,
    bound: Math.max(easier.bound, found.value),
    gap,
    boundKind: easier.boundKind,
    concave: easier.concave,
    iterations: found.iterations + easier.iterations,
    simulations: found.simulations + easier.simulations,
  };
}

/** What a gap is taken of: the goal, or the money that moves where the goal itself is near zero. */
export function scaleOf({ model, linear }: PlanSearch): (value: number, columns: Float64Array) => number {
  const smallest = SMALLEST_SCALE * Math.max(...linear.upper, Number.MIN_VALUE);
  const moneyToday = todaysSpend(model).reduce((sum, amount) => sum + amount, 0);
  const inMoney = model.goal.maximize === 'profit' && model.goal.minimize === undefined;
  return (value, columns) => {
    const planned = columns.subarray(0, linear.lower.length).reduce((sum, amount) => sum + amount, 0);
    const gross = Math.abs(value) + (inMoney ? Math.max(planned, moneyToday) : 0);
    return Math.max(Math.abs(value), SMALLEST_SHARE_OF_GROSS * gross, smallest);
  };
}

/** Limits, goal and wishes as one task. */
export async function taskOf(
  { model, solvers, linear, looked }: PlanSearch,
  simulator: Simulator,
  wishes: readonly Wish[],
  goal: GoalAsks,
): Promise<Task> {
  const asks: Ask[] = [...goal.parts.flatMap((part) => part.asks), ...wishes.map(({ ask }) => ask)];
  const costly = costlyChannels(model);
  const useCosts: Float64Array[] = [];
  for (const ask of asks) {
    const world = ask.kind === 'concentration' ? 0 : ask.world;
    useCosts.push(await useCostsOf(model, simulator, looked[world]!, ask));
  }
  const mostUsed = model.nonlinearLimits.flatMap((limit) => (limit.kind === 'most channels' ? [limit] : []));
  const leastIfUsed = new Float64Array(linear.lower.length);
  for (const limit of model.nonlinearLimits) {
    if (limit.kind !== 'minimum if used') continue;
    const from = limit.channel * model.periods;
    leastIfUsed.fill(limit.amount, from + model.settled, from + model.periods);
  }
  return {
    model,
    simulator,
    solvers,
    linear,
    asks,
    perSpend: goal.perSpend,
    goal: goal.parts.map(({ weight, asks: members }) => ({ weight, asks: members.map((ask) => asks.indexOf(ask)) })),
    guards: wishes.map(({ ask, least }) => ({ ask: asks.indexOf(ask), least })),
    costly,
    useCosts,
    mostTotals: mostTotalsOf(model, linear, solvers, (c) => decidesUse({ costly, mostUsed }, c)),
    mostUsed,
    leastIfUsed,
    tightenedBy: [...linear.rows, ...orderOfPeriods(model, linear, asks, leastIfUsed)],
    pooled: boundsDrawsTogether(model, linear, asks, looked[0]!),
    shared: asks.some((ask) => {
      if (ask.kind === 'concentration') return false;
      const [conditions, { weights }] = [looked[ask.world]!, ask.figure];
      // A price on satisfaction makes customers lose on purpose, and so does a limit on the hours they take: counted for nothing,
      // they would prove next to nothing. Beside profit, at a price, hours only make customers worth less.
      const isOfHours = Object.keys(weights).length === 1 && (weights.hours ?? 0) < 0;
      const isPurpose = weights.satisfaction !== undefined || isOfHours;
      const losesOnPurpose = isPurpose && hasLosses(model, conditions, ask.figure);
      return losesOnPurpose || mayNotBeConcave(model, conditions, ask.figure);
    }),
    chains: chainsOf(model, looked[0]!),
  };
}

/** The most that each channel can get over the plan, by a linear program for each that is asked for; else Infinity. */
function mostTotalsOf(
  { channels, periods }: Model,
  linear: SpendProgram,
  solvers: PlanSearch['solvers'],
  asked: (channel: number) => boolean,
): Float64Array {
  if (!channels.some((_, c) => asked(c))) return new Float64Array(channels.length).fill(Infinity);
  const builder = programBuilder('maximize');
  linear.lower.forEach((lower, k) => builder.addColumn({ lower, upper: linear.upper[k]! }));
  for (const limit of linear.rows) builder.addRow(rowOfLimit(limit, periods));
  const session = openLinear(builder.build(), solvers);
  try {
    return Float64Array.from(channels, (_, c) => {
      if (!asked(c)) return Infinity;
      const cost = new Float64Array(linear.lower.length).fill(0);
      session.setCosts(cost.fill(1, c * periods, (c + 1) * periods));
      const solution = session.solve();
      return solution.status === 'optimal' ? solution.bound : Infinity;
    });
  } finally {
    session.close();
  }
}

function rootOf(task: Task): Node {
  const { lower, upper } = task.linear;
  const { periods } = task.model;
  const uses = task.model.channels.map((_, c): Use =>
    decidesUse(task, c) && !mustBeUsed(task.linear, c, periods) ? 'open' : 'used',
  );
  return { lower, upper, uses };
}
