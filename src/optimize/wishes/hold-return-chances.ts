import { outcomeIn, withBoundOf, type Outcome, type PlanSearch } from '../search-plan.ts';
import { unlessCancelled } from '../stop-sign.ts';
import { bestPlan } from './best-plan.ts';
import { chanceNoise } from './chance-noise.ts';
import { climbReturns } from './climb-returns.ts';
import { criticalSpend, type CriticalSpend } from './critical-spend.ts';
import { isExactByChannel } from './marginal-return.ts';
import { cappedAt, capsAt, capsOfEach, capsTogether, wayOf } from './return-caps.ts';
import { jointOf, returnsByDraw, roomOfReturns, shareWith, type ReturnChance } from './return-chances.ts';
import { todaysOutcome } from './todays-outcome.ts';
import type { Wish } from './wishes.ts';

/** What targets on the chance of a marginal return leave of a search. */
export interface HeldReturnChances {
  /** The best plan found that has all chances; undefined where none was found. */
  readonly outcome: Outcome | undefined;
  /** The plan that comes nearest. */
  readonly nearest: Outcome;
  /** All limits, and caps within which plans have these chances. */
  readonly linear: PlanSearch['linear'];
}

/** A plan within caps, and how far its chances are above what is asked. */
interface Trial {
  readonly outcome: Outcome;
  readonly linear: PlanSearch['linear'];
  readonly room: number;
}

/** The best plan within caps, looked for in so many parts of the search space; undefined where there is none or the search was stopped. */
type Within = (capped: PlanSearch['linear'], nodes?: number) => Promise<Trial | undefined>;

/** Halvings of the way from caps that hardly anything breaks to those that each channel could have by itself. */
const HALVINGS = 5;

/** Nodes of the search within such caps: its bound is not used. */
const MOST_NODES = 8;

/**
 * The best plan in which the next unit of money brings what is asked in every channel that is used, in so large a share of draws.
 * No channel can get more than it could by itself with that chance: where a channel depends on its own spend in one period only
 * and returns diminish, that is known exactly and the bound is that of all plans within these caps. The rest is a search: all
 * channels are taken to the same higher chance until together they have what is asked, and then money is moved to
 * where it gains most for what it costs of the chance.
 *
 * @param base  the best plan without these targets
 */
export async function holdReturnChances(
  search: PlanSearch,
  wishes: readonly Wish[],
  base: Outcome,
  asked: readonly ReturnChance[],
): Promise<HeldReturnChances> {
  const { linear } = search;
  const roomAtBase = asked.length === 0 ? 0 : await roomOfReturns(search, base.spend, asked);
  if (roomAtBase >= 0) return { outcome: base, nearest: base, linear };
  const isStopped = () => search.signal?.aborted === true;
  const today = await todaysTrial(search, wishes, base, asked);
  const within: Within = async (capped, nodes) => {
    const brief = { ...search, linear: capped, from: base.spend, ...(nodes && { mostNodes: nodes }) };
    const outcome = outcomeIn(await unlessCancelled(bestPlan(brief, wishes)));
    return outcome && { outcome, linear: capped, room: await roomOfReturns(search, outcome.spend, asked) };
  };
  const isExact = isExactByChannel(search);
  const to = isExact ? await capsOfEach(search, asked) : wayOf(search, base);
  const apart = isExact && !isStopped() ? await within(cappedAt(linear, to)) : undefined;
  if (apart !== undefined && apart.room >= 0) return { ...apart, nearest: apart.outcome };
  const critical = await criticalSpend(
    search,
    to,
    asked.map(({ least }) => least),
  );
  const trials = [{ outcome: base, linear, room: roomAtBase }, today, apart].filter((trial) => trial !== undefined);
  const found = bestOf([...trials, ...(await alikeTrials(search, within, critical, asked))]);
  const climbed = await climbedWithFewer(search, wishes, asked, { within, critical, found });
  const outcome = withBoundOf(search, climbed.outcome, apart?.outcome ?? base);
  const isFound = climbed.room >= -chanceNoise(asked, search.simulator.draws) || isStopped();
  return { outcome: isFound ? outcome : undefined, nearest: outcome, linear: climbed.linear };
}

