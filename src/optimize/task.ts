import type { LinearLimit, Model, Plan } from '../domain.ts';
import { programBuilder, type LinearProgram } from '../linear/program.ts';
import type { LinearSolver } from '../linear/session.ts';
import { channelsUsed } from '../simulate/outcome/evaluate.ts';
import type { PlanBox } from '../simulate/block/plan-box.ts';
import { answers, functionsOf, type Ask, type Simulator } from './asks.ts';
import {
  partOf,
  type ConcaveFunction,
  type ConcaveProblem,
  type FunctionPoint,
  type Nearby,
  type Part,
} from './concave/concave-problem.ts';
import type { Chain } from './concave/curvature.ts';
import type { Cut } from './concave/cuts.ts';
import { columnsByPiece } from './pieces.ts';
import { rowOfLimit, type SpendProgram } from './spend-program.ts';

/** Of a channel: paid for whatever is spent, left out, or not decided yet. */
export type Use = 'used' | 'unused' | 'open';

/** What is searched: limits, goal and guards in terms of asks, and all that is needed to evaluate them. */
export interface Task {
  readonly model: Model;
  readonly simulator: Simulator;
  readonly solvers: readonly LinearSolver[];
  /** Bounds and rows of spend; all bounds are finite. */
  readonly linear: SpendProgram;
  readonly asks: readonly Ask[];
  /** Of the goal: how much a unit of spend counts by itself, by column. */
  readonly perSpend: Float64Array;
  /** Of the goal: a weight and the asks of which the smallest counts. An ask of several functions stands alone. */
  readonly goal: readonly { readonly weight: number; readonly asks: readonly number[] }[];
  /** Asks of one function that must reach so much. */
  readonly guards: readonly { readonly ask: number; readonly least: number }[];
  /** Channels that cost something fixed when they are used. */
  readonly costly: readonly boolean[];
  /** Of each ask, what it at least falls by in each column when its channel is used: `[ask][column]`, 0 or below. */
  readonly useCosts: readonly Float64Array[];
  /** The most that each channel can get over the plan under all linear limits. */
  readonly mostTotals: Float64Array;
  /** At most so many of these channels may be used. */
  readonly mostUsed: readonly { readonly channels: readonly number[]; readonly most: number }[];
  /** Either nothing or at least this much, by column; 0 where any spend will do. */
  readonly leastIfUsed: Float64Array;
  /** Limits that parts of the search space are tightened by: those of spend, and the order of periods that can be exchanged. */
  readonly tightenedBy: readonly LinearLimit[];
  /** Whether draws that carry over nearly alike are bounded together. */
  readonly pooled: boolean;
  /** Whether what channels share is bounded in parts, where figures need not be concave in what they bring. */
  readonly shared: boolean;
  /** How spend is taken to work over periods. */
  readonly chains: readonly Chain[];
}

/** Part of the search space: bounds of spend by column, and which channels are used. */
export interface Node {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly uses: readonly Use[];
  /** What is known from the search of the node that it is a part of. */
  readonly warm?: {
    readonly spend: Float64Array;
    readonly cuts: readonly Cut[];
    /** Where guards held with room to spare, and the tangents that say how much room there is. */
    readonly inside?: { readonly spend: Float64Array; readonly cuts: readonly Cut[] };
  };
}

/** Whether a use of any channel costs something or counts, so that it is a column of its own. */
export function decidesUse({ costly, mostUsed }: Pick<Task, 'costly' | 'mostUsed'>, channel: number): boolean {
  return costly[channel]! || mostUsed.some(({ channels }) => channels.includes(channel));
}

/** Whether a channel gets something in any plan within these bounds. */
export function mustBeUsed({ lower }: Pick<Node, 'lower'>, channel: number, periods: number): boolean {
  return lower.subarray(channel * periods, (channel + 1) * periods).some((bound) => bound > 0);
}

