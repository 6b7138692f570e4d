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
  /** By period of the plan; `tail` sums up what comes after its end. */
  readonly periods: readonly PeriodLine[];
  readonly tail: PeriodLine;
  readonly total: PeriodLine;
  /** Profit at present value where the file discounts. */
  readonly presentValue: Estimate;
  /** Periods until the plan's own profit has paid back what was spent; absent when it never does. */
  readonly payback?: Estimate;
  /** Chance that is asked for, and what is reached and to be held back with it. */
  readonly chance: number;
  readonly contingency: Contingency;
  readonly cash: CashView;
  readonly channels: readonly FinanceOfChannel[];
  readonly concentration: Concentrations;
  readonly assumptions: readonly AssumptionFacts[];
  readonly notes: readonly string[];
}

/** Means, at present value; money of customers counts in the period in which they are won, over their whole life. */
export interface PeriodLine {
  readonly customers: number;
  readonly revenue: number;
  readonly media: number;
  /** Goods, fees, people and partners: revenue less media less profit. */
  readonly otherCosts: number;
  readonly profit: Estimate;
}

export interface CashView {
  readonly lags: Lags;
  /** Mean cash in hand after each period, until all has moved. */
  readonly path: readonly number[];
  /** Cash that is there at least after each of these periods, with the chance, each looked at by itself. */
  readonly atLeast: readonly number[];
  /** What has to be financed at the deepest: its mean, and what it does not exceed with the chance. */
  readonly deepest: { readonly mean: Estimate; readonly atMost: number };
}

export interface FinanceOfChannel {
  readonly name: string;
  readonly spend: number;
  readonly customers: number;
  /** What a customer brings over their life, before what it costs to win them. */
  readonly valuePerCustomer?: number;
  readonly cacCash?: number;
  readonly cacFull?: number;
  readonly hours: number;
  readonly profit: number;
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
    /** Change of profit if it brings nothing and nothing is paid there, and if what is spent there is lost. */
    readonly closed: Estimate;
    readonly fails: Estimate;
  };
}
