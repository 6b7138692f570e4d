import { list, section } from './leaf.ts';
import { amount, number, share } from './number.ts';
import { quantity } from './quantity.ts';
import { season } from './season.ts';

/** Stage of the funnel that each kind of price buys; a flat price buys the first stage of the channel's own funnel. */
export const boughtStage = { cpm: 'impression', cpc: 'click', cpl: 'lead', cpa: 'customer', flat: undefined } as const;

export const priceUnits = Object.keys(boughtStage) as readonly (keyof typeof boughtStage)[];

/** Fields of one kind may stand together; a price is of one kind. */
export const priceKinds = priceUnits.map((unit) => (unit === 'flat' ? [unit, 'buys'] : [unit]));

const above = { least: 0, open: true } as const;

const MOST_TIERS = 20;

export const price = section('What the channel charges: exactly one of cpm, cpc, cpl, cpa and flat.', {
  cpm: quantity('Price of 1,000 impressions, in currency.', 'money', above).exactOptional(),
  cpc: quantity('Price of a click, in currency.', 'money', above).exactOptional(),
  cpl: quantity('Price of a lead, in currency.', 'money', above).exactOptional(),
  cpa: quantity('Price of a customer, in currency.', 'money', above).exactOptional(),
  flat: quantity('Price of one booking, in currency.', 'money', above).exactOptional(),
  buys: quantity('How many of the first stage of the funnel one flat price buys.', 'count', {
    least: 0,
  }).exactOptional(),
  reference: amount('Price at which the response curve is quoted, in currency; without it the median price.', {
    least: 0,
    open: true,
  }).exactOptional(),
  season: season('Price index of each period: 1.2 is a price 20 % higher.').exactOptional(),
  inflation: number('Growth of the price from one period to the next, as a share.', {
    least: -1,
    open: true,
    most: 10,
  }).exactOptional(),
  tiers: list(
    'Discounts for much money in a period (rebates): each holds for the money above its threshold.',
    section('One discount.', {
      above: amount('Spend in a period above which it holds, in currency.', above),
      discount: share('Share of the price that is not charged on money above the threshold.', above),
    }),
    { most: MOST_TIERS },
  ).exactOptional(),
});
