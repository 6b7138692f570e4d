import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { short } from '../../src/report/numbers/exact.ts';
import { freeBudget } from '../../src/report/sentences/free-budget.ts';
import { headline } from '../../src/report/sentences/headline.ts';
import {
  noSingleRepair,
  repairText,
  togetherText,
  unboundedAdvice,
} from '../../src/report/sentences/conflict-words.ts';
import { nextUnitTexts } from '../../src/report/sentences/next-unit.ts';
import { noPlan } from '../../src/report/sentences/no-plan.ts';
import { draws, noises, proof } from '../../src/report/sentences/proof.ts';
import { rangesNote, rangesTitle } from '../../src/report/sentences/ranges.ts';
import { reasonText } from '../../src/report/sentences/reasons.ts';
import { stabilityTexts } from '../../src/report/sentences/stability.ts';
import { beyondReach } from '../../src/report/sentences/wishes.ts';
import { beyondReachAdvice, wishAsked, wishName, wishRemarks } from '../../src/report/sentences/wish-words.ts';
import { addsWhat, horizonText, periodsText } from '../../src/report/sentences/words.ts';
import type { Dictionary } from './dictionary.ts';
import { views } from './en-views.ts';
import { fieldWords } from './en/fields.ts';
import { keepWords } from './en/keep.ts';
import { setWords } from './en/set.ts';
import { tableWords } from './en/table.ts';

