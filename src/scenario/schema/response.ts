import { responses } from '../../responses/table.ts';
import type { Quantity } from '../quantity/types.ts';
import { byCurve } from './by-curve.ts';
import { choice } from './choice.ts';
import { list } from './leaf.ts';
import { amount } from './number.ts';
import { quantity } from './quantity.ts';
import type { Read } from './read.ts';

/** A response as it stands in the file; the parameters of its family stand beside these fields, by name. */
export interface ResponseFields {
  readonly curve: string;
  readonly points?: readonly (readonly Read<number>[])[];
  readonly of?: 'customers' | 'revenue';
  readonly observedAt?: Read<number>;
  readonly ceiling?: Read<Quantity>;
}

const points = list(
  'Points of the curve, per period: [spend, response], or [spend, response, low, high] with the ends of a 90 % range.',
  list('One point of the curve.', amount('Spend or response per period.'), { least: 2, most: 4 }),
  { least: 2, most: 1000 },
);

const of = choice('What the curve counts; customers without it.', ['customers', 'revenue']).exactOptional();

const observedAt = amount('Spend per period at which the rates given are the average seen, in currency.', {
  least: 0,
  open: true,
}).exactOptional();

const ceiling = quantity(
  'Customers (or revenue) per period that the curve can reach; it stands in for price and funnel.',
  'number',
  { least: 0 },
).exactOptional();

export const response = byCurve<ResponseFields, (typeof responses)[string]>(
  'How customers grow with spend: the curve by name, and its own fields.',
  Object.values(responses),
  (family) => ({
    ...(family.takesPoints ? { points } : {}),
    ...(family.quotes === 'absolute' ? {} : { observedAt, ceiling }),
    of,
  }),
);
