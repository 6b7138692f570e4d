import { section } from './leaf.ts';
import { number } from './number.ts';
import { quantity } from './quantity.ts';

const MOST_TIME = 5200;

const fields = {
  orderValue: quantity('Money a customer pays for an order, in currency.', 'money', { least: 0 }).exactOptional(),
  grossMargin: quantity('Share of the order value left after the cost of goods.', 'rate').exactOptional(),
  returns: quantity('Share of orders that are sent back.', 'rate').exactOptional(),
  repeat: section('Further orders of the same customer.', {
    rate: quantity('Chance that an order is followed by another.', 'rate'),
    every: number('Periods between one order and the next.', { least: 0, open: true, most: MOST_TIME }),
    horizon: number('Periods after the first order in which further ones count.', { least: 0, most: MOST_TIME }),
  }).exactOptional(),
  referral: section('Customers who come because another recommended it.', {
    rate: quantity('Customers that each customer brings, who bring others in turn.', 'rate'),
    cap: number('Referred customers that count for each acquired customer at most.', { least: 0, most: 1000 }),
  }).exactOptional(),
  serviceCost: quantity('Cost of serving one customer over their life, in currency.', 'money', {
    least: 0,
  }).exactOptional(),
};

export const value = section('What a customer is worth, for every channel that does not say otherwise.', {
  ...fields,
  discountRate: number('Interest per year by which later money counts less, as a share.', {
    least: -1,
    open: true,
    most: 10,
  }).exactOptional(),
});

/** Money is discounted at one rate, so a channel has all but that. */
export const channelValue = section('What a customer of this channel is worth, where it differs.', fields);
