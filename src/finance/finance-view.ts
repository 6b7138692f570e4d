/** A plan as finance sees it: plain data to be shown. */
import type { AssumptionFacts, Estimate, Report, ScenarioFacts } from '../domain.ts';
import type { Contingency } from './contingency.ts';
import type { Lags } from './cash.ts';

export interface FinanceView {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly draws: Report['draws'];
  readonly plan: { readonly name: 'today' | 'recommended'; readonly totalSpend: number };
  /** By period of the plan, with what spend before the plan brings in it. */
  readonly periods: readonly PeriodLine[];
  readonly afterEnd: AfterEnd;
  readonly total: PeriodLine;
  /** The part of the total profit that spend before the plan would bring alone, during the plan and after its end. */
  readonly carryInProfit: Estimate;
  /** Whether the file discounts: then all money is at present value, media included. */
  readonly isDiscounted: boolean;
  readonly presentValue: Estimate;
  /** Absent where nothing is uncertain. */
  readonly downside?: Downside;
  /** Periods until the plan's own profit has paid back what was spent; absent when it never does. */
  readonly payback?: Estimate;
  /** Chance that is asked for, and what is reached and to be held back with it. */
  readonly chance: number;
  readonly contingency: Contingency;
  readonly cash: CashView;
  readonly channels: readonly FinanceOfChannel[];
  /** Absent where no channel wins customers. */
  readonly cohorts?: CohortsView;
  readonly concentration: Concentrations;
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

/** Means, at present value; money of customers counts in the period in which they are won, over their whole life: when it moves is in `CashView`. */
export interface PeriodLine {
  readonly customers: number;
  readonly revenue: number;
  readonly media: number;
  /** Goods, fees, people and partners: revenue less media less profit. */
  readonly otherCosts: number;
  readonly profit: Estimate;
}

/** What comes after the end of the plan. */
export interface AfterEnd {
  /** From what the plan spends: its profit is `tailProfit` of a report. */
  readonly plan: PeriodLine;
  /** What spend before the plan still brings then: a part of `carryInProfit`. */
  readonly carryIn: PeriodLine;
}

/** How bad profit may be, at present value. */
export interface Downside {
  /** Mean of the worst tenth of draws. */
  readonly worstMean: Estimate;
  readonly chanceOfLoss: Estimate;
}

export interface CashView {
  readonly lags: Lags;
  /** Mean cash in hand after each period, until all has moved. */
  readonly path: readonly number[];
  /** Mean change of cash after the end of the plan, and the part of it that repeat orders bring, less what these cost. */
  readonly afterEnd: { readonly all: number; readonly repeats: number };
  /** Cash that is there at least after each of these periods, with the chance, each looked at by itself. */
  readonly atLeast: readonly number[];
  /** What has to be financed at the deepest: its mean, and what it does not exceed with the chance. */
  readonly deepest: { readonly mean: Estimate; readonly atMost: number };
}

export interface FinanceOfChannel {
  readonly name: string;
  readonly spend: number;
  readonly customers: number;
  /** What a customer whom the plan wins brings over their life, service paid, before what it costs to win them. */
  readonly valuePerCustomer?: number;
  readonly cacCash?: number;
  readonly cacFull?: number;
  readonly hours: number;
  readonly profit: number;
}

/** What customers bring as time goes by since they were won. */
export interface CohortsView {
  /**
   * Periods since they were won, from 0: after which customers of any channel order again, or as many of these, evenly spread,
   * as can be shown.
   */
  readonly ages: readonly number[];
  /** Of channels that win any customers, in the model's order. */
  readonly channels: readonly ({ readonly name: string } & Cohorts)[];
  /** Of all channels together. */
  readonly all: Cohorts;
}

export interface Cohorts {
  /** All customers that the plan wins. */
  readonly whole: Cohort;
  /** Those won in the same periods, one stretch of time after the other; stretches without customers are left out. */
  readonly spans: readonly Cohort[];
}

/** Customers won in the same periods, those whom they refer included; not those whom spend before the plan would bring alone. */
export interface Cohort {
  /** First and last period in which they are won, from 1. */
  readonly from: number;
  readonly to: number;
  readonly customers: Estimate;
  /** What is paid in these periods to win customers, hours included, for each of them; at present value. */
  readonly cost: Estimate;
  /** One for each of `CohortsView.ages`. */
  readonly byAge: readonly CohortAtAge[];
  /** Periods since they were won after which they have brought, on average, what it costs to win them; absent when they never do. */
  readonly payback?: number;
}

/** What one customer of a cohort has brought by an age. */
export interface CohortAtAge {
  readonly orders: Estimate;
  /** Margin less service, which counts in full from the start on, before what it costs to win one; at present value. */
  readonly value: Estimate;
  /** Where 90 % of the draws lie: the planner's uncertainty, not simulation noise. */
  readonly range: readonly [number, number];
  /** Chance that the cohort has brought what it cost. */
  readonly paidBack: Estimate;
}

/** How much depends on few channels. */
export interface Concentrations {
  /** Herfindahl indices; absent where there is nothing to share. */
  readonly spend?: number;
  readonly revenue?: number;
  /** The channel without which most would be lost. */
  readonly largest?: {
    readonly channel: string;
    /** Its share of revenue. */
    readonly share: number;
    /** Change of profit if nothing is spent there, and if it is paid and nobody comes through it, by earlier spend or a halo neither. */
    readonly closed: Estimate;
    readonly fails: Estimate;
  };
}
