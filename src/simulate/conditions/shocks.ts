import type { Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, rowOf, type Block } from '../block/block.ts';
import { difference, product, sum } from '../block/rows.ts';

/** What shocks do to one channel, by period (plan and tail) and draw; periods without any are left undefined. */
export interface ShockFactors {
  /** Factor of the price. */
  readonly price?: readonly (Row | undefined)[];
  /** Factor of the response. */
  readonly demand?: readonly (Row | undefined)[];
  /** Factor of what customers are worth. */
  readonly value?: readonly (Row | undefined)[];
  /** 1 where the channel can be used, 0 where it is switched off: nothing is bought and nothing is paid. */
  readonly on?: readonly (Row | undefined)[];
}

type Kind = keyof ShockFactors;

/** The factors of all shocks of the model together, by channel: shocks that coincide multiply. */
export function shockFactors(model: Model, block: Block): readonly ShockFactors[] {
  const factors: Partial<Record<Kind, (Row | undefined)[]>>[] = model.channels.map(() => ({}));
  const rows = model.periods + model.tail;

  const one = constantRow(block, 1);
  const multiply = (channel: number, kind: Kind, first: number, last: number, perDraw: Row) => {
    const byPeriod = (factors[channel]![kind] ??= Array.from<Row | undefined>({ length: rows }));
    for (let t = first; t <= last; t++) byPeriod[t] = product(block, byPeriod[t] ?? one, perDraw);
  };

  for (const shock of model.shocks) {
    const happens = rowOf(block, shock.happens);
    const last = Math.min(shock.last, rows - 1);
    for (const { channel, what, factor } of shock.multiply) {
      const change = difference(block, rowOf(block, factor), one);
      multiply(channel, what, shock.first, last, sum(block, one, product(block, happens, change)));
    }
    for (const channel of shock.switchOff) {
      multiply(channel, 'on', shock.first, last, difference(block, one, happens));
    }
  }
  return factors;
}