/** A channel that must get something is used. */
export function withUsesOf(node: Node, periods: number): Node {
  return { ...node, uses: node.uses.map((use, c) => (use === 'open' && mustBeUsed(node, c, periods) ? 'used' : use)) };
}

/** Index of the first function of each ask. */
function firstFunctions(asks: readonly Ask[]): readonly number[] {
  let next = 0;
  return asks.map((ask) => {
    const first = next;
    next += functionsOf(ask);
    return first;
  });
}

/** Spend by column as a plan; columns after those of spend are left out. */
export function planOf(columns: Float64Array, model: Model, name = 'recommended'): Plan {
  return {
    name,
    spend: model.channels.map((_, c) => columns.slice(c * model.periods, (c + 1) * model.periods)),
  };
}

/** The bounds of a node as plans, and how curves are bounded there. */
export function boxOf({ model, pooled, shared }: Task, { lower, upper }: Node): PlanBox {
  return { lower: planOf(lower, model), upper: planOf(upper, model), pooled, shared };
}

/**
 * The problem of a node: columns are spend, then the use of each channel between 0 and 1. Where it is open, a channel
 * is free of its fixed costs but for the share of its use: no way of deciding it is worth more.
 *
 * @param relaxed  curves are replaced by their concave envelopes within the node
 */
export function problemOf(task: Task, node: Node, relaxed: boolean): ConcaveProblem {
  const { model, asks, simulator } = task;
  const first = firstFunctions(asks);
  const functions = asks.flatMap((ask, a) => functionsOfAsk(task, ask, a));
  const spendColumns = node.lower.length;
  const used = node.uses.map((use) => use === 'used');
  const box = relaxed ? boxOf(task, node) : undefined;
  const pointsOf = (simulated: Simulator) => async (columns: Float64Array, nearby?: Nearby) => {
    const inquiry = { plan: planOf(columns, model), used, ...(box === undefined ? {} : { box }) };
    const points = await answers(model, simulated, asks, inquiry, nearby);
    return functions.map((own, f) => withUse(points[f]!, own, columns, spendColumns, node.uses));
  };
  return {
    limits: limitsOf(task, node),
    functions,
    parts: task.goal.flatMap(({ weight, asks: members }): Part[] => {
      if (members.length > 1) {
        return [{ weight, members: members.map((a) => ({ of: first[a]!, shift: 0, scale: 1 })) }];
      }
      const a = members[0]!;
      return Array.from({ length: functionsOf(asks[a]!) }, (_, k) => partOf(first[a]! + k, weight));
    }),
    guards: task.guards.map(({ ask, least }) => ({ of: first[ask]!, least })),
    chains: task.chains,
    evaluate: pointsOf(simulator),
    ...(relaxed || simulator.few === undefined ? {} : { rehearse: pointsOf(simulator.few) }),
  };
}

interface FunctionOfAsk extends ConcaveFunction {
  /** Change of the function per unit of use, by channel. */
  readonly useCosts: Float64Array;
}

function functionsOfAsk(task: Task, ask: Ask, a: number): readonly FunctionOfAsk[] {
  const { model } = task;
  const spendColumns = model.channels.length * model.periods;
  const costs = task.useCosts[a]!;
  // What using a channel costs in a period belongs to the piece of that period, as in the simulator's answer.
  const withUses = (columns: Int32Array): FunctionOfAsk => {
    const byChannel = new Map<number, number>();
    for (const column of columns) {
      const c = Math.floor(column / model.periods);
      if (costs[column]! < 0) byChannel.set(c, (byChannel.get(c) ?? 0) + costs[column]!);
    }
    const uses = [...byChannel];
    return {
      columns: Int32Array.from([...columns, ...uses.map(([c]) => spendColumns + c)]),
      useCosts: Float64Array.from(uses, ([, cost]) => cost),
    };
  };
  if (ask.kind !== 'mean') return [withUses(Int32Array.from({ length: spendColumns }, (_, k) => k))];
  return columnsByPiece(ask.pieces).map(withUses);
}

