/**
 * The nouns. Every stage of the pipeline takes one of these plain values and returns the next:
 *
 *   text → Scenario → Model → Draws → Outcome → Summary → Report
 *                       └→ Optimization ┘
 *
 * No code lives here. Money is in the scenario's currency, time in its periods, rates are fractions of 1.
 */
import type { Distribution } from './families.ts';
import type { Expression } from './formula/expression.ts';
import type { MarginalTable } from './distributions/marginal.ts';
import type { Quantity } from './scenario/quantity/types.ts';
import type { Alignment } from './random/alignment.ts';
import type { CorrelationCluster, CorrelationRepair } from './random/dependence.ts';

export type { Quantity } from './scenario/quantity/types.ts';

/* ------------------------------------------------------------------------------------------------ the file */

/** A file after reading: beliefs, wishes and limits, with names checked and numbers understood. */
export interface Scenario {
  readonly apportion: 1;
  readonly name: string;
  readonly notes?: string;
  /** Where the numbers come from, in the planner's words. */
  readonly source?: string;
  readonly currency: string;
  readonly horizon: Horizon;
  readonly budget: Budget;
  /** Named quantities that formulas elsewhere may use. */
  readonly assumptions: Readonly<Record<string, Quantity>>;
  /**
   * What one unit of each other currency that channels are bought in costs in the scenario's, by their codes. Prices and curves are
   * quoted at the medians.
   */
  readonly currencies: Readonly<Record<string, Quantity>>;
  /** What a customer is worth, for every channel that does not say otherwise. */
  readonly value: CustomerValue;
  readonly baseline?: Baseline;
  /** Demand index of every channel that has none of its own. */
  readonly season?: Season;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly segments: Readonly<Record<string, Segment>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly ratios: Readonly<Record<string, Ratio>>;
  /** How many channels get anything, at most. */
  readonly mostChannels?: number;
  readonly concentration?: Concentration;
  /** Pattern of every channel that has none of its own. */
  readonly pattern?: Pattern;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly correlations: readonly Correlation[];
  readonly events: Readonly<Record<string, Event>>;
  readonly stresses: Readonly<Record<string, Shock>>;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly targets: readonly Target[];
  readonly goal: Goal;
  readonly screening?: Screening;
}