/** Today's plan, where it keeps all limits and wishes. */
async function todaysTrial(
  search: PlanSearch,
  wishes: readonly Wish[],
  base: Outcome,
  asked: readonly ReturnChance[],
): Promise<Trial | undefined> {
  const outcome = await todaysOutcome(search, wishes, base);
  return outcome && { outcome, linear: search.linear, room: await roomOfReturns(search, outcome.spend, asked) };
}

/** The one with the most of the goal of those that have all chances, the last of several; else the one that comes nearest. */
function bestOf(trials: readonly Trial[]): Trial {
  const sure = trials.filter(({ room }) => room >= 0);
  return sure.length > 0
    ? sure.reduce((best, other) => (other.outcome.value < best.outcome.value ? best : other))
    : trials.reduce((nearest, other) => (other.room > nearest.room ? other : nearest));
}

/** Plans within caps with which all channels have the same chance by themselves, higher or lower until together they have what is asked. */
async function alikeTrials(
  search: PlanSearch,
  within: Within,
  critical: CriticalSpend,
  asked: readonly ReturnChance[],
): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  // On a way of 0 each channel has what is asked in all draws, on a way of 1 just with the chance that is asked of all.
  let [sure, unsure] = [0, 1];
  for (let k = 0; k <= HALVINGS && search.signal?.aborted !== true; k++) {
    const way = k === 0 ? 1 / search.model.channels.length : (sure + unsure) / 2;
    const found = await within(cappedAt(search.linear, capsAt(search, critical, asked, way)), MOST_NODES);
    if (found !== undefined) trials.push(found);
    // Where limits ask for more spend than such caps leave, what can have the chance lies further on.
    if (found === undefined || found.room >= 0) sure = way;
    else unsure = way;
  }
  return trials;
}

/** The plan that is climbed to from one that was found, and from those with fewer channels as long as they bring more: what is left out costs no chance. */
async function climbedWithFewer(
  search: PlanSearch,
  wishes: readonly Wish[],
  asked: readonly ReturnChance[],
  { within, critical, found }: { readonly within: Within; readonly critical: CriticalSpend; readonly found: Trial },
): Promise<Trial> {
  const climbed = async ({ outcome, linear }: Trial): Promise<Trial> => ({
    ...(await climbReturns(search, wishes, asked, outcome)),
    linear,
  });
  let best = await climbed(found);
  while (best.room >= 0 && search.signal?.aborted !== true) {
    let fewer: Trial | undefined;
    for (const channels of await withoutOne(search, best.outcome.spend, asked)) {
      const caps = capsTogether(search, critical, asked, channels);
      const trial = await within(cappedAt(search.linear, caps), MOST_NODES);
      if (trial !== undefined && !(trial.outcome.value <= (fewer?.outcome.value ?? -Infinity))) fewer = trial;
    }
    const next = fewer && (await climbed(fewer));
    if (next === undefined || next.room < 0 || !(next.outcome.value > best.outcome.value)) break;
    best = next;
  }
  return best;
}

/** So many channels are tried without at most. */
const MOST_LEFT_OUT = 4;

/** The channels of a plan less one of them: of those that by themselves miss what is asked in most draws for their money. */
async function withoutOne(
  search: PlanSearch,
  spend: Float64Array,
  asked: readonly ReturnChance[],
): Promise<readonly (readonly number[])[]> {
  const { rows, used } = await returnsByDraw(search, spend);
  if (used.length < 2) return [];
  const { draws } = search.simulator;
  const joint = jointOf({ rows, used }, draws);
  const { periods } = search.model;
  const dear = used.map((c) => {
    const others = jointOf({ rows, used: used.filter((other) => other !== c) }, draws);
    const alone = asked.map(({ least }) => shareWith(others, least) - shareWith(joint, least));
    const money = spend.subarray(c * periods, (c + 1) * periods).reduce((sum, amount) => sum + amount, 0);
    return { c, cost: Math.max(...alone) / money };
  });
  return dear
    .toSorted((a, b) => b.cost - a.cost)
    .slice(0, MOST_LEFT_OUT)
    .map(({ c: left }) => used.filter((c) => c !== left));
}