function withUse(
  point: FunctionPoint,
  { columns, useCosts }: FunctionOfAsk,
  x: Float64Array,
  spendColumns: number,
  uses: readonly Use[],
): FunctionPoint {
  if (useCosts.length === 0) return point;
  const { value, slope } = point;
  const all = new Float64Array(columns.length);
  all.set(slope);
  let total = value;
  useCosts.forEach((cost, k) => {
    const column = columns[slope.length + k]!;
    // What is paid for is in the simulator's answer already.
    if (uses[column - spendColumns] !== 'open') return;
    all[slope.length + k] = cost;
    total += cost * x[column]!;
  });
  return { ...point, value: total, slope: all };
}

/** Spend and uses within a node under all linear limits, and what spend by itself counts for the goal. */
function limitsOf(task: Task, node: Node): LinearProgram {
  const { model, linear } = task;
  const { periods } = model;
  const builder = programBuilder('maximize');
  node.lower.forEach((lower, k) => builder.addColumn({ lower, upper: node.upper[k]!, cost: task.perSpend[k]! }));
  node.uses.forEach((use) => builder.addColumn({ lower: use === 'used' ? 1 : 0, upper: use === 'unused' ? 0 : 1 }));
  for (const limit of linear.rows) builder.addRow(rowOfLimit(limit, periods));
  node.uses.forEach((use, c) => {
    if (use !== 'open' || !decidesUse(task, c)) return;
    const own = Array.from({ length: periods }, (_, t) => c * periods + t);
    const most = mostOf(task, node, c);
    builder.addRow({ terms: [...own.map((k) => [k, 1] as const), [node.lower.length + c, -most]], upper: 0 });
  });
  for (const { channels, most } of task.mostUsed) {
    builder.addRow({ terms: channels.map((c) => [node.lower.length + c, 1] as const), upper: most });
  }
  return builder.build();
}

/** The most that a channel can get over the plan within a node. */
function mostOf({ model: { periods }, mostTotals }: Task, node: Node, channel: number): number {
  let sum = 0;
  for (let k = channel * periods; k < (channel + 1) * periods; k++) sum += node.upper[k]!;
  return Math.min(sum, mostTotals[channel]!);
}

/** Spend by column with uses that are no larger than they have to be: what is used in part is paid in part. */
export function withLeastUses(task: Task, node: Node, spend: Float64Array): Float64Array {
  const { periods } = task.model;
  const uses = node.uses.map((use, c) => {
    if (use !== 'open') return use === 'used' ? 1 : 0;
    if (!decidesUse(task, c)) return 0;
    const total = spend.subarray(c * periods, (c + 1) * periods).reduce((sum, amount) => sum + amount, 0);
    const most = mostOf(task, node, c);
    return most > 0 ? Math.min(1, total / most) : 0;
  });
  return Float64Array.from([...spend, ...uses]);
}

/**
 * A plan as the node in which everything is decided as the plan has it, and its columns there: channels that cost
 * something to use, or count, are used where it spends, and columns have their least where it has them. Other channels
 * are free.
 */
export function asDecided(task: Task, spend: Float64Array): { readonly node: Node; readonly columns: Float64Array } {
  const { linear, model, leastIfUsed } = task;
  const uses = channelsUsed(planOf(spend, model)).map((yes, c): Use =>
    yes || !decidesUse(task, c) ? 'used' : 'unused',
  );
  const isOff = (k: number): boolean =>
    uses[Math.floor(k / model.periods)] === 'unused' || (leastIfUsed[k]! > 0 && spend[k] === 0);
  return {
    node: {
      lower: linear.lower.map((bound, k) => (isOff(k) ? bound : Math.max(bound, leastIfUsed[k]!))),
      upper: linear.upper.map((bound, k) => (isOff(k) ? 0 : bound)),
      uses,
    },
    columns: Float64Array.from([...spend, ...uses.map((use) => (use === 'used' ? 1 : 0))]),
  };
}
