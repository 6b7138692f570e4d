/** A point of a tabulated curve with the ends of its 90 % range. */
export interface BandedPoint {
  readonly spend: number;
  readonly response: number;
  readonly low: number;
  readonly high: number;
}

/** The point whose range tells how sure a whole table is: the one nearest to today's average spend that brings anything. */
export function bandedPoint(points: readonly (readonly number[])[], plan: readonly number[]): BandedPoint | undefined {
  const today = plan.reduce((sum, spend) => sum + spend, 0) / plan.length;
  let nearest: BandedPoint | undefined;
  for (const [spend = 0, response = 0, low, high] of points) {
    if (low === undefined || high === undefined || response === 0) continue;
    if (nearest !== undefined && Math.abs(spend - today) >= Math.abs(nearest.spend - today)) continue;
    nearest = { spend, response, low, high };
  }
  return nearest;
}
