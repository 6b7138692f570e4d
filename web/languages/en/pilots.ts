import type { GoalMetric } from '../../../src/domain.ts';
import { lessonWordsEn } from '../../../src/report/languages/lesson-words-en.ts';
import { rough } from '../../../src/report/numbers/rough.ts';
import { assumptionName, assumptionValues } from '../../../src/report/sentences/assumptions.ts';
import { channelLabel } from '../../../src/report/sentences/names.ts';
import { upperFirst } from '../../../src/report/sentences/upper-first.ts';
import {
  afterTexts,
  lengthOf,
  pilotText,
  planText,
  voiCaveats,
  voiHeadline,
} from '../../../src/report/sentences/voi.ts';
import { goalWords } from '../../../src/report/sentences/words.ts';
import type { PilotWords } from '../pilot-words.ts';

const noun = (maximize: GoalMetric) => goalWords(maximize).noun;
const inUnit = (currency: string) => (currency === '' ? '' : `, ${currency}`);

export const pilotWords: PilotWords = {
  assumption: assumptionName,
  values: assumptionValues,
  question: {
    title: 'What is a pilot worth?',
    about: 'Tells what knowing more before you decide is worth, and which pilots are worth their cost.',
    ask: 'Value pilots',
  },
  headline: voiHeadline,
  sure: voiCaveats,
  knowing: {
    title: () => 'What knowing all about a channel is worth',
    caption: (maximize, currency) =>
      `Expected ${noun(maximize)}${inUnit(currency)}, from deciding with it. Line: simulation noise (95\u00a0%)`,
    everything: 'Everything at once',
    column: 'Worth',
    note: 'No test can be worth more than knowing for sure.',
  },
  assumptions: {
    title: () => 'What knowing one assumption is worth',
    caption: (maximize, currency) =>
      `Expected ${noun(maximize)}${inUnit(currency)}, from deciding with it. Line: simulation noise (95\u00a0%)`,
    column: 'Worth',
    note: 'Assumptions that would not change the plan are left out.',
  },
  choices: { channels: 'Channels', assumptions: 'Assumptions' },
  pilots: {
    title: () => 'What pilots are worth',
    caption: (maximize, currency) =>
      `Bar: expected ${noun(maximize)}${inUnit(currency)}, from knowing the result; ring: what the pilot costs`,
    size: (found, { channel }, { periods, spend }) =>
      `${channelLabel(found, channel)}: ${lengthOf(periods, found.scenario.unit)}, ${rough(spend, 'money')}\u00a0${found.scenario.currency}`,
    note: 'The cost is after what its customers bring. A pilot pays where its bar reaches past its ring.',
    best: ' · best',
    columns: ['Pilot', 'Media', 'Customers', 'Cost', 'Worth'],
  },
  own: {
    title: 'Your own pilot',
    about:
      'Says what a pilot that you think of is worth. Once it has run, put in what it brought: you see what that changes.',
    ask: 'Look at this pilot',
    channel: 'Channel',
    periods: 'Periods',
    spend: 'Media in all',
    spendHint: 'Left empty: as much as in the best plan.',
    customers: 'Customers it brought',
    customersHint: 'Left empty: it has not run yet.',
    leads: 'Leads it brought',
    leadsHint: 'Where the channel counts them.',
    figures: 'What this pilot is worth',
    worthFigure: (currency) => `Worth up to${inUnit(currency)}`,
    costFigure: (currency) => `Cost after what its customers bring, ${currency}`,
    customersFigure: 'Customers to be expected',
    countWrong: 'Give a whole number.',
    spendWrong: 'Give an amount above 0.',
    leadsAlone: 'Give the customers, too.',
    worth: pilotText,
    result: afterTexts,
  },
  beliefs: {
    title: 'What the pilot tells',
    caption: 'Line: where nine cases of ten lay before; bar: where they lie now; ring: the mean now',
    customers: (channel) => `Customers of such a pilot in ${channel}`,
    change: (before, after) => `${before} → ${after}`,
    range: (mean, from, to) => `${mean} (${from} to ${to})`,
    low: 'low before',
    high: 'high before',
    note: (draws) => `The beliefs now rest on ${draws} draws, weighed by how likely the result is in each.`,
    columns: ['Belief', 'Before', 'Now'],
    write: 'Write into the scenario',
    writeHint: 'Puts the new ranges into the file. Do so once: after that the file knows this pilot.',
  },
  lessons: {
    ...lessonWordsEn,
    title: 'What the pilots in your file have changed',
    about: 'Puts the numbers of each piloted channel before and after its pilot side by side.',
    ask: 'Look back',
  },
  plans: {
    title: (maximize) => `Expected ${noun(maximize)} of each plan`,
    caption: (maximize, currency) => `${upperFirst(noun(maximize))}${inUnit(currency)}, before and after the pilot`,
    name: (found, k) => upperFirst(planText(found, k)),
    columns: ['Plan', 'Before', 'Now'],
    best: 'best',
  },
};