/** A scorecard by which channels are compared before any money is planned. */
export interface Screening {
  /** What each criterion counts. */
  readonly weights: Readonly<Record<string, number>>;
  /** Scores of channels by criterion, from 1 to 5, as the planner typed them. */
  readonly channels?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Horizon {
  /** ISO date of the first day of the first period. */
  readonly start?: string;
  readonly periods: number;
  readonly unit: PeriodUnit;
  /** Periods after the plan's end in which its lasting effect is still counted; without it, as long as it lasts. */
  readonly tail?: number;
}

/** How much may be spent on media in all; fees and people come on top. `total`, `perPeriod`, or what leaves a choice. */
export interface Budget {
  readonly total?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly perPeriod?: number | readonly number[];
  readonly perPeriodAtMost?: number | readonly number[];
  readonly flexible?: boolean;
}

export interface CustomerValue {
  readonly orderValue?: Quantity;
  /** Margin as a share of revenue; 1 when left out. */
  readonly grossMargin?: Quantity;
  /** Share of orders sent back. */
  readonly returns?: Quantity;
  readonly repeat?: Repeat;
  readonly referral?: Referral;
  /** Cost of serving one customer over their life. */
  readonly serviceCost?: Quantity;
  /** Per year. */
  readonly discountRate?: number;
}

/** After each order, another follows with probability `rate`, `every` so many periods, up to `horizon`. */
export interface Repeat {
  readonly rate: Quantity;
  readonly every: number;
  readonly horizon: number;
}

/** Each customer brings `rate` others, who bring others in turn; at most `cap` referred customers per acquired one. */
export interface Referral {
  readonly rate: Quantity;
  readonly cap: number;
}

/** Customers who come without any spend, per period. */
export interface Baseline {
  readonly customers: Quantity;
  readonly season?: Season;
}

/** One index per period, or a formula in t (1 for the first period) and T (number of periods). */
export type Season =
  | { readonly kind: 'list'; readonly values: readonly number[] }
  | { readonly kind: 'formula'; readonly text: string; readonly expression: Expression };

export interface Channel {
  readonly label?: string;
  readonly source?: string;
  /**
   * What it is bought in, where that is not the scenario's currency: price, efficiency, fixed cost, cost per lead and customer, and
   * the pilot's spend are in it.
   */
  readonly currency?: string;
  readonly price?: Price;
  /** Ordered steps from what is bought to customers. */
  readonly funnel: readonly FunnelStep[];
  /** Customers per unit of currency at the reference price, where price and funnel are not known. */
  readonly efficiency?: Quantity;
  /** What a pilot brought; its quantities above are those after it. */
  readonly pilot?: Pilot;
  readonly response: Response;
  readonly carryover: Carryover;
  readonly season?: Season;
  /** Spend of the periods before the plan, the most recent last. */
  readonly carryIn: readonly number[];
  /** Today's spend, one number per period of the horizon. */
  readonly plan: readonly number[];
  readonly limits: ChannelLimits;
  /** Overrides of the scenario's `value`, field by field. */
  readonly value: CustomerValue;
  /** Share of the media cost paid to an agency on top of it. */
  readonly fee?: Quantity;
  /** Once per plan, when anything is spent in the channel. */
  readonly fixedCost?: Quantity;
  /** Share of revenue paid to a partner. */
  readonly commission?: Quantity;
  readonly costPerLead?: Quantity;
  readonly costPerCustomer?: Quantity;
  readonly hours: Readonly<Record<string, Hours>>;
  /** Share of what this channel reaches that belongs to any target segment. */
  readonly precision?: Quantity;
  /** Share of what this channel reaches by segment; the rest is outside the target. */
  readonly audience: Readonly<Record<string, Quantity>>;
  /** Share of this channel's effective spend that works for another channel as well. */
  readonly halo: Readonly<Record<string, Quantity>>;
  readonly delivery?: Delivery;
  readonly satisfaction?: Satisfaction;
}

export interface Price {
  readonly unit: 'cpm' | 'cpc' | 'cpl' | 'cpa' | 'flat';
  readonly amount: Quantity;
  /** For `flat`: how many of the funnel's first stage one flat price buys. */
  readonly buys?: Quantity;
  /** The price at which the response curve is quoted; the median of `amount`, before any pilot, when left out. */
  readonly reference?: number;
  /** Price index per period. */
  readonly season?: Season;
  /** Growth of the price per period. */
  readonly inflation?: number;
  /** Discounts for much money, by rising threshold. */
  readonly tiers?: readonly PriceTier[];
}

/** Money above so much in a period, up to where the next tier begins, is charged less by this share of the price. */
export interface PriceTier {
  readonly above: number;
  readonly discount: number;
}

/** A small test that was run before the plan, and what was counted in it. */
export interface Pilot {
  /** Media in all. */
  readonly spend: number;
  /** How long it ran, in periods of the plan or in days. */
  readonly periods?: number;
  readonly days?: number;
  readonly impressions?: number;
  readonly clicks?: number;
  readonly leads?: number;
  readonly customers?: number;
  /** How many reached stages of the planner's own, by their names. */
  readonly stages?: Readonly<Record<string, number>>;
  /** How far the price of the plan may be from that of the pilot: standard deviation as a share. */
  readonly priceDrift?: number;
}

/** `clickToLead: 30%` is the step from `click` to `lead`. */
export interface FunnelStep {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly rate: Quantity;
}

export interface Response {
  /** Name in the table of response families. */
  readonly curve: string;
  readonly parameters: Readonly<Record<string, Quantity>>;
  /** For tables: rows of [spend, response] or [spend, response, low, high] per period. */
  readonly points: readonly (readonly number[])[];
  /** What an absolute curve counts. */
  readonly of: 'customers' | 'revenue';
  /** The quoted rates are the average seen at this spend per period. */
  readonly observedAt?: number;
  /** Customers (or revenue) per period that the curve can reach at most. */
  readonly ceiling?: Quantity;
}

export interface Carryover {
  /** Name in the table of carry-over families. */
  readonly curve: string;
  readonly parameters: Readonly<Record<string, Quantity>>;
  /** Longest lag in periods; without it as long as it lasts. */
  readonly lags?: number;
  /** Weights add up to 1 (default) or are taken as they are. */
  readonly normalize: boolean;
}

/** Per period unless said otherwise. */
export interface ChannelLimits {
  readonly min?: number | readonly number[];
  readonly max?: number | readonly number[];
  /** Settled: this much is spent, no less and no more. */
  readonly fixed?: number | readonly number[];
  /** Bought already: spent whatever the plan says. */
  readonly committed?: number | readonly number[];
  readonly total?: Range;
  /** Share of all spend. */
  readonly share?: Range;
  /** Change of the whole plan's spend against today's, as a share of it: -0.2 is a fifth less. */
  readonly change?: Range;
  /** Largest change against today's plan, as a share of it, in every period. */
  readonly maxChange?: number;
  /** Largest change from one period to the next, as a share of the earlier one. */
  readonly maxStep?: number;
  /** The same in money. */
  readonly maxStepAmount?: number;
  /** Either nothing or at least this much, per period. */
  readonly minIfUsed?: number;
  /** Periods in which nothing is spent. */
  readonly dark?: readonly TimeWindow[];
  /** The only periods in which anything is spent. */
  readonly only?: TimeWindow;
  readonly pattern?: Pattern;
}

/** Periods in a row, from 1, both ends included. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** How spend is spread over periods, whatever its level: as it is today, or in proportion to one weight per period. */
export type Pattern = 'today' | readonly number[];

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

export interface Hours {
  readonly perPeriod?: Quantity;
  /** Per 1,000 units of currency spent on media. */
  readonly perThousandSpent?: Quantity;
  readonly perLead?: Quantity;
  readonly perCustomer?: Quantity;
}

/** How satisfied the customers of a channel are, on any scale that is the same for all channels. */
export interface Satisfaction {
  readonly mean: number;
  /** How many answered. */
  readonly answers?: number;
}

/** A partner delivers with this probability, and starts this many periods late. */
export interface Delivery {
  readonly probability?: number;
  readonly startDelay?: Quantity;
}

export interface Segment {
  /** People (or firms) in the segment who could become customers; unlimited when left out. */
  readonly size?: Quantity;
}

export interface Group {
  readonly channels: readonly string[];
  readonly total?: Range;
  readonly perPeriod?: Range;
  readonly share?: Range;
  /** How many of the channels get anything, at most. */
  readonly mostUsed?: number;
}

/** Spend of one channel or group over that of another. */
export interface Ratio extends Range {
  readonly of: string;
  readonly to: string;
  /** In every period; over the whole plan otherwise. */
  readonly perPeriod: boolean;
}

/** How much all spend may depend on few channels. */
export interface Concentration {
  /** Largest share of all spend in any one channel. */
  readonly maxShare?: number;
  /** Largest sum of squared shares of all channels. */
  readonly herfindahl?: number;
}

/** At most one of the three says how much there is. */
export interface Resource {
  readonly label?: string;
  /** Hours available per period. */
  readonly capacity?: Quantity;
  /** Units available per period: leads that can be served, goods that can be sold. */
  readonly perPeriod?: Quantity;
  /** Units available over the whole plan and its tail. */
  readonly stock?: Quantity;
  readonly hourlyCost?: Quantity;
}

export interface Correlation {
  /** Paths of assumptions. */
  readonly of: readonly string[];
  /** Spearman's rank correlation of each pair, or of each with the common factor. */
  readonly rank: number;
  /** Name of a common factor that moves all of them. */
  readonly factor?: string;
}

/** What a shock changes, in the periods `from` to `to` (from 1, both included). */
export interface Shock {
  readonly label?: string;
  readonly from?: number;
  readonly to?: number;
  readonly multiply: readonly Multiplier[];
  readonly switchOff: readonly string[];
}

/** `*` is all channels, or all currencies. */
export type Multiplier = { readonly factor: Quantity } & (
  | { readonly what: 'price' | 'demand' | 'value'; readonly channel: string }
  /** Over the whole plan. */
  | { readonly what: 'rate'; readonly currency: string }
);

/** A shock that happens with a probability. */
export interface Event extends Shock {
  readonly probability: number;
}

/** A figure of the planner's own, from the totals of a draw: `profit / hours`. */
export interface Metric {
  readonly text: string;
  readonly expression: Expression;
}

/** What a plan must reach. `simulate` says how likely it is; `optimize` takes it as a limit. */
export interface Target {
  /** A total, a metric of the planner's, or one of `TargetRatio`. */
  readonly metric: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** The chance the planner wants to have at least; without it the target is about the mean over all draws. */
  readonly probability?: number;
}

/** Figures of a plan as a whole that a target can be about, beside totals and the planner's own metrics. */
export type TargetRatio = 'roas' | 'cacCash' | 'cacFull' | 'marginalRoas' | 'payback' | 'satisfaction';

/** Money is at present value, so profit is the net present value of the plan and margin the value of its customers. */
export type GoalMetric = 'profit' | 'revenue' | 'margin' | 'customers';

export interface Goal {
  /** The figure to make as large as possible, and by which plans are compared. */
  readonly maximize: GoalMetric;
  /** What one unit of other figures counts in units of `maximize`: `{ customers: 50 }` counts a customer as 50. */
  readonly plus?: Readonly<Partial<Record<GoalMetric, number>>>;
  /** Spend as little as the targets and limits allow, instead of maximizing. */
  readonly minimize?: 'spend';
  /** Instead of a mean: the chance of reaching at least so much of `maximize`. */
  readonly chanceOf?: number;
  readonly risk?: RiskWish;
  /** Names of stresses: what counts is the smallest of the goal without stress and under each of these. */
  readonly worstOf?: readonly string[];
}

/** What the worst cases may look like, or count for. At least one of `atLeast` and `weight` is given. */
export interface RiskWish {
  /** Share of draws that are the worst cases, above 0. */
  readonly worst: number;
  /** The mean over the worst cases must be at least this. */
  readonly atLeast?: number;
  /** Share with which that mean counts in the goal, from 0 to 1; the mean over all draws counts for the rest. */
  readonly weight?: number;
  /** The worst cases of the goal itself, or of what the plan gains over today's (regret); the goal when left out. */
  readonly of?: 'goal' | 'gain over today';
}

/* --------------------------------------------------------------------------------------------- the model */

/** Where a number of the model comes from: it is certain, or it is a row of the block of draws. */
export type Source = { readonly constant: number } | { readonly row: number };

/** An uncertain quantity; its draws are row `index` of a block, in the order of `Model.assumptions`. */
export interface Assumption {
  /** Its path in the file: `channels.search.price.cpc`. */
  readonly id: string;
  readonly text: string;
  readonly distribution: Distribution;
  readonly marginal: MarginalTable;
}

/** A row computed from other rows: `= marketCpm * 1.1`. Rows follow those of the assumptions, in this order. */
export interface DerivedRow {
  readonly id: string;
  readonly expression: Expression;
  /** What each name of the expression stands for. */
  readonly uses: readonly Source[];
}

/** A linear limit on the spend of channels and periods, in currency. */
export interface LinearLimit {
  /** In the planner's words: `marketplace, at most per period`. */
  readonly name: string;
  /** Where it stands in the file. */
  readonly path: string;
  readonly terms: readonly { readonly channel: number; readonly period: number; readonly coefficient: number }[];
  readonly least?: number;
  readonly most?: number;
  /** What stands in the file at `path`; left out where that is the bound itself, in currency. */
  readonly source?: LimitSource;
  /** A fact and no wish: what is bought or spent stays so, whatever it clashes with. */
  readonly isFact?: true;
}

/** What a limit follows from where that is not its bound. */
export type LimitSource = {
  /** In the planner's words, where one field is behind limits of several names: `search, largest step`. */
  readonly name?: string;
} & (
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly unit: 'money' | 'rate' | 'number';
      /** By how much the bound, and the coefficients of some terms, rise for each unit by which the number does. */
      readonly bound: number;
      readonly terms: LinearLimit['terms'];
    }
  /** Nothing that could be a little more or less: a pattern, or dark periods and windows, of which single periods can be opened. */
  | { readonly kind: 'no number'; readonly span?: ClosingSpan }
);

