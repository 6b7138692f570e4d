import { actualsCaveats, actualsHeadline, nextStepOf } from '../../../src/report/sentences/actuals.ts';
import { lengthText } from '../../../src/report/sentences/words.ts';
import type { ActualsWords } from '../actuals-words.ts';

export const actualsWords: ActualsWords = {
  title: 'The plan and what came of it',
  about:
    'Says which part of the difference is other spend, what that spend brought, or what customers paid; which channels lie outside what was to be expected; and how many of your ranges held.',
  ask: 'Compare with the plan',
  table: 'What came',
  tableHint:
    'One row for each channel and past period, as pasted from a spreadsheet, with the columns period, channel, spend, customers and, if you know them, revenue of first orders, impressions, clicks, leads and repeats (further orders).',
  open: 'Open a table…',
  drop: 'Drop the table here',
  example: 'Put in an example',
  exampleHint: 'The example is one case that your scenario holds possible, with the spend that is planned.',
  save: 'Save this table',
  empty: 'Put in a table first: paste it, drop a file, or start from the example.',
  tooLarge: 'The file is too large for a table: more than 5 MB.',
  headline(found) {
    const { first, rest } = actualsHeadline(found);
    const next = nextStepOf(found);
    return {
      first,
      rest:
        next === undefined
          ? rest
          : [
              ...rest,
              `Write what you learned into the scenario; “While it runs” then plans the ${next}s that are left.`,
            ],
    };
  },
  sure: actualsCaveats,
  figures: {
    title: 'Key figures',
    customers: 'Customers',
    revenue: (currency) => `Revenue of first orders, ${currency}`,
    spend: (currency) => `Media spend, ${currency}`,
    planned: (amount) => `planned ${amount}`,
    held: 'Ranges of 90\u00a0% that held',
    heldOf: (held, ranges) => `${held} of ${ranges}`,
    verdicts: {
      'as promised': 'as promised, as far as so few can tell',
      'too narrow': 'too narrow',
      'too wide': 'wider than they need be',
    },
    verdict: (verdict, from, to) => `${verdict}: ${from} to ${to} hold, with 95\u00a0% confidence`,
  },
  outturn: {
    title: 'What came, beside what was to be expected',
    caption:
      'Customers in percent of what was to be expected of the actual spend. Bar: nine cases of ten; ring: what came',
    figures: (came, from, to) => `${came} came, ${from} to ${to} expected`,
    summary: (within, channels) =>
      within === channels
        ? 'Every channel lies within what was to be expected.'
        : `${within} of ${channels} channels lie within what was to be expected.`,
    tableTitle: 'Plan and actuals',
    tableCaption: ({ periods, scenario }) =>
      `First ${lengthText({ ...scenario, periods }).replace(/^1\s/, '')}; media in ${scenario.currency}`,
    columns: ['Channel', 'Media planned', 'Spent', 'Customers planned', 'To be expected', 'Came', 'Warning'],
    range: (from, to) => `${from} to ${to}`,
    standings: { below: 'below', above: 'above' },
    all: 'All channels',
  },
  bought: {
    title: 'What media bought, and what became of it',
    caption: ({ of, scenario }) =>
      `The two parts of effectiveness${of === 'revenue' ? `, ${scenario.currency}` : ', customers'}: what the money bought, and what those bought became`,
    columns: ['Channel', 'Bought', 'To be expected', 'Came', 'Warning', 'For the money', 'Of those bought'],
    stages: { impression: 'impressions', click: 'clicks', lead: 'leads' },
  },
  repeats: {
    title: 'Whether customers come back',
    caption: 'Further orders of customers won in the plan',
    columns: ['Channel', 'To be expected', 'Came', 'Warning'],
  },
  variance: {
    title: ({ of }) => (of === 'revenue' ? 'Why revenue differs from plan' : 'Why customers differ from plan'),
    caption: ({ of, scenario }) =>
      of === 'revenue'
        ? `Revenue of first orders, ${scenario.currency}: volume, effectiveness and price`
        : 'Customers: volume and effectiveness',
    planned: 'Planned',
    actual: 'Came',
    volume: 'Other spend',
    effectiveness: 'What it brought',
    price: 'What customers paid',
    total: 'In all',
    summary: (most, by) => `The largest part is “${most}”: ${by}.`,
    columns: ['Cause', 'Change'],
    tableTitle: 'By channel',
  },
};
