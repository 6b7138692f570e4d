import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { resultWordsEn } from '../../src/report/languages/result-words-en.ts';
import type { Dictionary } from './dictionary.ts';
import { views } from './en-views.ts';
import { enPage } from './en-page.ts';

/** English; sentences about a report are those of the command line. */
export const en: Dictionary = {
  ...enPage,
  result: {
    ...resultWordsEn,
    saveAs: (format) => `Save report (${format})`,
    notSaved: (message) => `The file could not be written: ${message}`,
    record: {
      short: 'Record',
      save: 'Save the decision record',
      stopped:
        'a search that was stopped finds another plan another time. Let it run to its end, then save the record.',
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
            ({ name, mean, range: [from, to] }) =>
              `${name}: mean ${mean}, 90\u00a0% of cases between ${from} and ${to}.`,
          ),
        ].join(' '),
      axis: (currency) => `Profit, ${currency}`,
      key: 'mean and where 90\u00a0% of cases lie',
      loss: 'loss',
      table: 'The same as a table',
      share: 'Share of draws by class of profit',
      profit: (currency) => `Profit, ${currency}`,
      class: (from, to) =>
        from === undefined ? `below ${to}` : to === undefined ? `${from} and more` : `${from} to ${to}`,
    },
  },
  charts: chartWordsEn,
  views,
  report: resultWordsEn.say,
};
