import { section } from './leaf.ts';
import { quantity } from './quantity.ts';
import { season } from './season.ts';

export const baseline = section('Customers who come without any spend.', {
  customers: quantity('Customers per period without any spend.', 'count', { least: 0 }),
  season: season('Index of these customers in each period: 1.2 is 20 % more.').exactOptional(),
});
