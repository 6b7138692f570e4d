import type { Model, Plan, VolumeTier } from '../../domain.ts';
import { upperCorners } from '../../responses/hull.ts';
import type { PlanBox } from '../block/plan-box.ts';

/** By channel and period: how much money, at the undiscounted price, would buy what a plan's money buys. */
export interface Volumes {
  readonly amount: readonly Float64Array[];
  /** Change of it by the next unit of money. */
  readonly slope: readonly Float64Array[];
}

/**
 * See {@link Volumes}: spend itself without tiers.
 *
 * @param box  if given, what discounts buy is replaced by the least concave curve above it within the box
 */
export function volumesOf(model: Model, plan: Plan, box?: PlanBox): Volumes {
  const amount = plan.spend.map((spend) => spend.slice());
  const slope = plan.spend.map((spend) => new Float64Array(spend.length).fill(1));
  model.channels.forEach(({ tiers }, c) => {
    if (tiers.length === 0) return;
    plan.spend[c]!.forEach((spend, t) => {
      const point =
        box === undefined
          ? volumeAt(tiers, spend)
          : volumeAbove(tiers, spend, box.lower.spend[c]![t]!, box.upper.spend[c]![t]!);
      amount[c]![t] = point.amount;
      slope[c]![t] = point.slope;
    });
  });
  return { amount, slope };
}

export interface VolumePoint {
  readonly amount: number;
  /** At a threshold the slope to its right. */
  readonly slope: number;
}

/** What `spend` in a period buys, as money without discounts: each tier holds for the money above its threshold only. */
export function volumeAt(tiers: readonly VolumeTier[], spend: number): VolumePoint {
  let amount = spend;
  let slope = 1;
  for (const { above, factor } of tiers) {
    if (spend < above) break;
    amount += (factor - slope) * (spend - above);
    slope = factor;
  }
  return { amount, slope };
}

/** The least concave curve above {@link volumeAt} between two spends. */
export function volumeAbove(tiers: readonly VolumeTier[], spend: number, low: number, high: number): VolumePoint {
  const between = tiers.map(({ above }) => above).filter((above) => above > low && above < high);
  if (low >= high) return volumeAt(tiers, spend);
  const corners = upperCorners([low, ...between, high].map((at) => [at, volumeAt(tiers, at).amount] as const));
  const next = corners.findIndex(([at]) => at > spend);
  const end = next < 0 ? corners.length - 1 : Math.max(1, next);
  const [[from, least], [to, most]] = [corners[end - 1]!, corners[end]!];
  const slope = (most - least) / (to - from);
  return { amount: least + slope * (spend - from), slope };
}

/** Whether money above some threshold buys more than money below it, so that volume is not concave in spend. */
export function buysMoreAbove(tiers: readonly VolumeTier[]): boolean {
  return tiers.some(({ factor }, k) => factor > (tiers[k - 1]?.factor ?? 1));
}
