import type { LimitSide, LinearLimit, Model, NonlinearLimit, Repair } from '../../domain.ts';
import { sideOf } from '../broken-limits.ts';
import { provisionalCaps } from '../caps.ts';
import { leastCount, leastEase } from './ease.ts';
import { eased, fieldsBehind, moved, movedKind, sidesOf, type Field, type Switch } from './field.ts';
import { withTogether, wholeOf, type Conflict } from './conflict.ts';
import { afterRepair, canBeLeftOut, inOrder, mostMove } from './repairs.ts';
import { searchPlan, type NoPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { spendProgram } from '../spend-program.ts';
import { smallestOpening } from './together.ts';
import { wishesOf } from '../wishes/wishes.ts';

/** Why no plan keeps all limits, as far as it is known. */
export interface Clash extends Conflict {
  /** Whether no plan does; else none was met, and there is nothing to name. */
  readonly proven: boolean;
}

/** One side of a linear limit, or one that is no linear sum. */
type Member = LimitSide | NonlinearLimit;

/** Of larger conflicts no changes are worked out: each takes some dozen searches. */
const MOST_REPAIRED = 12;

/**
 * Limits, linear and not, that cannot hold together, without one too many, and how far each field of the file alone would have
 * to give; undefined when a plan keeps all of them. For models whose linear limits alone can hold.
 */
export async function clashOf(search: PlanSearch): Promise<Clash | undefined> {
  const { model } = search;
  if (model.nonlinearLimits.length === 0) return undefined;
  const all: readonly Member[] = [...model.nonlinearLimits, ...model.limits.flatMap(sidesOf)];
  const whole = await planOf(search, model);
  if ('spend' in whole) return undefined;
  if (!whole.proven) return { proven: false, conflict: [], repairs: [] };
  // What is not known to be impossible is no reason.
  const possible = async (members: readonly Member[]): Promise<boolean> => {
    const found = await planOf(search, limitsOf(members));
    return 'spend' in found || !found.proven;
  };
  const conflict = (await fewest(possible, [], false, all)).map(asSide);
  const { fields, switches } = fieldsBehind(conflict);
  const repairs: Repair[] = [];
  const problem = wholeOf(model, search.solvers);
  const told = (): Clash => ({
    proven: true,
    conflict,
    ...withTogether(problem, model, inOrder(repairs)),
  });
  if (fields.length + switches.length > MOST_REPAIRED) return told();
  const isEnough = async (repair: Repair) => {
    const nonlinearLimits = model.nonlinearLimits.filter((limit) => limit.path !== repair.limit.path);
    return 'spend' in (await planOf(search, { limits: afterRepair(model.limits, repair), nonlinearLimits }));
  };
  const leaveOut = async ({ path, of }: Switch) => {
    if (repairs.some(({ limit }) => limit.path === path)) return;
    const repair = { ...of, kind: 'leave out' } as const;
    if (await isEnough(repair)) repairs.push(repair);
  };
  for (const field of fields) {
    const by = await leastMove(search, field);
    const moves = by !== undefined && by < mostMove(field);
    if (moves) repairs.push({ ...field.of, kind: 'change', by: field.sign * by });
    else if (canBeLeftOut(field)) await leaveOut(field);
  }
  for (const one of switches) {
    const open = smallestOpening(problem, one);
    if (open !== undefined && (await isEnough(open))) repairs.push(open);
    else await leaveOut(one);
  }
  return told();
}

/** By how much the number of a field has to move the way that gives room. */
async function leastMove(search: PlanSearch, field: Field): Promise<number | undefined> {
  const { limits, nonlinearLimits } = search.model;
  const holds = async (by: number, move: typeof moved) => {
    const after: Limits = {
      limits: limits.map((limit) => (limit.path === field.path ? move(limit, field, by) : limit)),
      nonlinearLimits: nonlinearLimits.map((limit) => (limit.path === field.path ? movedKind(limit, by) : limit)),
    };
    return 'spend' in (await planOf(search, after));
  };
  const counted = nonlinearLimits.find((limit) => limit.path === field.path && limit.kind === 'most channels');
  if (counted?.kind === 'most channels') {
    return leastCount(field, counted.channels.length, (by) => holds(by, moved));
  }
  const by = await leastEase(field, (tried) => holds(tried, eased));
  // What is to be met to the unit can also be moved too far.
  return by !== undefined && (await holds(by, moved)) ? by : undefined;
}

/** A limit that is no linear sum is named without terms. */
function asSide(member: Member): LimitSide {
  return 'side' in member ? member : sideOf(member);
}

/** The limits of a model. */
type Limits = Pick<Model, 'limits' | 'nonlinearLimits'>;

function limitsOf(members: readonly Member[]): Limits {
  return {
    limits: members.flatMap((member) => ('side' in member ? [oneSided(member)] : [])),
    nonlinearLimits: members.flatMap((member) => ('side' in member ? [] : [member])),
  };
}

/** A plan that keeps these limits: the search for a plan with no goal ends with the first one. */
function planOf(search: PlanSearch, { limits, nonlinearLimits }: Limits): Promise<Outcome | NoPlan> {
  const model: Model = {
    ...search.model,
    limits,
    nonlinearLimits,
    goal: { maximize: search.model.goal.maximize },
    targets: [],
  };
  const program = spendProgram(model);
  const caps = provisionalCaps(model, program, search.looked[0]!);
  const upper = program.upper.map((bound, k) => Math.min(bound, caps[Math.floor(k / model.periods)]!));
  const nothing = { perSpend: new Float64Array(upper.length), parts: [] };
  return searchPlan({ ...search, model, linear: { ...program, upper } }, wishesOf(model, search.today), nothing);
}

function oneSided({ limit: { name, path, terms, ...bounds }, side }: LimitSide): LinearLimit {
  return { name, path, terms, [side]: bounds[side] };
}

/**
 * The members of `open` that, with `kept`, already make a plan impossible, none of them without need.
 *
 * Source: Junker, "QuickXplain: preferred explanations and relaxations for over-constrained problems" (2004).
 */
async function fewest(
  possible: (members: readonly Member[]) => Promise<boolean>,
  kept: readonly Member[],
  keptIsNew: boolean,
  open: readonly Member[],
): Promise<readonly Member[]> {
  if (keptIsNew && !(await possible(kept))) return [];
  if (open.length === 1) return open;
  const half = open.length >> 1;
  const [first, second] = [open.slice(0, half), open.slice(half)];
  const ofSecond = await fewest(possible, [...kept, ...first], true, second);
  const ofFirst = await fewest(possible, [...kept, ...ofSecond], ofSecond.length > 0, first);
  return [...ofFirst, ...ofSecond];
}