/** Periods in a row that a field names, and whether nothing is spent in these or in all others. */
export interface ClosingSpan extends TimeWindow {
  readonly closes: 'these' | 'others';
}

/** A limit on spend that is no linear sum. */
export type NonlinearLimit = { readonly name: string; readonly path: string } & (
  | {
      /** In each period either nothing or at least this much. */
      readonly kind: 'minimum if used';
      readonly channel: number;
      readonly amount: number;
    }
  | {
      /** At most so many of these channels get anything over the plan. */
      readonly kind: 'most channels';
      readonly channels: readonly number[];
      readonly most: number;
    }
  | {
      /** Sum of squared shares of the channels in all spend (Herfindahl index), at most. */
      readonly kind: 'concentration';
      readonly most: number;
    }
);

/** A scenario compiled to plain data and numbers: nothing left to look up, nothing left to doubt. */
export interface Model {
  readonly name: string;
  readonly currency: string;
  readonly unit: PeriodUnit;
  readonly start?: string;
  readonly periods: number;
  /**
   * Periods from the first that are past: channels' plans and limits hold what was spent in them, and limits on them
   * alone, such as a minimum if used, no longer count. 0 for a plan that has not begun.
   */
  readonly settled: number;
  /** Periods after the plan's end that are evaluated for its lasting effect. */
  readonly tail: number;
  readonly assumptions: readonly Assumption[];
  readonly clusters: readonly CorrelationCluster[];
  readonly derived: readonly DerivedRow[];
  readonly channels: readonly ChannelModel[];
  readonly segments: readonly SegmentModel[];
  readonly resources: readonly ResourceModel[];
  readonly shocks: readonly ShockModel[];
  readonly baseline: BaselineModel;
  readonly metrics: readonly MetricModel[];
  readonly targets: readonly Target[];
  readonly goal: Goal;
  readonly limits: readonly LinearLimit[];
  readonly nonlinearLimits: readonly NonlinearLimit[];
  /** Present value of one unit of currency of each period (plan and tail). */
  readonly discount: Float64Array;
  /** Statements about what compiling did to the file's wishes. */
  readonly notes: readonly string[];
  readonly repairs: readonly CorrelationRepair[];
}

