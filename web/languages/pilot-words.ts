/** Texts of the view of pilots and of what knowing more is worth. */
import type {
  AfterPilot,
  InformationValue,
  PilotOfChannel,
  PilotSize,
} from '../../src/information/information-value.ts';
import type { LessonWords } from '../../src/report/languages/lesson-words.ts';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';
import type { PictureWords, StressWords } from './stress-words.ts';

export interface PilotWords extends Pick<StressWords, 'assumption' | 'values'> {
  /** Of all pilots that are thought of. */
  readonly question: { readonly title: string; readonly about: string; readonly ask: string };
  readonly headline: (found: InformationValue) => Headline;
  readonly sure: (found: InformationValue) => readonly string[];
  readonly knowing: PictureWords & { readonly everything: string; readonly column: string; readonly note: string };
  readonly assumptions: PictureWords & { readonly column: string; readonly note: string };
  /** Which of the two is shown. */
  readonly choices: { readonly channels: string; readonly assumptions: string };
  readonly pilots: PictureWords & {
    readonly size: (found: InformationValue, pilot: PilotOfChannel, size: PilotSize) => string;
    readonly note: string;
    /** Behind the name of a pilot. */
    readonly best: string;
    readonly columns: readonly [pilot: string, spend: string, customers: string, cost: string, worth: string];
  };
  /** A pilot of the planner's own. */
  readonly own: {
    readonly title: string;
    readonly about: string;
    readonly ask: string;
    readonly channel: string;
    readonly periods: string;
    readonly spend: string;
    readonly spendHint: string;
    readonly customers: string;
    readonly customersHint: string;
    readonly leads: string;
    readonly leadsHint: string;
    /** Of figures of a pilot that was not run. */
    readonly figures: string;
    readonly worthFigure: (currency: string) => string;
    readonly costFigure: (currency: string) => string;
    readonly customersFigure: string;
    readonly countWrong: string;
    readonly spendWrong: string;
    readonly leadsAlone: string;
    /** Of a pilot that was not run. */
    readonly worth: (found: InformationValue, pilot: PilotOfChannel) => string;
    /** Of one that was: what is believed now, and which plan is the best now. */
    readonly result: (found: InformationValue, after: AfterPilot) => readonly string[];
  };
  readonly beliefs: {
    readonly title: string;
    readonly caption: string;
    readonly customers: (channel: string) => string;
    readonly change: (before: string, after: string) => string;
    readonly range: (mean: string, from: string, to: string) => string;
    readonly low: string;
    readonly high: string;
    readonly note: (draws: string) => string;
    readonly columns: readonly [assumption: string, before: string, after: string];
    readonly write: string;
    readonly writeHint: string;
  };
  /** What the pilots in the file have changed. */
  readonly lessons: LessonWords & { readonly about: string; readonly ask: string };
  readonly plans: PictureWords & {
    readonly name: (found: InformationValue, k: number) => string;
    readonly columns: readonly [plan: string, before: string, after: string];
    readonly best: string;
  };
}
