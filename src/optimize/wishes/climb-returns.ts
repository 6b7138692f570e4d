import { brokenLimits } from '../broken-limits.ts';
import { outcomeIn, scaleOf, searchPlan, type Outcome, type PlanSearch } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { planOf } from '../task.ts';
import { bestPlan, goalUnder } from './best-plan.ts';
import { isToCome } from './marginal-return.ts';
import { roomOfReturns, type ReturnChance } from './return-chances.ts';
import { limitOf, roomsByTarget, tangentsOf, toComeOf } from './return-tangents.ts';
import type { GoalAsks, Wish } from './wishes.ts';

/** A plan, and how far its chances are above what is asked: below 0 where one is missed. */
export interface HeldPlan {
  readonly outcome: Outcome;
  readonly room: number;
}

/** Half-width of the first step, as a share of what each channel gets; of the largest and of the last. */
const FIRST_RADIUS = 0.2;
const LARGEST_RADIUS = 0.5;
const SMALLEST_RADIUS = 0.005;
const WIDER = 1.5;
const NARROWER = 0.4;
const MOST_STEPS = 16;

/** A step that misses a chance is taken again so often, with so many times what it misses by in hand. */
const CORRECTIONS = 3;
const CORRECTED = 1.1;

/** Halvings of the way to a plan that misses a chance. */
const HALVINGS = 8;

/** Nodes of the search for one step: its bound is not used. */
const MOST_NODES = 4;

/** Of the gap that is allowed, the share that a step should gain. */
const SHARE_WORTH_A_STEP = 0.1;

/**
 * A plan near another one with a better goal in which all chances are kept; where they are not, first one in which the chance that is
 * missed by most is larger. Each step takes what the next unit brings in as many draws as are asked to change with the spend of each
 * channel as it does when that alone rises; a plan that misses a chance all the same is gone to only as far as it is kept.
 */
export async function climbReturns(
  search: PlanSearch,
  wishes: readonly Wish[],
  asked: readonly ReturnChance[],
  from: Outcome,
): Promise<HeldPlan> {
  const smallestGain = SHARE_WORTH_A_STEP * search.tolerance * scaleOf(search)(from.value, from.spend);
  let here: HeldPlan = { outcome: from, room: await roomOfReturns(search, from.spend, asked) };
  let around = from.search;
  let radius = FIRST_RADIUS;
  for (let k = 0; k < MOST_STEPS && radius >= SMALLEST_RADIUS && search.signal?.aborted !== true; k++) {
    const { next, program = around } = await stepFrom(search, wishes, asked, here, radius);
    around = program;
    const isBetter =
      next !== undefined &&
      (here.room < 0 ? next.room > here.room : next.outcome.value > here.outcome.value + smallestGain);
    if (isBetter) here = next;
    radius = isBetter ? Math.min(LARGEST_RADIUS, WIDER * radius) : NARROWER * radius;
  }
  // What limits are worth is told by the program next to the plan, with the chances in it.
  return { ...here, outcome: { ...here.outcome, search: around } };
}

/** What a step leads to. */
interface Step {
  /** A better plan, if any was found. */
  readonly next?: HeldPlan | undefined;
  /** Of the search for it, where chances are kept. */
  readonly program?: Outcome['search'];
}

/** A better plan within a share of what each channel gets. */
async function stepFrom(
  search: PlanSearch,
  wishes: readonly Wish[],
  asked: readonly ReturnChance[],
  here: HeldPlan,
  radius: number,
): Promise<Step> {
  const { spend } = here.outcome;
  const tangents = await tangentsOf(search, spend, asked, radius);
  const width = stepWidths(search, spend, radius);
  const linear = {
    ...search.linear,
    lower: search.linear.lower.map((bound, k) => Math.max(bound, spend[k]! - width[k]!)),
    upper: search.linear.upper.map((bound, k) => Math.min(bound, spend[k]! + width[k]!)),
  };
  const near = { ...search, from: spend, mostNodes: MOST_NODES, linear };
  if (here.room < 0) {
    const [worst] = tangents.toSorted((a, b) => a.room - b.room);
    const goal: GoalAsks = { perSpend: worst!.slope, parts: [] };
    const surest = outcomeIn(await unlessCancelled(searchPlan(near, wishes, goal)));
    return surest === undefined ? {} : { next: await asFarAsHeld(search, asked, here, surest) };
  }
  let rows = tangents;
  let step: Outcome | undefined;
  for (let k = 0; k <= CORRECTIONS; k++) {
    const limits = rows.flatMap((one) => limitOf(one, search.model.periods) ?? []);
    const within = { ...near, linear: { ...linear, rows: [...linear.rows, ...limits] } };
    const found = outcomeIn(await unlessCancelled(bestPlan(within, wishes)));
    if (found === undefined) break;
    step = found;
    const rooms = await roomsByTarget(search, found.spend, asked);
    if (rooms.every((room) => room >= 0)) break;
    // By as much as the tangents promised too much there.
    rows = rows.map((one, t) => ({ ...one, room: one.room + CORRECTED * Math.min(0, rooms[t]!) }));
  }
  return step === undefined ? {} : { next: await asFarAsHeld(search, asked, here, step), program: step.search };
}

/** How far each column may move: not at all where it is settled or the channel gets nothing. */
function stepWidths(search: PlanSearch, spend: Float64Array, radius: number): Float64Array {
  const { periods, settled } = search.model;
  return spend.map((amount, k) => {
    if (!isToCome(search.model, k)) return 0;
    return radius * Math.max(amount, toComeOf(search, spend, Math.floor(k / periods)) / (periods - settled));
  });
}

/** As far on the straight way to another plan as chances are kept; where one is missed already, as far as it gets larger. */
async function asFarAsHeld(
  search: PlanSearch,
  asked: readonly ReturnChance[],
  here: HeldPlan,
  to: Outcome,
): Promise<HeldPlan | undefined> {
  const least = here.room < 0 ? here.room : 0;
  const isHeld = (room: number) => (here.room < 0 ? room > least : room >= 0);
  const from = here.outcome.spend;
  let [held, missed] = [0, 1];
  let found: { readonly spend: Float64Array; readonly room: number } | undefined;
  for (let k = 0; k <= HALVINGS; k++) {
    const share = k === 0 ? 1 : (held + missed) / 2;
    const spend = share === 1 ? to.spend : from.map((amount, column) => amount + share * (to.spend[column]! - amount));
    const room = await roomOfReturns(search, spend, asked);
    const isAllowed = brokenLimits(search.model, planOf(spend, search.model)).length === 0;
    if (isAllowed && isHeld(room)) {
      found = { spend, room };
      held = share;
    } else missed = share;
    if (held === 1) break;
  }
  if (found === undefined) return undefined;
  const value = await goalUnder(search, found.spend);
  return { outcome: { ...to, spend: found.spend, value }, room: found.room };
}
