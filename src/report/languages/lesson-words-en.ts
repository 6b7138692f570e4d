import { channelLabel } from '../sentences/names.ts';
import { pilotsCaveats, pilotsHeadline, pilotText, seenText } from '../sentences/pilots.ts';
import type { LessonWords } from './lesson-words.ts';

export const lessonWordsEn: LessonWords = {
  title: 'What pilots have changed',
  headline: pilotsHeadline,
  sure: pilotsCaveats,
  caption: (found, lessons) =>
    `${channelLabel(found, lessons.channel)}: a pilot of ${pilotText(found, lessons)}. Ranges hold 90\u00a0%`,
  pilot: pilotText,
  columns: ['Number', 'Before', 'The pilot showed', 'After'],
  seen: seenText,
  along: 'What moves with these numbers. Ranges hold 90\u00a0%',
  range: (from, to) => `${from} to ${to}`,
};
