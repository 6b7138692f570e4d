import { ageNumber } from '../sentences/cohorts.ts';
import { financeCaveats, financeHeadline } from '../sentences/finance.ts';
import { upperFirst } from '../sentences/upper-first.ts';
import { listText, periodsText } from '../sentences/words.ts';
import type { PeriodUnit } from '../../domain.ts';
import type { FinanceWords } from './finance-words.ts';

export const financeWordsEn: FinanceWords = {
  title: 'The plan as finance sees it',
  headline: financeHeadline,
  sure: financeCaveats,
  figures: {
    title: 'Key figures of finance',
    columns: ['Figure', 'Value'],
    value: (currency) => `Expected profit, net present value, ${currency}`,
    atLeast: (chance, currency) => `Profit that is reached with a chance of ${chance}, ${currency}`,
    worst: (currency) => `Profit in the worst 10\u00a0% of cases, ${currency}`,
    chanceOfLoss: 'Chance of a loss',
    carryIn: (currency) => `Of the expected profit, from spend before the plan, ${currency}`,
    reserve: (chance, currency) => `Reserve that keeps the rest with a chance of ${chance}, ${currency}`,
    apart: (currency) => `The same if each channel held its own, ${currency}`,
    payback: (unit) => `Pays back after, ${unit}s`,
    cashBack: (unit) => `Expected cash is below zero until ${unit}`,
    never: 'not on average',
    financing: (currency) => `To be financed at the deepest, on average, ${currency}`,
    financingMost: (chance, currency) => `To be financed at most, with a chance of ${chance}, ${currency}`,
  },
  lines: {
    title: 'Profit and loss',
    caption: (currency, isDiscounted) =>
      `Profit and loss by period: means${isDiscounted ? ' at present value, media included' : ''}, ${currency}`,
    columns: ['Period', 'Customers', 'Revenue', 'Media', 'Other costs', 'Profit', 'Profit so far', 'Cash in hand'],
    line({ kind, from, to }, unit) {
      if (kind === 'periods') return spanText(from, to, unit);
      return { 'after the end': AFTER_END, 'carry-in after the end': 'After the end, earlier spend', total: 'In all' }[
        kind
      ];
    },
  },
  cash: {
    title: 'Profit and cash',
    caption: (currency, unit) =>
      `Bars: profit of each ${unit} of the plan. Lines: cash from it at the end of each ${unit}, ${currency}. Shaded: it has to be financed`,
    expected: (amount) => `expected ${amount}`,
    atLeast: (amount, chance) => `${chance}: at least ${amount}`,
    end: 'end of the plan',
    summary: ({ end, lowest, when, isBelow, currency }) =>
      isBelow
        ? `Expected cash is lowest at ${lowest} ${currency}, after ${when}, and ${end} ${currency} in the end.`
        : `Expected cash never falls below zero, and is ${end} ${currency} in the end.`,
    columns: (chance) => ['After', 'Profit', 'Cash expected', `Cash at least, with ${chance}`],
  },
  customers: {
    title: 'What a customer brings, for what one costs',
    caption: (currency) =>
      `Bar: what a customer brings over their life, in multiples of the cost with hours; ring: the cost itself. Figures: ${currency}`,
    figures: (brings, costs) => `brings ${brings}, costs ${costs}`,
    times: (multiple) => `${multiple}×`,
    summary: ({ most, mostTimes, least, leastTimes, losing }) =>
      (most === least
        ? `A customer from ${most} brings ${mostTimes} times the cost.`
        : `A customer brings the most for the cost in ${most}, ${mostTimes} times as much, and the least in ${least}, ${leastTimes} times.`) +
      (losing.length === 0 ? '' : ` Customers from ${listText(losing)} bring less than they cost.`),
    tableTitle: 'What a customer costs and brings',
    tableCaption: (currency, withHours) =>
      `Means, ${currency}; ${withHours ? 'hours and profit' : 'profit'} of the whole channel`,
    columns: [
      'Channel',
      'Customers',
      'Cost in cash',
      'Cost with hours',
      'Brings over their life',
      'Times the cost',
      'Hours',
      'Profit',
    ],
  },
  cohorts: {
    title: 'What a customer brings as time goes by',
    caption: (currency) =>
      `What a customer has brought on average so long after they were won, ${currency}. Bold: no less than it cost to win one`,
    togetherCaption: (currency) => `The same by when they were won, all channels together, ${currency}`,
    won: 'Won',
    customers: 'Won by the plan',
    cost: 'Cost of one',
    span: ({ from, to }, unit, periods) => (from > periods ? AFTER_END : spanText(from, to, unit)),
    age: (age, unit) => (age === 0 ? 'At once' : `${ageNumber(age)} ${unit}${age === 1 ? '' : 's'}`),
    range: 'In the end, 90\u00a0%',
    payback: (unit) => `Paid back after, ${unit}s`,
    chance: 'Chance of that',
    between: (low, high) => `${low} to ${high}`,
    since: 'Since they were won',
    chart: {
      title: 'How soon a customer has paid back their cost',
      caption:
        'What a customer has brought so long after they were won, in multiples of what it cost to win them; dashed: that cost',
      across: (unit) => `${unit}s since they were won`,
      summary: ({ most, times, age }) =>
        `Customers from ${most} bring the most for their cost: ${times} times as much, ${age.toLowerCase()} after they were won.`,
    },
    sheet: {
      channel: 'Channel',
      all: 'All channels',
      from: 'Won from period',
      to: 'To period',
      age: 'Periods since they were won',
      orders: 'Orders of one',
      value: 'Brought by one',
      low: '5\u00a0% are below',
      high: '95\u00a0% are below',
      paidBack: 'Chance that their cost is paid back',
    },
  },
  dependence: {
    title: 'How much depends on few channels',
    caption: 'Herfindahl index: the sum of squared shares, 1 for a single channel',
    columns: ['Share of', 'Herfindahl index', 'As so many equal channels', 'Largest share'],
    spend: 'Media',
    revenue: 'Revenue',
    largest: (channel) => `If ${channel}, the one with the most revenue, is lost`,
    closed: 'It closes: nothing is paid or bought',
    fails: 'It fails: it is paid and brings nobody',
    loss: (currency) => ['What happens', `Change of profit, ${currency}`],
    ifClosed: (channel, currency) => `Change of profit if ${channel} closes, ${currency}`,
    ifFails: (channel, currency) => `Change of profit if ${channel} is paid and brings nobody, ${currency}`,
  },
};

/** What the plan's own spend still brings then. */
const AFTER_END = 'After the end, own spend';

function spanText(from: number, to: number, unit: PeriodUnit): string {
  const periods = Array.from({ length: to - from + 1 }, (_, k) => from + k);
  return upperFirst(periodsText(periods, unit));
}
