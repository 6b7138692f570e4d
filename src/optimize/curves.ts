import type { Model } from '../domain.ts';
import { isBent } from '../simulate/channel/bend.ts';
import type { Block } from '../simulate/block/block.ts';
import { buysMoreAbove } from '../simulate/channel/volume.ts';

/**
 * Channels whose returns do not always diminish from the first unit of money on: S-curves, tables with a dent, discounts.
 *
 * @param block  some of the search draws
 */
export function bentChannels(model: Model, block: Block): readonly boolean[] {
  return model.channels.map((channel) => buysMoreAbove(channel.tiers) || isBent(channel, block));
}
