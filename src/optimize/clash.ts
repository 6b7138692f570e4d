import type { LimitSide, LinearLimit, Model, NonlinearLimit } from '../domain.ts';
import { sideOf } from './broken-limits.ts';
import { provisionalCaps } from './caps.ts';
import { searchPlan, type PlanSearch } from './search-plan.ts';
import { spendProgram } from './spend-program.ts';
import { wishesOf } from './wishes/wishes.ts';

/**
 * Limits, linear and not, that cannot hold together, without one too many; undefined when a plan keeps all of them.
 * For models whose linear limits alone can hold.
 */
export async function clashOf(search: PlanSearch): Promise<readonly LimitSide[] | undefined> {
  const { model } = search;
  if (model.nonlinearLimits.length === 0) return undefined;
  const all: readonly Member[] = [...model.nonlinearLimits, ...model.limits.flatMap(sides)];
  const possible = (members: readonly Member[]) => hasPlan(search, members);
  if (await possible(all)) return undefined;
  return (await fewest(possible, [], false, all)).map((member) => ('side' in member ? member : sideOf(member)));
}

type Member = NonlinearLimit | LimitSide;

function sides(limit: LinearLimit): readonly LimitSide[] {
  return (['least', 'most'] as const).flatMap((side) => (limit[side] === undefined ? [] : [{ limit, side }]));
}

/** Whether some plan keeps these limits: the search for a plan with no goal ends with the first one. */
async function hasPlan(search: PlanSearch, members: readonly Member[]): Promise<boolean> {
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
  const found = await searchPlan(
    { ...search, model, linear: { ...program, upper } },
    wishesOf(model, search.today),
    nothing,
  );
  return found !== undefined;
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
