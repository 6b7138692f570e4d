import { pilotsCaveats, pilotsHeadline, pilotText, rangeText, seenText } from '../chinese/pilots.ts';
import { channelLabel } from '../sentences/names.ts';
import type { LessonWords } from './lesson-words.ts';

export const lessonWordsZh: LessonWords = {
  title: '试点改变了什么',
  headline: pilotsHeadline,
  sure: pilotsCaveats,
  caption: (found, lessons) =>
    `${channelLabel(found, lessons.channel)}：${pilotText(found, lessons)} 的试点。范围包含 90% 的可能`,
  pilot: pilotText,
  columns: ['数字', '之前', '试点显示', '之后'],
  seen: seenText,
  along: '与这些数字共同变动的数字。范围包含 90% 的可能',
  range: rangeText,
};
