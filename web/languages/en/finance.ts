import { ageNumber } from '../../../src/report/sentences/cohorts.ts';
import { financeCaveats, financeHeadline } from '../../../src/report/sentences/finance.ts';
import { listText, periodsText } from '../../../src/report/sentences/words.ts';
import { upperFirst } from '../../../src/report/sentences/stress.ts';
import type { FinanceWords } from '../finance-words.ts';

export const financeWords: FinanceWords = {
  title: 'The plan as finance sees it',
  about:
    'Profit and loss by period, cash, what to hold back, what customers cost and bring, and how much depends on one channel.',
  ask: 'Work it out',
  chance: 'Chance to count on',
  chanceHint: 'With this chance profit is reached and the financing is enough.',
  chanceWrong: 'Give a chance from 50 to 99.9 %, such as 80 %.',
  collect: 'Customers pay after, periods',
  pay: 'Media are paid after, periods',
  lagHint: '0 is at once.',
  lagWrong: 'Give a whole number of periods, from 0 to 520.',
  headline: financeHeadline,
  sure: financeCaveats,
  figures: {
    title: 'Key figures',
    value: (currency) => `Expected profit, net present value, ${currency}`,
    level: (level, chance) => `at least ${level} with ${chance}`,
    reserve: (currency) => `Reserve to hold back, ${currency}`,
    reserveNote: (chance) => `keeps the rest with ${chance}`,
    payback: (unit) => `Pays back after, ${unit}s`,
    never: 'not on average',
    afterEnd: 'after the end of the plan',
    financing: (currency) => `To be financed at the deepest, ${currency}`,
    financingNote: (most, chance) => `at most ${most} with ${chance}`,
  },
  lines: {
    title: 'Profit and loss',
    caption: (currency) => `Means, ${currency}`,
    columns: ['Period', 'Customers', 'Revenue', 'Media', 'Other costs', 'Profit', 'Profit so far', 'Cash in hand'],
    periods: (unit, from, to) =>
      upperFirst(
        periodsText(
          Array.from({ length: to - from + 1 }, (_, k) => from + k),
          unit,
        ),
      ),
    tail: 'After the plan',
    total: 'In all',
  },
  cash: {
    title: 'Cash in hand',
    caption: (currency, unit) =>
      `Cash from this plan at the end of each ${unit}, ${currency}. Shaded: it has to be financed`,
    expected: (amount) => `expected ${amount}`,
    atLeast: (amount, chance) => `${chance}: at least ${amount}`,
    end: 'end of the plan',
    summary: ({ end, lowest, when, isBelow, currency }) =>
      isBelow
        ? `Expected cash is lowest at ${lowest} ${currency}, after ${when}, and ${end} ${currency} in the end.`
        : `Expected cash never falls below zero, and is ${end} ${currency} in the end.`,
    columns: (chance) => ['After', 'Expected', `At least, with ${chance}`],
  },
  customers: {
    title: 'What a customer brings, for what one costs',
    caption: 'Bar: what a customer brings over their life, in multiples of the cost with hours; ring: the cost itself',
    figures: (brings, costs) => `brings ${brings}, costs ${costs}`,
    times: (multiple) => `${multiple}×`,
    summary: ({ most, mostTimes, least, leastTimes, losing }) =>
      (most === least
        ? `A customer from ${most} brings ${mostTimes} times the cost.`
        : `A customer brings the most for the cost in ${most}, ${mostTimes} times as much, and the least in ${least}, ${leastTimes} times.`) +
      (losing.length === 0 ? '' : ` Customers from ${listText(losing)} bring less than they cost.`),
    tableTitle: 'What a customer costs and brings',
    tableCaption: (currency) => `Means, ${currency}; hours and profit of the whole channel`,
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
      `What a customer has brought on average so long after they were won, ${currency}. Bold: no less than it cost to win one; the deeper the colour, the more of that cost`,
    whose: 'Customers',
    byChannel: 'by channel',
    together: 'all channels, by when they were won',
    won: 'Won',
    customers: 'Customers',
    cost: 'Cost of one',
    age: (age, unit) => (age === 0 ? 'At once' : `${ageNumber(age)} ${unit}${age === 1 ? '' : 's'}`),
    range: 'In the end, 90 %',
    payback: (unit) => `Paid back after, ${unit}s`,
    chance: 'Chance of that',
    between: (low, high) => `${low} to ${high}`,
  },
  dependence: {
    title: 'How much depends on few channels',
    caption: 'Herfindahl index: the sum of squared shares, 1 for a single channel',
    columns: ['Share of', 'Herfindahl index', 'As so many equal channels', 'Largest share'],
    spend: 'Media',
    revenue: 'Revenue',
    largest: (channel) => `If ${channel}, the largest, is lost`,
    closed: 'It closes: nothing is paid, nothing comes',
    fails: 'It fails: what is spent brings nothing',
    loss: (currency) => ['What happens', `Change of profit, ${currency}`],
  },
};
