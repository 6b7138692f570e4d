import type { ImportViewWords } from '../import-words.ts';

const some = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const importWords: ImportViewWords = {
  language: 'en',
  title: 'Import exports',
  about:
    'Choose what your CRM and advertising platforms export, all together: leads, deals, orders, spend. Files are recognized by their columns, whatever they are called, and joined to one scenario. Nothing leaves this machine, and names, addresses and numbers of people are not kept.',
  dropped: (files) =>
    `${files === 1 ? 'The file you gave is no scenario: it is taken for data to make one of.' : 'Not all of the files you gave are scenarios: they are taken for data to make one of.'} Close this window if that was not meant: nothing has changed.`,
  choose: 'Choose files…',
  drop: 'or drop them here',
  formats:
    '.csv, .tsv and .xlsx, and pages of the APIs of Zoho CRM, 纷享销客 and 简道云 saved as .json; text in UTF-8, UTF-16 or GBK; up to 50 files of 32 MB.',
  files: {
    title: 'Files',
    reading: 'Reading…',
    found: (name, rows, sheet) =>
      `${name}, ${rows} ${rows === '1' ? 'row' : 'rows'}${sheet === undefined ? '' : `, sheet “${sheet}”`}`,
    notUsed: 'Not used:',
    lost: (reason) =>
      `What read the files has stopped: ${reason}. Remove this one and choose it again, by itself if it is large.`,
    place: (line) => `Row ${line}`,
    remove: 'Remove',
    removeOf: (name) => `Remove ${name}`,
  },
  plan: {
    title: 'What is planned',
    start: 'First day',
    startHint: (day) => `Standard: ${day}, the Monday after the history.`,
    periods: 'Weeks',
    periodsHint: 'Standard: 12.',
    budget: (currency) => `Budget of all weeks, ${currency}`,
    budgetHint: (today) => `Standard: today’s spend, ${today}.`,
    currency: 'Currency',
    currencyHint: 'No file says it: three letters, such as EUR.',
    currencySaid: (currency) => `Amounts are in ${currency}, as the files say.`,
  },
  more: (count) => `${count} more are not shown.`,
  sources: {
    title: (count) => `Channels of ${some(count, 'source')}`,
    hint: 'Sources of the same channel count together.',
  },
  stages: {
    title: (count) => `Meaning of ${some(count, 'stage')} of deals`,
    hint: 'The share that is won is counted among deals that are won or lost.',
    outcomes: { won: 'Won', lost: 'Lost', open: 'Open' },
  },
  found: {
    doubtful: (count) => `To look into: ${count}`,
    joined: 'How the files were joined',
    counted: 'Also found',
    facts: 'What was read and what is assumed',
  },
  result: {
    title: 'The scenario to be made',
    caption: (currency) => `What money buys in each channel, as weeks have had it, and spend per week; in ${currency}`,
    columns: ['Channel', 'Price', 'Per week today'],
    prices: { cpc: 'a click', cpl: 'a lead', cpa: 'a customer' },
    range: (from, to) => `${from} to ${to}`,
    all: 'All channels',
    text: 'Its text',
  },
  state: {
    reading: (count) => `Reading ${some(count, 'file')}…`,
    joining: 'Joining…',
    done: (channels, files) => `${some(channels, 'channel')} from ${some(files, 'file')}.`,
    refused: 'No scenario yet:',
  },
  use: 'Use this scenario',
  useHint:
    'It opens beside what you have edited, or in its place where you have not. Undo takes it back. Until then files stay here when the window is closed.',
  clear: 'Start over',
};