export interface ChannelModel {
  readonly name: string;
  /** Reference price over price: effective spend bought by one unit of currency, before season and shocks. */
  readonly price?: { readonly amount: Source; readonly reference: number };
  /** One over the price index, by period of the plan. */
  readonly priceFactor: Float64Array;
  /** By rising threshold; empty where money buys the same however much it is. */
  readonly tiers: readonly VolumeTier[];
  /** Customers (or revenue) per unit of saturated effective spend: the product of these. */
  readonly efficiency: readonly Source[];
  /** Constant factor of the efficiency: units per unit of currency at the reference price. */
  readonly unitsPerCurrency: number;
  readonly response: {
    readonly family: string;
    readonly parameters: readonly Source[];
    readonly points: readonly (readonly number[])[];
    readonly observedAt?: number;
    readonly ceiling?: Source;
    readonly of: 'customers' | 'revenue';
  };
  readonly carryover: {
    readonly family: string;
    readonly parameters: readonly Source[];
    readonly lags?: number;
    readonly normalize: boolean;
  };
  /** Demand index by period, plan and tail. */
  readonly demand: Float64Array;
  readonly carryIn: Float64Array;
  /** Whether what is spent in one period still works in a later one. */
  readonly lasting: boolean;
  /** Periods after the plan's end in which this channel still has an effect; at most the model's. */
  readonly tail: number;
  /** Today's spend by period. */
  readonly plan: Float64Array;
  /** Rates from a lead to a customer, for counting leads; empty when the channel has no lead stage. */
  readonly leadToCustomer: readonly Source[];
  readonly countsLeads: boolean;
  readonly value: ValueModel;
  readonly fee: Source;
  readonly fixedCost: Source;
  readonly commission: Source;
  readonly costPerLead: Source;
  readonly costPerCustomer: Source;
  readonly hours: readonly HoursModel[];
  /** Share inside the target, where no segments are given. */
  readonly precision: Source;
  readonly audience: readonly { readonly segment: number; readonly share: Source }[];
  readonly halo: readonly { readonly to: number; readonly share: Source }[];
  readonly delivery: { readonly delivers: Source; readonly startDelay: Source };
  /** Mean satisfaction of its customers, where it is known. */
  readonly satisfaction?: number;
}

/** Money above so much in a period buys `factor` times as much, up to where the next tier begins. */
export interface VolumeTier {
  readonly above: number;
  readonly factor: number;
}

export interface ValueModel {
  readonly orderValue: Source;
  readonly grossMargin: Source;
  readonly returns: Source;
  readonly repeatRate: Source;
  /** Discount factor of each possible repeat order, first to last. */
  readonly repeatDiscount: Float64Array;
  readonly referralRate: Source;
  readonly referralCap: number;
  readonly serviceCost: Source;
}

export interface HoursModel {
  readonly resource: number;
  readonly perPeriod: Source;
  readonly perThousandSpent: Source;
  readonly perLead: Source;
  readonly perCustomer: Source;
}

export interface SegmentModel {
  readonly name: string;
  /** undefined: without limit. */
  readonly size?: Source;
}

export interface ResourceModel {
  readonly name: string;
  /** Hours or units. */
  readonly capacity?: Source;
  /** What the capacity is for: each period, or the whole plan and its tail. */
  readonly over: 'period' | 'plan';
  /** Whether what leads and customers take of it is people's time. */
  readonly inHours: boolean;
  readonly hourlyCost: Source;
}

export interface ShockModel {
  readonly name: string;
  /** 1 in draws where it happens, else 0. */
  readonly happens: Source;
  /** First and last period, from 0, both included; `last` is Infinity where it acts to the end of the tail. */
  readonly first: number;
  readonly last: number;
  readonly multiply: readonly {
    readonly channel: number;
    readonly what: 'price' | 'demand' | 'value';
    readonly factor: Source;
  }[];
  readonly switchOff: readonly number[];
}

export interface BaselineModel {
  readonly customers: Source;
  readonly demand: Float64Array;
  readonly value: ValueModel;
}

export interface MetricModel {
  readonly name: string;
  readonly expression: Expression;
  readonly uses: readonly TotalName[];
}

/* --------------------------------------------------------------------------------------------- simulation */

/** Spend on media by channel and period: `spend[channel][period]`, in the model's order. */
export interface Plan {
  readonly name: string;
  readonly spend: readonly Float64Array[];
}

export type DrawMethod = 'aligned' | 'sobol' | 'latin' | 'plain';

/** Which draws: a pure function of these, so equal requests give equal bits on any machine. */
export interface DrawRequest {
  readonly seed: string;
  readonly method: DrawMethod;
  readonly draws: number;
  /** What `aligned` draws are aligned with; that of the model itself when left out. The same for models to be compared. */
  readonly alignment?: Alignment;
}

/** The totals of one draw, in this order wherever they are stored as rows. */
export type TotalName =
  | 'spend'
  | 'cost'
  | 'leads'
  | 'customers'
  | 'referred'
  | 'revenue'
  | 'margin'
  | 'profit'
  | 'hours'
  | 'peopleCost'
  | 'outsideTarget'
  | 'lostLeads'
  | 'carryInProfit'
  | 'tailProfit';

