import type { LimitSide, LinearLimit, Model, NonlinearLimit, Plan } from '../domain.ts';
import { channelsUsed } from '../simulate/outcome/evaluate.ts';
import { herfindahl } from '../statistics/herfindahl.ts';
import { total } from './conflict/needed-move.ts';
import { totalSpend } from './plans.ts';

/** A plan keeps a limit that it passes by no more than this share of the money in it. */
const ROUNDING = 1e-7;
/** Of a plan of nothing rounding leaves so much money at most. */
const LEAST_MONEY = 1;

/** A limit with how far a plan passes it, in its own unit. */
export interface BrokenLimit extends LimitSide {
  readonly by: number;
}

/** The limits on spend that a plan passes by more than rounding, by plain arithmetic. */
export function brokenLimits(model: Model, plan: Plan): readonly BrokenLimit[] {
  return [
    ...model.limits.flatMap((limit) => brokenSums(limit, plan)),
    ...model.nonlinearLimits.flatMap((limit) => {
      const by = passedBy(model, limit, plan);
      return by > 0 ? [{ ...sideOf(limit), by }] : [];
    }),
  ];
}

/** The same, without how far. */
export function brokenSides(model: Model, plan: Plan): readonly LimitSide[] {
  return brokenLimits(model, plan).map(({ limit, side }) => ({ limit, side }));
}

/** A limit that is no linear sum is named without terms. */
export function sideOf({ name, path, ...limit }: NonlinearLimit): LimitSide {
  if (limit.kind === 'minimum if used') return { limit: { name, path, terms: [], least: limit.amount }, side: 'least' };
  const { most } = limit;
  const source = { kind: 'number', number: most, unit: 'number', bound: 1, terms: [] } as const;
  return { limit: { name, path, terms: [], most, source }, side: 'most' };
}

function brokenSums(limit: LinearLimit, plan: Plan): readonly BrokenLimit[] {
  const { terms, least = -Infinity, most = Infinity } = limit;
  const value = terms.reduce((sum, { channel, period, coefficient }) => {
    return sum + coefficient * plan.spend[channel]![period]!;
  }, 0);
  const sizes = [least, most].filter(Number.isFinite).map((bound) => Math.abs(bound));
  const rounding = ROUNDING * Math.max(totalSpend(plan), LEAST_MONEY, ...sizes);
  if (least - value > rounding) return [{ limit, side: 'least', by: least - value }];
  return value - most > rounding ? [{ limit, side: 'most', by: value - most }] : [];
}

/** By how much a plan passes a limit that is no linear sum; 0 where it keeps it. */
function passedBy(model: Model, limit: NonlinearLimit, plan: Plan): number {
  if (limit.kind === 'most channels') {
    const used = channelsUsed(plan);
    return Math.max(0, limit.channels.filter((c) => used[c]).length - limit.most);
  }
  if (limit.kind === 'minimum if used') {
    const missing = [...plan.spend[limit.channel]!.subarray(model.settled)].map((spend) =>
      spend > 0 ? limit.amount - spend : 0,
    );
    const most = Math.max(0, ...missing);
    return most > ROUNDING * limit.amount ? most : 0;
  }
  const index = herfindahl(plan.spend.map(total)) ?? 0;
  return index - limit.most > ROUNDING ? index - limit.most : 0;
}
