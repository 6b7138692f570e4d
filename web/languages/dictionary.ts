import type { ResultWords as ReportTexts } from '../../src/report/languages/result-words.ts';
import type { ChartWords } from '../../src/pictures/words.ts';
import type { CountedPhase } from '../../src/runs/progress.ts';
import type { TabWords, ViewWords } from './views.ts';
import type { KeepWords } from './en/keep.ts';
import type { SetWords } from './en/set.ts';
import type { TableWords } from './en/table.ts';

export type { FigureWords, LimitWords, PlanWords } from '../../src/report/languages/result-words.ts';

/** The texts that the page begins with, in one language. */
export interface PageWords {
  /** For the document's `lang`. */
  readonly code: string;
  /** What the language calls itself. */
  readonly name: string;
  readonly language: string;
  readonly tagline: string;
  /** Said when the page itself is at fault. */
  readonly broken: (message: string) => string;
  readonly scenario: ScenarioWords;
  readonly keep: KeepWords;
  readonly set: SetWords;
  readonly table: TableWords;
  readonly fields: {
    /** By name in the file; one that is not here is made of its letters. */
    readonly words: Readonly<Record<string, string>>;
    /** Between two stages of a funnel. */
    readonly arrow: string;
  };
  readonly issues: IssueWords;
  readonly run: RunWords;
  readonly outcome: OutcomeWords;
  readonly tabs: TabWords;
  /** Fetches the others, too. */
  readonly whole: () => Promise<Dictionary>;
}

/** Every text of the page in one language: what is said of answers is fetched when there is one. */
export interface Dictionary extends PageWords {
  readonly result: ResultWords;
  readonly report: ReportTexts['say'];
  readonly charts: ChartWords;
  readonly views: ViewWords;
}

export interface ScenarioWords {
  readonly title: string;
  readonly drop: string;
  /** Label of the text itself. */
  readonly text: string;
  /** No further scenario can be opened. */
  readonly full: string;
  /** How to leave the text by keyboard. */
  readonly leave: string;
  readonly notEdited: string;
  readonly tooLarge: (name: string) => string;
}

export interface IssueWords {
  readonly title: string;
  readonly checking: string;
  readonly none: string;
  readonly count: (errors: number, warnings: number) => string;
  readonly place: (line: number, column: number) => string;
  readonly error: string;
  readonly warning: string;
}

export interface RunWords {
  readonly start: string;
  readonly cancel: string;
  /** In its place while a plan is searched. */
  readonly stop: string;
  readonly draws: string;
  readonly seed: string;
  readonly refused: string;
  readonly cancelled: string;
  readonly failed: (message: string) => string;
  readonly starting: string;
  readonly stopping: string;
  readonly noPlanYet: string;
  /** @param gap  how far from the best possible the plan can be at most; undefined while nothing is known */
  readonly searching: (gap: string | undefined) => string;
  /** A number as English writes it, in the typography of the language. */
  readonly number: (text: string) => string;
  /** Work of which it is known how much there is. */
  readonly counting: Readonly<Record<CountedPhase, (percent: string) => string>>;
}

/** The place of a result. */
export interface OutcomeWords {
  readonly title: string;
  /** Before there is one. */
  readonly empty: string;
  readonly emptyPoints: readonly string[];
  readonly stale: string;
}

/** Around a report, and in it beyond what all faces say. */
export interface ResultWords extends Omit<ReportTexts, 'code' | 'say'> {
  /** Saves the report as a file. */
  readonly saveAs: (format: string) => string;
  readonly notSaved: (message: string) => string;
  readonly record: { readonly short: string; readonly save: string; readonly stopped: string };
  readonly picture: PictureWords;
}

export interface PictureWords {
  readonly title: string;
  readonly today: string;
  readonly recommended: string;
  readonly nearest: string;
  /** The picture for those who do not see it. */
  readonly describe: (currency: string, spreads: readonly SpreadText[]) => string;
  readonly axis: (currency: string) => string;
  readonly key: string;
  readonly loss: string;
  /** Opens the same data as a table. */
  readonly table: string;
  /** Caption of that table. */
  readonly share: string;
  readonly profit: (currency: string) => string;
  /** A class of profit; the first has no `from`, the last no `to`. */
  readonly class: (from: string | undefined, to: string | undefined) => string;
}

export interface SpreadText {
  readonly name: string;
  readonly mean: string;
  readonly range: readonly [string, string];
}
