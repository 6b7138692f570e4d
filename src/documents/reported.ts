import type { Details } from '../runs/details.ts';
import type { Report } from '../domain.ts';
import type { FinanceView } from '../finance/finance-view.ts';
import type { PilotLessons } from '../pilots/pilot-lessons.ts';
import type { Believed } from '../scenario/read.ts';
import type { Scorecard } from '../screen/scorecard.ts';
import type { Influence } from '../sensitivity/influence.ts';
import type { StressTest } from '../stress/stress-test.ts';

/** All that a report is written from. */
export interface Reported {
  readonly report: Report;
  /** The files that the scenario was read from, the first one first. */
  readonly files: readonly ReportedFile[];
  /** The assumptions of the report themselves, in its order, to be said in another language. */
  readonly believed?: readonly Believed[];
  /** What pictures show beyond the report. */
  readonly details?: Details;
  /** What makes the outcome of the last plan uncertain. */
  readonly influence?: Influence;
  /** What the last plan loses when things go wrong. */
  readonly stresses?: StressTest;
  /** The last plan as finance sees it. */
  readonly finance?: FinanceView;
  /** Channels by the scorecard of the file, where it has one. */
  readonly scorecard?: Scorecard;
  /** What the pilots in the file have changed, where it has any. */
  readonly lessons?: PilotLessons;
}

export interface ReportedFile {
  readonly name: string;
  readonly text: string;
}