/** English; sentences about a report are those of the command line. */
export const en: Dictionary = {
  code: 'en',
  name: 'English',
  language: 'Language',
  tagline: 'Splits a marketing budget when costs and conversions are uncertain',
  broken: (message) => `The page has failed: ${message}. Your text is still here: copy it, then reload the page.`,
  keep: keepWords,
  set: setWords,
  table: tableWords,
  fields: { words: fieldWords, arrow: ' → ' },
  scenario: {
    title: 'Scenario',
    drop: 'Drop the file to open it',
    text: 'Text of the scenario',
    leave: 'Escape, then Tab leaves the text.',
    notEdited: 'This change does not fit the file: is the name taken, or is something else in its place?',
    full: 'Twenty scenarios are open: close one first.',
    tooLarge: (name) => `“${name}” is too large for a scenario: more than 20 MB.`,
  },
  issues: {
    title: 'Check',
    checking: 'Checking…',
    none: 'No problems found.',
    count: (errors, warnings) =>
      [plural(errors, 'error', 'errors'), plural(warnings, 'warning', 'warnings')].filter(Boolean).join(', '),
    place: (line, column) => `Line ${line}, column ${column}`,
    error: 'Error',
    warning: 'Warning',
  },
  run: {
    start: 'Find the best plan',
    cancel: 'Cancel',
    stop: 'Stop and show the best so far',
    draws: 'Draws',
    seed: 'Seed',
    refused: 'Not run: the text has errors. They are listed below it.',
    cancelled: 'Cancelled.',
    failed: (message) => `The run failed: ${message}`,
    starting: 'Starting…',
    stopping: 'Stopping: the best plan so far is judged next…',
    noPlanYet: 'Searching: no plan yet',
    searching: (gap) => (gap === undefined ? 'Searching for the best plan…' : `Searching: within ${gap} of the best`),
    counting: {
      ranges: (percent) => `Looking how far each channel may move: ${percent}`,
      stability: (percent) => `Searching again on fresh draws: ${percent}`,
      judge: (percent) => `Judging on fresh draws: ${percent}`,
    },
  },
  result: {
    title: 'Recommendation',
    empty: 'Which split of the budget earns the most, and how sure is that?',
    emptyPoints: [
      'Pick an example, or open a scenario of your own and edit it.',
      'Find the best plan: it is searched across thousands of draws of what you are unsure of.',
      'Everything is computed in this browser. Nothing leaves it.',
    ],
    stale: 'The text has changed since this was computed.',
    save: 'Save report (JSON)',
    today: (amount) => `today ${amount}`,
    figures: {
      title: 'Key figures',
      expected: {
        profit: 'Expected profit',
        revenue: 'Expected revenue',
        margin: 'Expected margin',
        customers: 'Expected customers',
      },
      spend: 'Media spend',
      chance: 'Chance of reaching the goal',
      chanceBetter: 'Chance that it is better than today',
      worst: 'Mean profit of the worst tenth',
      chanceOfLoss: 'Chance of a loss',
      gap: { proven: 'Proven gap to the best', numerical: 'Gap to the best', none: 'Gap to the best' },
      noGap: 'not proven',
      atMost: (share) => `≤ ${share}`,
    },
    plan: {
      title: 'The plan',
      caption: (scenario) => `Media spend in ${scenario.currency} over ${horizonText(scenario)}`,
      channel: 'Channel',
      today: 'Today',
      recommended: 'Recommended',
      nearest: 'Nearest',
      change: 'Change',
      nextUnit: (currency) => `1 ${currency} more brings back`,
      cac: 'Cost of a customer (CAC)',
      nextUnitNote: 'The next unit brings back profit and its own cost: above 1 it pays.',
      cacNote: 'CAC is cash, without people’s time.',
      total: 'All channels',
      same: 'same',
      new: 'new',
      stopped: 'stopped',
    },
    reasons: { title: 'Why each channel gets what it gets', text: reasonText },
    ranges: {
      title: rangesTitle,
      caption: (scenario) =>
        `What each channel may get, in ${scenario.currency} over ${horizonText(scenario)}. Band: nearly as good; line: the plan.`,
      plan: 'Plan',
      from: 'From',
      to: 'To',
      picture: 'Range',
      describe: (plan, from, to) => `${plan} in the plan; from ${from} to ${to} is nearly as good.`,
      note: rangesNote,
    },
    picture: {
      title: 'How profit may turn out',
      today: 'Today',
      recommended: 'Recommended',
      nearest: 'Nearest',
      describe: (currency, spreads) =>
        [
          `Share of draws by profit in ${currency}.`,
          ...spreads.map(
            ({ name, mean, range: [from, to] }) => `${name}: mean ${mean}, 90 % of cases between ${from} and ${to}.`,
          ),
        ].join(' '),
      axis: (currency) => `Profit, ${currency}`,
      key: 'mean and where 90 % of cases lie',
      loss: 'loss',
      table: 'The same as a table',
      share: 'Share of draws by class of profit',
      profit: (currency) => `Profit, ${currency}`,
      class: (from, to) =>
        from === undefined ? `below ${to}` : to === undefined ? `${from} and more` : `${from} to ${to}`,
    },
    targets: {
      title: 'Targets and risk',
      caption: 'What is asked of the plan, and what it reaches on fresh draws',
      wish: 'What',
      asked: 'Asked',
      name: wishName,
      askedFor: wishAsked,
      verdict: 'Reached?',
      verdicts: { reached: 'reached', missed: 'missed', 'too close to call': 'too close to call' },
      remarks: wishRemarks,
      close: 'Too close to call: what is asked lies within the simulation noise.',
    },
    limits: {
      title: 'What holds the plan back',
      limit: 'Limit',
      name: (_, { name }) => name,
      where: 'In',
      wholePlan: 'whole plan',
      periods: periodsText,
      change: 'If',
      raised: 'raised',
      lowered: 'lowered',
      adds: 'Adds',
      meets: 'Limits where more room would help',
      worth: (scenario, units) => `${units} ${scenario.currency} more room ${addsWhat(scenario)}`,
      to: (from, to) => `${from} to ${to}`,
      nextUnits: (report, { binding }) => nextUnitTexts(report, binding),
    },
    conflict: {
      title: 'These limits cannot hold together',
      together: togetherText,
      repairs: 'Any one of these changes would make a plan possible',
      repair: repairText,
      noSingleRepair,
      advice: 'What to do',
      unbounded: unboundedAdvice,
      beyondReach: (report, found) => beyondReachAdvice(beyondReach(report, found), report),
    },
    sure: 'How sure this is',
    budget: 'The budget',
    notes: 'Notes',
  },
  charts: chartWordsEn,
  views,
  report: {
    headline,
    noPlan,
    proof,
    stability: stabilityTexts,
    freeBudget,
    draws,
    noises,
    number: (text) => text,
    short,
  },
};

function plural(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
