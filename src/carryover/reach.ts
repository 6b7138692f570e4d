/** A carry-over that lasts longer counts as endless: no plan has so many periods. */
const LONGEST = 10_000;

/** Once weight times lag is below this part of the share asked for, all that follows is too little to matter. */
const NEGLIGIBLE = 1e-3;

/**
 * Lags after which less than `share` of all weight is left, by adding the weights up.
 *
 * @param weightAt  weight of a lag; called once per lag, from 0 upwards; past `peak` it only falls
 * @param peak      lag of the largest weight, or a later one
 * @param share     in (0, 1)
 * @returns         the smallest such lag; Infinity when 10,000 lags do not settle it
 */
export function reachOf(weightAt: (lag: number) => number, peak: number, share: number): number {
  const weights: number[] = [];
  let total = 0;
  for (let lag = 0; ; lag++) {
    if (lag > LONGEST) return Infinity;
    const weight = weightAt(lag);
    weights.push(weight);
    total += weight;
    if (lag > peak && weight * lag <= NEGLIGIBLE * share * total) break;
  }
  let left = 0;
  let lag = weights.length - 1;
  while (lag > 0) {
    left += weights[lag]!;
    if (left >= share * total) break;
    lag--;
  }
  return lag;
}
