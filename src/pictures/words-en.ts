import { short, tick } from '../report/numbers/short.ts';
import { upperFirst } from '../report/sentences/upper-first.ts';
import { listText } from '../report/sentences/words.ts';
import type { ChartWords } from './words.ts';

export const chartWordsEn: ChartWords = {
  number: (text) => text,
  listed: (names) => names.join(', '),
  short,
  tick,
  plan: 'Plan',
  today: 'Today',
  recommended: 'Recommended',
  nearest: 'Nearest',
  channel: 'Channel',
  total: 'All channels',
  period: (unit, number) => `${unit} ${number}`,
  dots: {
    title: 'How profit may turn out',
    caption: (currency, dots) => `Profit, ${currency}. Each dot is one of ${dots} equally likely cases`,
    label: (name, median) => `${name}: half of the cases above ${median}`,
    summary: (plans, currency) =>
      plans
        .map(
          ({ name, median, low, high }) =>
            `${name}: profit above ${median} ${currency} in half of the cases, between ${low} and ${high} in nine of ten.`,
        )
        .join(' '),
    target: (value, chances) => `at least ${value}: ${chances.map(([name, chance]) => `${name} ${chance}`).join(', ')}`,
    chance: 'Cases',
    below: (probability) => `${probability} are below`,
  },
  cumulative: {
    title: 'The chance of earning at least so much',
    caption: (currency) => `Chance of at least this profit, ${currency}. The dot is where it is one half`,
    atLeast: (currency) => `At least, ${currency}`,
  },
  course: {
    title: 'Profit as time goes by',
    caption: (currency, unit) =>
      `Profit from the start to the end of each ${unit}, ${currency}. Dark: half of the cases; light: nine of ten`,
    summary: ({ end, low, high, positive }) =>
      `At the end, profit is ${end} in the middle case and between ${low} and ${high} in nine cases of ten` +
      (positive === undefined ? '.' : `; the middle case is above zero from ${positive} on.`),
    bands: { high: '95\u00a0% below', low: '5\u00a0% below' },
    columns: ['Until', '5\u00a0% are below', '25\u00a0%', 'Middle', '75\u00a0%', '95\u00a0%'],
  },
  stack: {
    title: 'The plan over time',
    caption: (currency, unit) => `Media spend by ${unit}, ${currency}`,
    others: (count) => `${count} others`,
    summary: (most, share, channels) =>
      channels === 1
        ? `${most} gets all of the money.`
        : `${channels} channels get money; ${most} gets the most, ${share} of it.`,
  },
  multiples: {
    title: 'Each channel over time',
    caption: (currency, most, unit, other) =>
      `Media spend by ${unit}, all on one scale up to ${most} ${currency}. Dashed: today${other === undefined ? '' : `; filled: ${other}`}`,
    note: (today, recommended) => (recommended === undefined ? today : `${today} → ${recommended}`),
    summary: (up, down) =>
      [up.length === 0 ? '' : `More for ${listText(up)}.`, down.length === 0 ? '' : `Less for ${listText(down)}.`]
        .filter(Boolean)
        .join(' ') || 'Every channel gets what it gets today.',
  },
  curves: {
    title: { revenue: 'What each channel adds', customers: 'What each channel adds' },
    caption: (figure, currency, most, plan) =>
      `${figure === 'revenue' ? `Revenue, ${currency}` : 'Customers'}, by what is spent in the channel over the plan, the others as ${plan === 'nearest' ? 'in the nearest plan' : plan}; ` +
      `all on one scale up to ${most}. Line: mean; band: nine cases of ten`,
    observed: 'data end',
    summary: (channel, mean, low, high) =>
      `With its part of the plan, ${channel} adds the most: ${mean}, between ${low} and ${high} in nine cases of ten.`,
    columns: (figure, currency) => [
      `Spend, ${currency}`,
      figure === 'revenue' ? `Revenue added, ${currency}` : 'Customers added',
      '5\u00a0% are below',
      '95\u00a0% are below',
    ],
  },
  marginal: {
    title: 'What the next unit of money brings back',
    caption: (currency, other) =>
      `For 1 ${currency} more in a channel, ${currency} of profit and its own cost. ${other === undefined ? 'Bar: today' : `Bar: ${other}; ring: today`}`,
    pays: 'pays from here on',
    summary: (most, mostText, least, leastText) =>
      most === least
        ? `One more unit of money in ${most} brings back ${mostText}.`
        : mostText === leastText
          ? `One more unit of money brings back ${mostText} in every channel.`
          : `One more unit of money brings back the most in ${most}, ${mostText}, and the least in ${least}, ${leastText}.`,
  },
  frontier: {
    title: { risk: 'What caution costs', budget: 'Where money stops paying' },
    caption: (mean, currency) => `Up: expected ${mean}${mean === 'customers' ? '' : `, ${currency}`}`,
    across: (by, worst, currency) =>
      by === 'risk' ? `mean of the worst ${worst} of cases, ${currency} →` : `media spend, ${currency} →`,
    names: {
      bold: 'Boldest',
      cautious: 'Most cautious',
      'your budget': 'Your budget',
      'most profit': 'Most profit',
      today: 'Today',
      'pro rata': 'Today’s split',
    },
    summary: (plans, from, to, by) =>
      by === 'risk'
        ? `${bestPlans(plans)}: from ${from[0]} expected with ${from[1]} in the worst cases to ${to[0]} expected with ${to[1]}.`
        : `${bestPlans(plans)}: from ${from[0]} expected for ${from[1]} to ${to[0]} expected for ${to[1]}.`,
    columns: () => ['Plan', 'Media spend', 'Expected', 'Mean of the worst cases', 'Chance of a loss'],
    point: (sign, names) => `Point ${sign}${names === '' ? '' : `: ${names}`}`,
  },
  bridge: {
    title: (a, b) => `From ${a} to ${b}`,
    caption: (maximize, currency) =>
      `What changes expected ${maximize}, cause by cause${maximize === 'customers' ? '' : `, ${currency}`}`,
    summary: (most, by) => `The largest part is ${most}: ${by}.`,
    cause: (cause, label) =>
      cause.kind === 'spend'
        ? `Spend: ${label(cause.channel)}`
        : cause.kind === 'plan'
          ? 'Spend'
          : cause.kind === 'channel'
            ? `Beliefs: ${label(cause.channel)}`
            : `File: ${cause.section}`,
    others: 'Other causes',
    columns: ['Cause', 'Change'],
  },
  spider: {
    title: (maximize) => `How ${maximize} moves with each assumption`,
    caption: (maximize, currency) =>
      `Expected ${maximize}${maximize === 'customers' ? '' : `, ${currency}`}, as one assumption moves through its range and all others stay as you believe them`,
    across: 'how likely the assumption is lower →',
    summary: (assumption, low, high) =>
      `The steepest line is ${assumption}: from ${low} at its low end to ${high} at its high end.`,
    assumption: 'Assumption',
  },
  scatter: {
    title: (maximize) => `${upperFirst(maximize)} against the assumptions that matter most`,
    caption: (maximize, currency) =>
      `Dots: ${maximize}${maximize === 'customers' ? '' : `, ${currency}`}, in single draws, by the value of an assumption; line: the mean in each tenth of all draws`,
    summary: (assumption, low, high) =>
      `With ${assumption} in its lowest tenth the mean is ${low}, in its highest ${high}; how far dots lie around the line is what all else adds.`,
    columns: (maximize) => ['Assumption', 'Its mean in a tenth', `Mean ${maximize}`],
  },
  gap: {
    title: 'How the search closed in on the best plan',
    caption: 'How far the plan so far could be from the best, by seconds of searching',
    summary: (gap, seconds) => `After ${seconds} seconds the plan was proven to be within ${gap} of the best.`,
    seconds: (value) => `${value} s`,
    columns: ['Seconds', 'Gap at most'],
  },
};

function bestPlans(count: number): string {
  return count === 1 ? '1 best plan' : `${count} best plans`;
}
