import type { Model } from '../domain.ts';
import type { Row } from '../families.ts';
import { rowOf, type Block } from './block.ts';

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

  const multiply = (channel: number, kind: Kind, first: number, last: number, perDraw: Row) => {
    const byPeriod = (factors[channel]![kind] ??= Array.from<Row | undefined>({ length: rows }));
    for (let t = first; t <= last; t++) {
      const row = (byPeriod[t] ??= new Float64Array(block.count).fill(1));
      for (let i = 0; i < block.count; i++) row[i] = row[i]! * perDraw[i]!;
    }
  };

  for (const shock of model.shocks) {
    const happens = rowOf(block, shock.happens);
    const last = Math.min(shock.last, rows - 1);
    for (const { channel, what, factor } of shock.multiply) {
      const size = rowOf(block, factor);
      multiply(
        channel,
        what,
        shock.first,
        last,
        happens.map((yes, i) => 1 + yes * (size[i]! - 1)),
      );
    }
    for (const channel of shock.switchOff) {
      multiply(
        channel,
        'on',
        shock.first,
        last,
        happens.map((yes) => 1 - yes),
      );
    }
  }
  return factors;
}
