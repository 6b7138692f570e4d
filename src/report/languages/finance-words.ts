import type { PeriodUnit } from '../../domain.ts';
import type { Cohort, FinanceView } from '../../finance/finance-view.ts';
import type { Headline } from '../sentences/headline-walk.ts';
import type { ProfitLine } from '../sentences/profit-lines.ts';

/** Texts about a plan as finance sees it in one language: for every face that shows one. */
export interface FinanceWords {
  readonly title: string;
  readonly headline: (view: FinanceView) => Headline;
  readonly sure: (view: FinanceView) => readonly string[];
  readonly figures: FinanceFigureWords;
  readonly lines: {
    readonly title: string;
    readonly caption: (currency: string, isDiscounted: boolean) => string;
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
    readonly line: (line: ProfitLine, unit: PeriodUnit) => string;
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
    readonly columns: (chance: string) => readonly [period: string, profit: string, expected: string, atLeast: string];
  };
  readonly customers: {
    readonly title: string;
    readonly caption: (currency: string) => string;
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
    readonly tableCaption: (currency: string, withHours: boolean) => string;
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
  readonly cohorts: CohortWords;
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
    /** The same as rows of a sheet. */
    readonly ifClosed: (channel: string, currency: string) => string;
    readonly ifFails: (channel: string, currency: string) => string;
  };
}

export interface FinanceFigureWords {
  readonly title: string;
  readonly columns: readonly [figure: string, value: string];
  readonly value: (currency: string) => string;
  /** Profit that is reached with the chance. */
  readonly atLeast: (chance: string, currency: string) => string;
  readonly worst: (currency: string) => string;
  readonly chanceOfLoss: string;
  /** The part of profit that spend before the plan would bring alone. */
  readonly carryIn: (currency: string) => string;
  readonly reserve: (chance: string, currency: string) => string;
  /** What channels would have to hold each on its own. */
  readonly apart: (currency: string) => string;
  readonly payback: (unit: PeriodUnit) => string;
  /** After which expected cash is no longer below zero. */
  readonly cashBack: (unit: PeriodUnit) => string;
  readonly never: string;
  /** On average, and what is enough with the chance. */
  readonly financing: (currency: string) => string;
  readonly financingMost: (chance: string, currency: string) => string;
}

export interface CohortWords {
  readonly title: string;
  readonly caption: (currency: string) => string;
  /** Of the same by when they were won. */
  readonly togetherCaption: (currency: string) => string;
  readonly won: string;
  readonly customers: string;
  readonly cost: string;
  /** Periods in which customers were won, or that it was after the plan. */
  readonly span: (cohort: Pick<Cohort, 'from' | 'to'>, unit: PeriodUnit, periods: number) => string;
  /** By this age, in periods. */
  readonly age: (age: number, unit: PeriodUnit) => string;
  readonly range: string;
  readonly payback: (unit: PeriodUnit) => string;
  readonly chance: string;
  readonly between: (low: string, high: string) => string;
  /** Heading of ages. */
  readonly since: string;
  readonly chart: {
    readonly title: string;
    readonly caption: string;
    readonly across: (unit: PeriodUnit) => string;
    /** Of the channels whose customers bring the most and the least of their cost in the end. */
    readonly summary: (facts: { readonly most: string; readonly times: string; readonly age: string }) => string;
  };
  /** Of a table with a row for each age of each cohort. */
  readonly sheet: {
    readonly channel: string;
    readonly all: string;
    readonly from: string;
    readonly to: string;
    readonly age: string;
    readonly orders: string;
    readonly value: string;
    readonly low: string;
    readonly high: string;
    readonly paidBack: string;
  };
}
