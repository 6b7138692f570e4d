import { criterionLabel, screenCaveats, screenHeadline } from '../sentences/screen.ts';
import { upperFirst } from '../sentences/upper-first.ts';
import type { ScreenWords } from './screen-words.ts';

export const screenWordsEn: ScreenWords = {
  title: 'Which channels are worth a try',
  headline: screenHeadline,
  sure: screenCaveats,
  scores: 'Scores from 1 to 5; those that say “typed” are opinions, all others are told from the file',
  data: (currency) => `What the file says, money in ${currency}`,
  channel: 'Channel',
  score: 'Score',
  first: 'Chance of the highest',
  criterion: (name) => upperFirst(criterionLabel(name)),
  weighed: (criterion, share) => `${criterion}, ${share}`,
  origin: 'from',
  value: 'value',
  from: { data: 'data', typed: 'typed', missing: 'not known' },
};
