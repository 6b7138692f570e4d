import type { CountedNumber, LessonsOfPilot, PilotLessons } from '../../pilots/pilot-lessons.ts';
import type { Headline } from '../sentences/headline-walk.ts';

/** Texts about what pilots have changed in one language: for every face that shows it. */
export interface LessonWords {
  readonly title: string;
  readonly headline: (found: PilotLessons) => Headline;
  readonly sure: (found: PilotLessons) => readonly string[];
  /** Of the numbers of one pilot. */
  readonly caption: (found: PilotLessons, lessons: LessonsOfPilot) => string;
  /** What a pilot was: its length and its money. */
  readonly pilot: (found: PilotLessons, lessons: LessonsOfPilot) => string;
  readonly columns: readonly [number: string, before: string, seen: string, after: string];
  readonly seen: (number: CountedNumber) => string;
  /** Of the numbers that no pilot counted, but that move with those. */
  readonly along: string;
  readonly range: (from: string, to: string) => string;
}
