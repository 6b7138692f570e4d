import type { Model } from '../domain.ts';
import type { CarryWeights } from '../carryover/weights.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import type { Chain } from './concave/curvature.ts';

/**
 * Each channel's spend as a chain: it works in its period and later ones, by the mean weights of its carry-over.
 *
 * @param conditions  of some of the search draws
 */
export function chainsOf({ channels, periods }: Model, { channels: own, block }: Conditions): readonly Chain[] {
  return channels.map((_, c) => ({
    columns: Int32Array.from({ length: periods }, (_, t) => c * periods + t),
    weights: meanWeights(own[c]!.carry, block.count, periods),
  }));
}

/** Mean weight of each lag within the plan. */
function meanWeights(carry: CarryWeights, count: number, periods: number): Float64Array {
  const means = new Float64Array(periods);
  const add = (lag: number, weight: number) => (means[lag] = means[lag]! + weight / count);
  for (let i = 0; i < count; i++) {
    if (carry.kind === 'fading') {
      let weight = carry.gain[i]!;
      for (let lag = 0; lag < periods; lag++, weight *= carry.retention[i]!) add(lag, weight);
    } else {
      for (let lag = 0; lag <= Math.min(carry.lags, periods - 1); lag++) {
        add(lag, carry.weights[carry.shared ? lag : lag * count + i]!);
      }
    }
  }
  return means;
}
