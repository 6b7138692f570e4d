import { fieldWords } from './en/fields.ts';
import { keepWords } from './en/keep.ts';
import { setWords } from './en/set.ts';
import { tableWords } from './en/table.ts';
import type { PageWords } from './dictionary.ts';

/** What the page begins with, in English. */
export const enPage: PageWords = {
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
    number: (text) => text,
    counting: {
      ranges: (percent) => `Looking how far each channel may move: ${percent}`,
      stability: (percent) => `Searching again on fresh draws: ${percent}`,
      judge: (percent) => `Judging on fresh draws: ${percent}`,
    },
  },
  outcome: {
    title: 'Recommendation',
    empty: 'Which split of the budget earns the most, and how sure is that?',
    emptyPoints: [
      'Pick an example, or open a scenario of your own and edit it.',
      'Find the best plan: it is searched across thousands of draws of what you are unsure of.',
      'Everything is computed in this browser. Nothing leaves it.',
    ],
    stale: 'The text has changed since this was computed.',
  },
  tabs: {
    title: 'Views',
    recommendation: 'Best plan',
    frontier: 'Frontier',
    stability: 'Fresh draws',
    replan: 'While it runs',
    compare: 'Compare',
    stress: 'Stress',
    screen: 'Scorecard',
    pilots: 'Pilots',
    finance: 'Finance',
    actuals: 'Actuals',
    verify: 'Check a record',
  },
  whole: async () => (await import('./en.ts')).en,
};

function plural(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