/* ------------------------------------------------------------------------------------------------ results */

/** A simulated figure with its simulation standard error. */
export interface Estimate {
  readonly value: number;
  /** Simulation noise of `value`; 0 for figures that are certain. */
  readonly standardError: number;
}

/** A figure of one plan across draws. */
export interface MetricSummary {
  readonly mean: Estimate;
  readonly sd: Estimate;
  /** Value that a draw falls below with the given probability. */
  readonly quantiles: readonly { readonly probability: number; readonly estimate: Estimate }[];
  /** Mean of the worst tenth of draws. */
  readonly worstMean: Estimate;
}

export interface ChannelSummary {
  readonly name: string;
  readonly spend: number;
  readonly cost: Estimate;
  readonly leads: Estimate;
  readonly customers: Estimate;
  readonly revenue: Estimate;
  readonly profit: Estimate;
  readonly hours: Estimate;
  /** Revenue per unit of spend; absent when nothing is spent. */
  readonly roas?: Estimate;
  /** Revenue from the next unit of spend, spread over periods as the plan spreads it. */
  readonly marginalRoas?: Estimate;
  /** Change of profit from the next unit of spend. */
  readonly marginalProfit?: Estimate;
  /**
   * Spend over which these two are averages, where nothing is spent in a channel whose very first money would promise far
   * more than any sum keeps; absent where they are of the next unit.
   */
  readonly marginalOver?: number;
  /** Acquisition cost per customer without and with people's time; absent when there are no customers. */
  readonly cacCash?: Estimate;
  readonly cacFull?: Estimate;
  /** Share of what is reached that lies inside the target. */
  readonly precision?: Estimate;
  readonly range: { readonly customers: readonly [number, number]; readonly profit: readonly [number, number] };
  readonly byPeriod: {
    readonly spend: readonly number[];
    readonly customers: readonly Estimate[];
    readonly revenue: readonly Estimate[];
    readonly profit: readonly Estimate[];
  };
  readonly carryIn: { readonly customers: Estimate; readonly profit: Estimate };
  readonly tail: { readonly customers: Estimate; readonly profit: Estimate };
}

export interface TargetSummary {
  readonly target: Target;
  /** The figure over all draws: a mean, or a ratio; absent where there is none, such as a payback that never comes. */
  readonly value?: Estimate;
  /** Share of draws that reach it; absent for ratios, which are figures of all draws together. */
  readonly chance?: Estimate;
  /** Whether the wished chance, or without one the figure itself, is reached, as far as the simulation can tell. */
  readonly verdict: Verdict;
}

export type Verdict = 'reached' | 'missed' | 'too close to call';

/** The goal as it is written, stresses apart. */
export interface GoalSummary {
  /** Mean of the figure to maximize, with what other figures count in its units. */
  readonly mean: Estimate;
  /** Chance of reaching `chanceOf`. */
  readonly chance?: Estimate;
  /** Mean over the worst cases that `risk` speaks of, and whether it reaches what is asked of it. */
  readonly worst?: Estimate;
  readonly worstVerdict?: Verdict;
}

/** What the goal comes to under a stress of the file. */
export interface UnderStress {
  readonly stress: string;
  readonly today: GoalSummary;
  readonly recommended: GoalSummary;
  /** What is asked beside the goal and missed there by the recommended plan: it is a limit of the search without stress only. */
  readonly missed: readonly WishResult['wish'][];
}

/** What one plan leads to, judged on one set of draws. */
export interface PlanSummary {
  readonly plan: string;
  readonly spend: readonly (readonly number[])[];
  readonly totalSpend: number;
  readonly draws: number;
  readonly metrics: Readonly<Record<string, MetricSummary>>;
  /** Those that exist; `marginalRoas` is the smallest of channels with spend, `payback` is in periods. */
  readonly ratios: Readonly<Partial<Record<TargetRatio, Estimate>>>;
  readonly chanceOfLoss: Estimate;
  readonly goal: GoalSummary;
  readonly targets: readonly TargetSummary[];
  readonly channels: readonly ChannelSummary[];
  /** Share of draws by class of profit; all plans of a report have the same class edges, one more than shares. */
  readonly profitDistribution: { readonly edges: readonly number[]; readonly shares: readonly number[] };
  readonly carryInProfit: Estimate;
  readonly tailProfit: Estimate;
  readonly byPeriod: { readonly profit: readonly Estimate[]; readonly revenue: readonly Estimate[] };
}

/** Plan B minus plan A on the same draws. */
export interface Difference {
  readonly a: string;
  readonly b: string;
  readonly metric: GoalMetric;
  readonly mean: Estimate;
  /** 95 % interval of `mean`: simulation noise. */
  readonly interval: readonly [number, number];
  /** Where 90 % of the differences lie: the planner's uncertainty, not simulation noise. */
  readonly range: readonly [number, number];
  readonly chanceBetter: Estimate;
  readonly worstMeanChange: Estimate;
}

/** One side of a limit. */
export interface LimitSide {
  readonly limit: LinearLimit;
  readonly side: 'least' | 'most';
}

export interface BindingLimit extends LimitSide {
  /** Change of the goal per unit of currency by which this side of the limit rises. */
  readonly worth: number;
  /**
   * Money over which `worth` and `nextUnit` are averages, where nothing is spent under the limit and the very first money
   * would promise far more than any sum keeps; absent where they are of the next unit.
   */
  readonly over?: number;
  /** The same draw by draw, on draws that the search has not seen; absent where it was not looked at. */
  readonly nextUnit?: NextUnit;
}

/** What moving a limit by one unit of currency does to the goal, with the rest of the plan following. */
export interface NextUnit {
  readonly mean: Estimate;
  /** Where 90 % of the draws lie: the planner's uncertainty, not simulation noise. */
  readonly range: readonly [number, number];
}

