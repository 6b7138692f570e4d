import type { ChannelModel } from '../domain.ts';
import { responses } from '../responses/table.ts';
import { rowOf, type Block } from './block.ts';

/** Whether a channel's curve is anything but concave in some draw of a block: an S-curve, a table with a dent. */
export function isBent({ response }: ChannelModel, block: Block): boolean {
  const family = responses[response.family]!;
  const rows = response.parameters.map((source) => rowOf(block, source));
  const different = rows.length === 0 ? 1 : block.count;
  for (let i = 0; i < different; i++) {
    const parameters = rows.map((row) => row[i]!);
    if (family.curvature(parameters, response.points) !== 'concave') return true;
  }
  return false;
}
