import type { ChannelModel } from '../../domain.ts';
import { responses } from '../../responses/table.ts';
import { rowOf, type Block } from '../block/block.ts';

/** Whether a channel's curve is anything but concave in some draw of a block: an S-curve, a table with a dent. */
export function isBent({ response }: ChannelModel, block: Block): boolean {
  const family = responses[response.family]!;
  const rows = response.parameters.map((source) => rowOf(block, source));
  const different = rows.length === 0 ? 1 : block.count;
  const parameters = rows.map(() => 0);
  for (let i = 0; i < different; i++) {
    for (let p = 0; p < rows.length; p++) parameters[p] = rows[p]![i]!;
    if (family.curvature(parameters, response.points) !== 'concave') return true;
  }
  return false;
}
