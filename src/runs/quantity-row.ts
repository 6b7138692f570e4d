import type { Model } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import type { Quantity } from '../scenario/quantity/types.ts';
import { constantRow, type Block } from '../simulate/block/block.ts';

/** The draws of the quantity that stands at `path` in the file. */
export function quantityRow(model: Model, block: Block, path: string, quantity: Quantity): Row {
  if (quantity.kind === 'constant') return constantRow(block, quantity.value);
  const at = model.assumptions.findIndex(({ id }) => id === path);
  if (at >= 0) return block.rows[at]!;
  return block.rows[model.assumptions.length + model.derived.findIndex(({ id }) => id === path)]!;
}
