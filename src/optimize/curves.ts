import type { Model } from '../domain.ts';
import { responses } from '../responses/table.ts';
import { rowOf, type Block } from '../simulate/block.ts';
import { buysMoreAbove } from '../simulate/volume.ts';

/** Parameter sets looked at per channel to tell how its curve bends. */
const SETS_LOOKED_AT = 512;

/** Channels whose returns do not always diminish from the first unit of money on: S-curves, tables with a dent, discounts. */
export function bentChannels(model: Model, block: Block): readonly boolean[] {
  return model.channels.map((channel) => {
    if (buysMoreAbove(channel.tiers)) return true;
    const family = responses[channel.response.family]!;
    const rows = channel.response.parameters.map((source) => rowOf(block, source));
    const looked = Math.min(block.count, rows.length === 0 ? 1 : SETS_LOOKED_AT);
    for (let i = 0; i < looked; i++) {
      const parameters = rows.map((row) => row[i]!);
      if (family.curvature(parameters, channel.response.points) !== 'concave') return true;
    }
    return false;
  });
}
