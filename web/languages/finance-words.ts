/** Texts of the view of a plan as finance sees it. */
import type { PeriodUnit } from '../../src/domain.ts';
import type { FinanceView } from '../../src/finance/finance-view.ts';
import type { Headline } from '../../src/report/sentences/headline-walk.ts';

export interface FinanceWords {
  readonly title: string;
  readonly about: string;
  readonly ask: string;
  readonly chance: string;
  readonly chanceHint: string;
  readonly chanceWrong: string;
  readonly collect: string;
  readonly pay: string;
  readonly lagHint: string;
  readonly lagWrong: string;
  readonly headline: (view: FinanceView) => Headline;
  readonly sure: (view: FinanceView) => readonly string[];
  readonly figures: {
    readonly title: string;
    readonly value: (currency: string) => string;
    /** @param level  profit that is reached with the chance */
    readonly level: (level: string, chance: string) => string;
    readonly reserve: (currency: string) => string;
    readonly reserveNote: (chance: string) => string;
    readonly payback: (unit: PeriodUnit) => string;
    readonly never: string;
    readonly afterEnd: string;
    readonly financing: (currency: string) => string;
    readonly financingNote: (most: string, chance: string) => string;
  };
  readonly lines: {
    readonly title: string;
    readonly caption: (currency: string) => string;
    readonly columns: readonly [
      period: string,
      customers: string,
      revenue: string,
      media: string,
      otherCosts: string,
      profit: string,
      soFar: string,
      cash: string,
    ];
    readonly periods: (unit: PeriodUnit, from: number, to: number) => string;
    readonly tail: string;
    readonly total: string;
  };
  readonly cash: {
    readonly title: string;
    readonly caption: (currency: string, unit: PeriodUnit) => string;
    /** At the end of the lines. */
    readonly expected: (amount: string) => string;
    readonly atLeast: (amount: string, chance: string) => string;
    readonly end: string;
    readonly summary: (facts: {
      readonly end: string;
      readonly lowest: string;
      /** The period after which it is there. */
      readonly when: string;
      readonly isBelow: boolean;
      readonly currency: string;
    }) => string;
    readonly columns: (chance: string) => readonly [period: string, expected: string, atLeast: string];
  };
  readonly customers: {
    readonly title: string;
    readonly caption: string;
    readonly figures: (brings: string, costs: string) => string;
    readonly times: (multiple: string) => string;
    readonly summary: (facts: {
      readonly most: string;
      readonly mostTimes: string;
      readonly least: string;
      readonly leastTimes: string;
      /** Channels whose customers bring less than they cost. */
      readonly losing: readonly string[];
    }) => string;
    readonly tableTitle: string;
    readonly tableCaption: (currency: string) => string;
    readonly columns: readonly [
      channel: string,
      customers: string,
      cash: string,
      full: string,
      brings: string,
      times: string,
      hours: string,
      profit: string,
    ];
  };
  readonly cohorts: {
    readonly title: string;
    readonly caption: (currency: string) => string;
    /** Whose customers are told apart by when they were won. */
    readonly whose: string;
    readonly byChannel: string;
    readonly together: string;
    readonly won: string;
    readonly customers: string;
    readonly cost: string;
    /** By this age, in periods. */
    readonly age: (age: number, unit: PeriodUnit) => string;
    readonly range: string;
    readonly payback: (unit: PeriodUnit) => string;
    readonly chance: string;
    readonly between: (low: string, high: string) => string;
  };
  readonly dependence: {
    readonly title: string;
    readonly caption: string;
    readonly columns: readonly [of: string, index: string, equal: string, largest: string];
    readonly spend: string;
    readonly revenue: string;
    /** What a change of profit is of. */
    readonly largest: (channel: string) => string;
    readonly closed: string;
    readonly fails: string;
    readonly loss: (currency: string) => readonly [what: string, change: string];
  };
}
