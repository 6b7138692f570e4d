import type { VolumeTier } from '../domain.ts';

/**
 * How much money, at the undiscounted price, would buy what `spend` buys in a period: spend itself without tiers.
 * Each tier holds for the money above its threshold only.
 */
export function volumeOf(tiers: readonly VolumeTier[], spend: number): number {
  let volume = spend;
  let before = 1;
  for (const { above, factor } of tiers) {
    if (spend <= above) break;
    volume += (factor - before) * (spend - above);
    before = factor;
  }
  return volume;
}

/** Derivative of {@link volumeOf} by spend; at a threshold the one to the right. */
export function volumeSlope(tiers: readonly VolumeTier[], spend: number): number {
  let slope = 1;
  for (const { above, factor } of tiers) {
    if (spend < above) break;
    slope = factor;
  }
  return slope;
}

/** Whether money above some threshold buys more than money below it, so that volume is not concave in spend. */
export function buysMoreAbove(tiers: readonly VolumeTier[]): boolean {
  return tiers.some(({ factor }, k) => factor > (tiers[k - 1]?.factor ?? 1));
}