/** What a resource in limited supply does to the recommended plan, on draws that the search has not seen. */
export interface ResourceWorth {
  readonly name: string;
  /** Whether it is hours, or else units. */
  readonly inHours: boolean;
  readonly over: ResourceModel['over'];
  /** Share of draws in which there is not enough of it, or just enough: a little more or less of it would tell. */
  readonly short: Estimate;
  /**
   * Change of the goal by one more hour or unit, in every period together where it is there by period, with the plan as it
   * is; without a range where worst cases or stresses count in the goal, of which no draw alone has a say.
   */
  readonly oneMore: Pick<NextUnit, 'mean'> & Partial<NextUnit>;
  /** What one less takes away: clearly more than one more adds where the plan uses up just what there is. */
  readonly oneLess: Estimate;
}

/** What a limit on the Herfindahl index does to the recommended plan, on draws that the search has not seen. */
export interface ConcentrationWorth {
  /** The largest index that is allowed. */
  readonly most: number;
  /**
   * Change of the goal by a hundredth of the index more, with the rest of the plan following; without a range where worst
   * cases or stresses count in the goal, of which no draw alone has a say.
   */
  readonly oneMore: Pick<NextUnit, 'mean'> & Partial<NextUnit>;
}

/**
 * The smallest change of one field of the file that would make a plan possible, in all periods in which the field holds:
 * the field that stands at the path of this limit, one of those that follow from it.
 */
export type Repair = LimitSide & FieldChange;

/** See {@link Repair}. */
export type FieldChange =
  | {
      readonly kind: 'change';
      /** What has to be added to the number of the field, in its own unit; negative where it has to be lowered. */
      readonly by: number;
      /** What may be added at most; any more would do as well where it is left out. */
      readonly byAtMost?: number;
    }
  /** Spend is to be allowed in some of the periods that the field closes. */
  | {
      readonly kind: 'open';
      /** Those, counted from 1, ascending. */
      readonly periods: readonly number[];
      /** What the field names then: one window, or what is left of dark periods. */
      readonly spans: readonly TimeWindow[];
    }
  /** No number in the field would do, or there is none. */
  | { readonly kind: 'leave out' };

/** A target or the limit on risk, as the search met it. */
export interface WishResult {
  readonly wish: { readonly target: Target } | { readonly risk: RiskWish };
  readonly asked: number;
  /** What the plan reaches on the search draws: a mean, a ratio of means, a chance or a mean of worst cases. */
  readonly reached: number;
  /** Change of the goal per unit by which `asked` rises; 0 when it does not hold the plan back. */
  readonly worth: number;
}

/** Money that would do as well at another time; periods are counted from 1. */
export interface PeriodTie {
  readonly amount: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** In any one of `to`, or else spread over all of them. */
  readonly anyOf: boolean;
}

/**
 * Why a channel gets what it gets. Its next unit of money is that of periods to come, spread over them as the plan
 * spreads its spend; evenly where it spends nothing.
 */
export type ChannelReason = {
  readonly channel: string;
  /** Change of the goal by the next unit of money there. */
  readonly next: number;
  /**
   * Money over which `next` is an average, where nothing is spent in a channel whose very first money would promise far
   * more than any sum keeps; absent where it is that of the next unit.
   */
  readonly over?: number;
  /** What a unit of money is charged wherever it goes: by the budget, and by limits on shares of all spend; else 0. */
  readonly price: number;
  /** Money of it that could be spent at another time without changing the goal by more than the gap. */
  readonly when?: PeriodTie;
} & (
  | {
      /** The next unit brings what it brings elsewhere; `within gap`: nearly, and evening it out is not worth the search. */
      readonly kind: 'balanced' | 'within gap';
    }
  | {
      /** This much could be moved to or from each of the others without changing the goal by more than the gap. */
      readonly kind: 'tie';
      readonly others: readonly string[];
      readonly amount: number;
    }
  | {
      /** A limit gives it more or less than it would get without. */
      readonly kind: 'held';
      readonly gets: 'more' | 'less';
      readonly by: LimitName;
    }
  | {
      /** It gets more or less than its mean alone is worth, for the sake of a target or of the worst cases. */
      readonly kind: 'wish';
      readonly wish: WishResult['wish'];
      readonly gets: 'more' | 'less';
    }
  | {
      /** Its first money brings less than money brings elsewhere. */
      readonly kind: 'left out';
      /** Where returns do not diminish from the first unit on: the amount with the best average, and that average. */
      readonly best?: AverageReturn;
    }
  | {
      /** Left out: what it costs to use it, or the least that it may get, is not earned back. */
      readonly kind: 'fixed cost' | 'minimum if used';
      /** The amount with the best average, all that it costs counted, and that average. */
      readonly best: AverageReturn;
    }
  | {
      /** Left out: others fill the number of channels that may be used. */
      readonly kind: 'one too many';
      readonly by: LimitName;
    }
  /** Nothing that is known explains it: the plan is the best found where nothing is proven. */
  | { readonly kind: 'unexplained' }
);

/** One side of a limit, linear or not, by name. */
export interface LimitName {
  readonly name: string;
  readonly path: string;
  readonly side: 'least' | 'most';
}

/** Change of the goal per unit of money if this amount were spent. */
export interface AverageReturn {
  readonly amount: number;
  readonly perUnit: number;
}

/** How far the recommended plan may be changed with a goal that stays within a share of the best. */
export interface NearOptimal {
  /** Share of the goal that may be given up; of a twentieth of the money that moves where the goal is near nothing. */
  readonly within: number;
  readonly channels: readonly ChannelRange[];
}

/** Totals of one channel over the plan, all others adapting to it. */
export interface ChannelRange {
  readonly name: string;
  readonly least: RangeEnd;
  readonly most: RangeEnd;
}

export interface RangeEnd {
  /** Of a plan that was found, keeps all limits and wishes and is that good. */
  readonly total: number;
  /** No such plan that uses the same channels goes further than this; absent where that is not proven. */
  readonly proven?: number;
}

