import type { CriterionScore, Scorecard } from '../../screen/scorecard.ts';
import type { Headline } from '../sentences/headline-walk.ts';

/** Texts about a scorecard in one language: for every face that shows one. */
export interface ScreenWords {
  readonly title: string;
  readonly headline: (card: Scorecard) => Headline;
  readonly sure: (card: Scorecard) => readonly string[];
  /** Of the table of scores, and of the numbers that the file tells. */
  readonly scores: string;
  readonly data: (currency: string) => string;
  readonly channel: string;
  readonly score: string;
  /** Share of draws with the highest score. */
  readonly first: string;
  /** What a criterion is called; one of the planner's own goes by its name. */
  readonly criterion: (name: string) => string;
  /** A criterion and its share of all weights. */
  readonly weighed: (criterion: string, share: string) => string;
  /** Headings of where a score is from, and of the value behind it. */
  readonly origin: string;
  readonly value: string;
  readonly from: Readonly<Record<CriterionScore['from'], string>>;
}
