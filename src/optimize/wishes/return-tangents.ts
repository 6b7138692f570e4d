import type { LinearLimit } from '../../domain.ts';
import { isSeparable } from '../../simulate/goal/figure-in-block.ts';
import type { PlanSearch } from '../search-plan.ts';
import { isToCome } from './marginal-return.ts';
import { jointOf, jointReturns, leastOf, reachedBy, returnsByDraw, type ReturnChance } from './return-chances.ts';

/** What the next unit brings in as many draws as a target asks for, near a plan: as a share of what it asks. */
export interface ReturnTangent {
  /** How far it is above what is asked under the plan. */
  readonly room: number;
  /** Its change by a unit of spend, by column. */
  readonly slope: Float64Array;
  /** The plan. */
  readonly at: Float64Array;
}

/**
 * See {@link ReturnTangent}.
 *
 * @param radius  the share by which each channel in turn gets more
 */
export async function tangentsOf(
  search: PlanSearch,
  spend: Float64Array,
  asked: readonly ReturnChance[],
  radius: number,
): Promise<readonly ReturnTangent[]> {
  const { model, simulator } = search;
  const here = await returnsByDraw(search, spend);
  const { rows, used } = here;
  const more = (isRaised: (channel: number) => boolean) =>
    returnsByDraw(
      search,
      spend.map((amount, k) =>
        isToCome(model, k) && isRaised(Math.floor(k / model.periods)) ? (1 + radius) * amount : amount,
      ),
    );
  // What depends on its own spend only is seen at once for all channels.
  const all = isSeparable(model) ? await more(() => true) : undefined;
  const alone: Float64Array[] = [];
  for (const c of used) {
    const raised = all === undefined ? (await more((channel) => channel === c)).rows : undefined;
    const others = used.map((other) => raised?.[other] ?? (other === c ? all!.rows[c]! : rows[other]!));
    alone.push(leastOf(others, simulator.draws));
  }
  const joint = jointOf(here, simulator.draws);
  return asked.map(({ least, asked: share }) => {
    const size = sizeOf(least);
    const reached = reachedBy(share, joint);
    const slope = new Float64Array(spend.length);
    used.forEach((c, u) => {
      const perUnit = (reachedBy(share, alone[u]!) - reached) / (size * radius * toComeOf(search, spend, c));
      for (let t = model.settled; t < model.periods; t++) slope[c * model.periods + t] = perUnit;
    });
    return { room: (reached - least) / size, slope, at: spend };
  });
}

/** What a return is a share of. */
function sizeOf(least: number): number {
  return Math.abs(least) || 1;
}

/** By how much what the next unit brings in as many draws as are asked is above what each target asks, as shares of that. */
export async function roomsByTarget(
  search: PlanSearch,
  spend: Float64Array,
  asked: readonly ReturnChance[],
): Promise<readonly number[]> {
  const joint = await jointReturns(search, spend);
  return asked.map(({ least, asked: share }) => (reachedBy(share, joint) - least) / sizeOf(least));
}

/** That it stays as large as is asked; undefined where no spend changes it. */
export function limitOf({ room, slope, at }: ReturnTangent, periods: number): LinearLimit | undefined {
  const steepest = Math.max(...slope.map(Math.abs));
  if (!(steepest > 0)) return undefined;
  // In units of money, as other limits are.
  const unit = 1 / steepest;
  const terms = [...slope].flatMap((perUnit, k) =>
    perUnit === 0 ? [] : [{ channel: Math.floor(k / periods), period: k % periods, coefficient: -perUnit * unit }],
  );
  const most = unit * (room - at.reduce((sum, amount, k) => sum + slope[k]! * amount, 0));
  return { name: 'marginal ROAS', path: 'targets', terms, most };
}

/** What a channel gets in periods to come. */
export function toComeOf({ model: { periods, settled } }: PlanSearch, spend: Float64Array, channel: number): number {
  return spend.subarray(channel * periods + settled, (channel + 1) * periods).reduce((sum, amount) => sum + amount, 0);
}