/** The recommended plan on fresh draws, against the best plan for each batch of them. */
export interface Stability {
  readonly batches: number;
  /** Draws of each batch. */
  readonly draws: number;
  /** By how much of the goal the plan is short of the best, as a share; its mean, and what it is below with 95 % confidence. */
  readonly gap: { readonly mean: number; readonly atMost: number };
  /** Whether the best of each batch is a proven bound, not only the best plan found there. */
  readonly proven: boolean;
  /** Batches of which no plan keeps all limits and wishes; they count for nothing else here. */
  readonly withoutPlan: number;
  /** Smallest and largest total of each channel in the best plans of the batches. */
  readonly channels: readonly { readonly name: string; readonly total: readonly [least: number, most: number] }[];
}

/** How much more of a resource would let a plan reach all that is asked. */
export interface ResourceRise extends Pick<ResourceModel, 'name' | 'inHours' | 'over'> {
  /** Hours or units, in each period or in all; to a hundredth. */
  readonly by: number;
}

/** Limits that cannot hold together, beside others of which the same is true. */
export interface LimitClash {
  readonly conflict: readonly LimitSide[];
  /** Changes that would do, each alone, if the fields of the other clashes were left out; the smallest first. */
  readonly repairs: readonly Repair[];
}

/** What the optimizer found, and how sure it is. */
export type Optimization =
  | {
      readonly status: 'optimal' | 'best found';
      readonly goal: GoalMetric;
      readonly plan: Plan;
      /** Value of the plan on the search draws, and a proven limit to the value of any plan on them. */
      readonly lowerBound: number;
      readonly upperBound: number;
      /** (upper - lower) / max(|lower|, 5 % of gross): how far from the best possible the plan can be at most. */
      readonly gap: number;
      readonly gapKind: 'proven' | 'numerical' | 'none';
      readonly searchDraws: number;
      readonly iterations: number;
      readonly simulations: number;
      readonly binding: readonly BindingLimit[];
      readonly wishes: readonly WishResult[];
      /**
       * Resources in limited supply, in the model's order; absent where nobody asked, where the goal is no mean of a figure,
       * and where periods are past.
       */
      readonly resources?: readonly ResourceWorth[];
      /** What a limit on the Herfindahl index costs; absent where none holds the plan back, and where the goal is to spend the least. */
      readonly concentration?: ConcentrationWorth;
      /** Why each channel gets what it gets, in the model's order; absent where the goal is a chance or nobody asked. */
      readonly reasons?: readonly ChannelReason[];
      /**
       * Periods, from 1, whose spend in all channels may come in any other order without a loss of the goal above 0.05 %, or above the gap;
       * absent where none differ, or their order matters.
       */
      readonly exchangeable?: readonly number[];
    }
  /** Limits on spend can hold, but no plan within them reaches this wish. */
  | {
      readonly status: 'unreachable';
      readonly goal: GoalMetric;
      /** The plan that comes nearest to it. */
      readonly nearest: Plan;
      readonly wish: WishResult['wish'];
      readonly asked: number;
      /** What the nearest plan reaches on the search draws. */
      readonly reached: number;
      /** No plan reaches more (less, for `atMost`); equal to `reached` where nothing is proven. */
      readonly bound: number;
      readonly boundKind: 'proven' | 'numerical' | 'none';
      /** Resources in limited supply of which more alone would be enough; absent where nobody asked, and while a plan runs. */
      readonly rises?: readonly ResourceRise[];
      readonly searchDraws: number;
      readonly iterations: number;
      readonly simulations: number;
    }
  | {
      readonly status: 'infeasible';
      /** Whether there is no plan for sure; else none was met in as long a search as is made, and the rest is empty. */
      readonly proven: boolean;
      /** Limits that cannot hold together; leaving out any one of them would do. Those that are no linear sums have no terms. */
      readonly conflict: readonly LimitSide[];
      /** Changes that would do, each alone, the smallest first in proportion to what stands in the file. */
      readonly repairs: readonly Repair[];
      /**
       * Where several sets of limits clash, none of which has a field with another in common: each, the first of which is `conflict`.
       * Absent where one is known.
       */
      readonly clashes?: readonly LimitClash[];
      /** Changes that would do all together, where no single one is known to. */
      readonly together?: readonly Repair[];
      /** Whether no others are smaller in all, in proportion to what stands in the file; else `together` was found by a search. */
      readonly togetherIsLeast?: boolean;
    }
  /** Spending ever more in this channel pays without end: its curve has no ceiling and it has no limit. */
  | { readonly status: 'unbounded'; readonly channel: string };

/** What a run found, ready to be shown: faces print it and compute nothing. */
export interface Report {
  readonly kind: 'simulation' | 'optimization';
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  readonly draws: {
    readonly seed: string;
    readonly method: DrawMethod;
    /** Draws on which plans are judged and compared. */
    readonly judging: number;
    /** Other draws, on which the plan was searched. */
    readonly search?: number;
  };
  /** Today's plan first, the recommended one last. */
  readonly plans: readonly PlanSummary[];
  readonly differences: readonly Difference[];
  readonly optimization?: Optimization;
  /** The plan that would maximize expected profit if the total budget were free. */
  readonly freeBudget?: FreeBudget;
  /**
   * Present when `plans` has one named `equal marginal return`: the limits that it breaks, having been searched without
   * any but the total.
   */
  readonly equalReturn?: { readonly breaks: readonly LimitSide[] };
  /** Present when `plans` has one named `pro rata`: the limits that today's split breaks at the new total. */
  readonly proRata?: { readonly breaks: readonly LimitSide[] };
  /** With `worstOf`: today's plan and the recommended one under each of the stresses, on the same fresh draws. */
  readonly underStress?: readonly UnderStress[];
  /** Present when it was asked for, as is `stability`. */
  readonly ranges?: NearOptimal;
  readonly stability?: Stability;
  readonly assumptions: readonly AssumptionFacts[];
  /** Of a plan that is made anew while it runs; its plans hold what was spent and what is yet to be spent. */
  readonly past?: PastFacts;
  /** Statements about what was done to the file's wishes, in plain words. */
  readonly notes: readonly string[];
}

