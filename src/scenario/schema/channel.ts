import { carryover } from './carryover.ts';
import { currency } from './currency.ts';
import { funnel } from './funnel.ts';
import { limits } from './limits.ts';
import { list, section, text, yesOrNo } from './leaf.ts';
import { named } from './name.ts';
import { amount, amounts, number, share, whole } from './number.ts';
import { pilot } from './pilot.ts';
import { price } from './price.ts';
import { quantity } from './quantity.ts';
import { response } from './response.ts';
import { season } from './season.ts';
import { channelValue } from './value.ts';

const hours = section('Hours of this role that the channel takes.', {
  perPeriod: quantity('Hours in every period of a plan that uses the channel.', 'hours', { least: 0 }).exactOptional(),
  perThousandSpent: quantity('Hours per 1,000 of currency spent on media.', 'hours', { least: 0 }).exactOptional(),
  perLead: quantity('Hours per lead.', 'hours', { least: 0 }).exactOptional(),
  perCustomer: quantity('Hours per customer.', 'hours', { least: 0 }).exactOptional(),
});

export const channels = named(
  'What money can be spent on.',
  section('One channel.', {
    label: text('Name for reports.', 200).exactOptional(),
    off: yesOrNo(
      'True: the channel is kept in the file, but nothing is spent on it, neither today nor in any plan.',
    ).exactOptional(),
    source: text('Where these numbers come from.', 2000).exactOptional(),
    currency: currency(
      'Currency in which this channel is bought, one of `currencies`: its price, costs and pilot are in it. Spend, plans and limits stay in that of the scenario.',
    ).exactOptional(),
    price: price.exactOptional(),
    funnel: funnel.exactOptional(),
    efficiency: quantity(
      'Customers per unit of the currency that the channel is bought in, in place of price and funnel.',
      'number',
      {
        least: 0,
      },
    ).exactOptional(),
    pilot: pilot.exactOptional(),
    response: response.exactOptional(),
    carryover: carryover.exactOptional(),
    season: season('Demand index of each period: 1.2 is 20 % more customers.').exactOptional(),
    carryIn: list(
      'Spend of the periods before the plan, in currency, the most recent last.',
      amount('Spend of one period before the plan, in currency.'),
      { most: 520 },
    ).exactOptional(),
    plan: amounts(
      "Today's spend per period, in currency: one number for every period, or a list with one for each.",
    ).exactOptional(),
    limits: limits.exactOptional(),
    value: channelValue.exactOptional(),
    fee: quantity('Fee of an agency, as a share of media spend on top of it.', 'rate').exactOptional(),
    fixedCost: quantity('Cost once per plan when anything is spent here, in currency.', 'money', {
      least: 0,
    }).exactOptional(),
    commission: quantity('Share of revenue that a partner keeps.', 'rate').exactOptional(),
    costPerLead: quantity('Cost of each lead besides media, in currency.', 'money', { least: 0 }).exactOptional(),
    costPerCustomer: quantity('Cost of each customer besides media, in currency.', 'money', {
      least: 0,
    }).exactOptional(),
    hours: named('Hours of people, by role.', hours).exactOptional(),
    precision: quantity('Share of the people reached who are in any target segment.', 'rate').exactOptional(),
    audience: named(
      'Share of the people reached who are in each segment; the rest is in none.',
      quantity('Share of the people reached who are in this segment.', 'rate'),
    ).exactOptional(),
    halo: named(
      'Other channels that profit from spend in this one.',
      quantity('Share of the effective spend here that works in that channel as well.', 'rate'),
    ).exactOptional(),
    delivery: section('Whether and when a partner delivers.', {
      probability: share('Chance that the partner delivers at all, from 0 to 1.').exactOptional(),
      startDelay: quantity('Periods that the partner starts late.', 'periods', { least: 0 }).exactOptional(),
    }).exactOptional(),
    satisfaction: section('How satisfied the customers of this channel are.', {
      mean: number('Mean of the answers, on any scale that is the same for all channels: 4.3 of 5, or an NPS.', {
        least: -1000,
        most: 1000,
      }),
      answers: whole('How many answered.', { least: 1, most: 1e9 }).exactOptional(),
    }).exactOptional(),
  }),
);
