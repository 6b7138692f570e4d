import type { LimitSide, LinearLimit, Model, Repair } from '../domain.ts';
import { sideOf } from './broken-limits.ts';
import { provisionalCaps } from './caps.ts';
import { leastEase, type Member } from './ease.ts';
import { searchPlan, type NoPlan, type Outcome, type PlanSearch } from './search-plan.ts';
import { spendProgram } from './spend-program.ts';
import { wishesOf } from './wishes/wishes.ts';

/** Why no plan keeps all limits, as far as it is known. */
export interface Clash {
  /** Whether no plan does; else none was met, and there is nothing to name. */
  readonly proven: boolean;
  readonly conflict: readonly LimitSide[];
  readonly repairs: readonly Repair[];
}

/** Of larger conflicts no changes are worked out: each takes some dozen searches. */
const MOST_REPAIRED = 12;

/**
 * Limits, linear and not, that cannot hold together, without one too many, and how far each alone would have to give;
 * undefined when a plan keeps all of them. For models whose linear limits alone can hold.
 */
export async function clashOf(search: PlanSearch): Promise<Clash | undefined> {
  const { model } = search;
  if (model.nonlinearLimits.length === 0) return undefined;
  const all: readonly Member[] = [...model.nonlinearLimits, ...model.limits.flatMap(sides)];
  const whole = await planOf(search, all);
  if ('spend' in whole) return undefined;
  if (!whole.proven) return { proven: false, conflict: [], repairs: [] };
  // What is not known to be impossible is no reason.
  const possible = async (members: readonly Member[]): Promise<boolean> => {
    const found = await planOf(search, members);
    return 'spend' in found || !found.proven;
  };
  const conflict = await fewest(possible, [], false, all);
  const repairs: Repair[] = [];
  const holds = async (members: readonly Member[]) => 'spend' in (await planOf(search, members));
  for (const member of conflict.length > MOST_REPAIRED ? [] : conflict) {
    const others = all.filter((other) => other !== member);
    const by = await leastEase(member, (eased) => holds([...others, eased]));
    if (by !== undefined) repairs.push({ ...asSide(member), by });
  }
  return { proven: true, conflict: conflict.map(asSide), repairs };
}

/** A limit that is no linear sum is named without terms. */
function asSide(member: Member): LimitSide {
  return 'side' in member ? member : sideOf(member);
}

function sides(limit: LinearLimit): readonly LimitSide[] {
  return (['least', 'most'] as const).flatMap((side) => (limit[side] === undefined ? [] : [{ limit, side }]));
}

/** A plan that keeps these limits: the search for a plan with no goal ends with the first one. */
function planOf(search: PlanSearch, members: readonly Member[]): Promise<Outcome | NoPlan> {
  const model: Model = {
    ...search.model,
    limits: members.flatMap((member) => ('side' in member ? [oneSided(member)] : [])),
    nonlinearLimits: members.flatMap((member) => ('side' in member ? [] : [member])),
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