/** What was spent in the periods that are past, and what is planned for the others, in currency. */
export interface PastFacts {
  /** The periods from 1 to this one are past. */
  readonly periods: number;
  readonly spent: number;
  /** What the file gives for the whole plan, and what is left of it for the periods to come; absent when it is free. */
  readonly budget?: { readonly total: number; readonly left: number };
  readonly channels: readonly PastOfChannel[];
  /** Limits that past spend alone exceeds, so that no rest of the plan can keep them. */
  readonly exceeded: readonly ExceededLimit[];
}

export interface PastOfChannel {
  readonly name: string;
  readonly spent: number;
  /** What the file planned for the periods that are past. */
  readonly planned: number;
  /** What the file plans for the others. */
  readonly plannedRest: number;
  /** What is recommended for them, or what the plan nearest to all wishes has; absent when there is no plan. */
  readonly newRest?: number;
}

export interface ExceededLimit {
  readonly name: string;
  readonly path: string;
  /** The channels it is about. */
  readonly channels: readonly string[];
  readonly most: number;
  readonly spent: number;
}

export interface ScenarioFacts {
  readonly name: string;
  readonly source?: string;
  readonly notes?: string;
  readonly currency: string;
  readonly unit: PeriodUnit;
  readonly start?: string;
  readonly periods: number;
  readonly tail: number;
  readonly goal: Goal;
  readonly budget: Budget;
  readonly channels: readonly { readonly name: string; readonly label?: string; readonly source?: string }[];
  /** Of resources, those that have one. */
  readonly resourceLabels?: Readonly<Record<string, string>>;
  /** Of events, likewise. */
  readonly eventLabels?: Readonly<Record<string, string>>;
}

export interface AssumptionFacts {
  readonly path: string;
  /** As the planner wrote it. */
  readonly text: string;
  /** What was understood: `90 % between 1.20 and 2.10, median 1.59, lognormal`. */
  readonly words: string;
  /** What it is counted in, where it is money. */
  readonly currency?: string;
}

export interface FreeBudget {
  readonly status: 'found' | 'unbounded';
  readonly totalSpend: number;
  readonly spend: readonly (readonly number[])[];
  /** Proven relative distance to the best possible on the search draws. */
  readonly gap: number;
  /** Against the recommended plan, on the judging draws. */
  readonly difference?: Difference;
}

/* -------------------------------------------------------------------------------------------- the frontier */

/** What is traded against the mean: the mean of the worst cases, or the budget. */
export type FrontierBy = 'risk' | 'budget';

/** Best plans from the boldest to the most cautious, or from the smallest budget to the largest: data to be shown. */
export interface Frontier {
  readonly by: FrontierBy;
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly scenario: ScenarioFacts;
  /** The figure whose means are looked at, with `plus` of the goal: the goal's by risk, profit by budget. */
  readonly figure: Pick<Goal, 'maximize' | 'plus'>;
  /** Share of draws that are the worst cases. */
  readonly worst: number;
  readonly draws: Report['draws'];
  /** In order: from the boldest to the most cautious, or by rising budget. */
  readonly points: readonly FrontierPoint[];
  /** Other plans on the same draws: today's, and today's split at another total. */
  readonly beside: readonly FrontierPlan[];
  /** From each point that has a plan to the next that has one. */
  readonly steps: readonly FrontierStep[];
  /** From the first plan to the last. */
  readonly whole?: FrontierStep;
  /** Where the frontier clearly bends: what is paid before it brings far more than what is paid after it. */
  readonly knee?: { readonly at: number; readonly before: FrontierStep; readonly after: FrontierStep };
  /** From the plan with the budget of the file to the one with the budget that earns the most. */
  readonly toMostProfit?: FrontierStep;
  readonly assumptions: readonly AssumptionFacts[];
  /** Statements about what was done to the file's wishes, in plain words. */
  readonly notes: readonly string[];
}

export type FrontierName = 'bold' | 'cautious' | 'your budget' | 'most profit';

/** One plan that was asked for, and what came of it. */
export type FrontierPoint = {
  readonly names: readonly FrontierName[];
  /** The mean of the worst cases that the search had to keep, or the total budget; absent where it had to keep none. */
  readonly level?: number;
} & (
  | ({ readonly status: 'found'; readonly search: FrontierSearch } & Omit<FrontierPlan, 'name'>)
  /** No plan was found, and why; `channel` is where ever more spend would pay. */
  | {
      readonly status: 'none';
      readonly reason: Exclude<Optimization['status'], 'optimal' | 'best found'>;
      readonly channel?: string;
    }
);

/** A plan and what it leads to on draws that no search has seen. */
export interface FrontierPlan {
  readonly name: 'today' | 'pro rata';
  readonly spend: readonly (readonly number[])[];
  readonly totalSpend: number;
  /** Mean over all draws, and over the worst share of them. */
  readonly mean: Estimate;
  readonly worstMean: Estimate;
  readonly chanceOfLoss: Estimate;
  /**
   * Index of the point with the highest mean of those that are better in both by more than noise: in mean and worst mean,
   * or earning more with less.
   */
  readonly beatenBy?: number;
}

/** What the search says of a point, on its own draws. */
export interface FrontierSearch {
  readonly status: 'optimal' | 'best found';
  readonly mean: number;
  readonly worstMean: number;
  /** What no plan can exceed in what this point maximizes: the mean of the worst cases for `cautious`, else the mean. */
  readonly upperBound: number;
  readonly gap: number;
  readonly gapKind: 'proven' | 'numerical' | 'none';
}

/** What changes from one point to another, on the same draws. */
export interface FrontierStep {
  /** Indices of points. */
  readonly from: number;
  readonly to: number;
  readonly spend: number;
  readonly mean: Estimate;
  readonly worstMean: Estimate;
}
