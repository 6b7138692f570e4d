import type { LessonWords } from '../../report/languages/lesson-words.ts';
import { rangesOf } from '../../report/sentences/pilots.ts';
import type { PilotLessons } from '../../pilots/pilot-lessons.ts';
import { figureColumns, text, type Section, type Table } from '../document.ts';

/** What pilots have changed: what was believed before each, what it showed, and what is believed now. */
export function lessonSection(found: PilotLessons, words: LessonWords, assumption: (path: string) => string): Section {
  const { first, rest } = words.headline(found);
  return {
    title: words.title,
    blocks: [
      { kind: 'sentences', sentences: [first, ...rest] },
      ...lessonTables(found, words, assumption).map((table) => ({ kind: 'table' as const, table })),
      { kind: 'sentences', sentences: words.sure(found) },
    ],
  };
}

/**
 * The numbers that each pilot has moved, and those that have moved along; no table where there is none.
 *
 * @param assumption  what a number is called, from its path in the file
 */
export function lessonTables(
  found: PilotLessons,
  words: LessonWords,
  assumption: (path: string) => string,
): readonly Table[] {
  const { along } = found;
  const [number, before, , after] = words.columns;
  const ofPilots = found.pilots
    .filter(({ moved }) => moved.length > 0)
    .map((lessons) => ({
      caption: words.caption(found, lessons),
      columns: figureColumns(words.columns),
      rows: lessons.moved.map((number) => {
        const { before, after } = rangesOf(number, words.range);
        return [assumption(number.path), before, words.seen(number), after].map(text);
      }),
    }));
  if (along.length === 0) return ofPilots;
  const movedAlong: Table = {
    caption: words.along,
    columns: [{ heading: number }, { heading: before, align: 'right' }, { heading: after, align: 'right' }],
    rows: along.map((each) => {
      const ranges = rangesOf(each, words.range);
      return [assumption(each.path), ranges.before, ranges.after].map(text);
    }),
  };
  return [...ofPilots, movedAlong];
}
