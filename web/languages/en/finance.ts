import { financeWordsEn } from '../../../src/report/languages/finance-words-en.ts';
import type { FinanceViewWords } from '../finance-words.ts';

export const financeWords: FinanceViewWords = {
  ...financeWordsEn,
  about:
    'Profit and loss by period, cash, what to hold back, what customers cost and bring, and how much depends on one channel.',
  ask: 'Work it out',
  chance: 'Chance to count on',
  chanceHint: 'With this chance profit is reached and the financing is enough.',
  chanceWrong: 'Give a chance from 50 to 99.9\u00a0%, such as 80\u00a0%.',
  collect: 'Customers pay after, periods',
  pay: 'Media are paid after, periods',
  lagHint: '0 is at once.',
  lagWrong: 'Give a whole number of periods, from 0 to 520.',
  inReports: 'Reports that are saved with the best plan count on the same.',
  tiles: {
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
  whose: { label: 'Customers', byChannel: 'By channel', together: 'All channels, by when they were won' },
  shaded: '; the deeper the colour, the more of that cost',
};
