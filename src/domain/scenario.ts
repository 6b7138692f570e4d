import type { Expression } from '../formula/expression.ts';
import type { Quantity } from '../scenario/quantity/types.ts';
import type { LimitFieldName } from '../scenario/schema/limit-fields.ts';
import type { ScenarioFile } from '../scenario/schema/scenario.ts';
import type { ratioTargets } from '../targets/table.ts';
import type { Horizon, TimeWindow } from './time.ts';

/** Limits at the top of a file, as `constraints/` has them. */
type FileWideLimits = Pick<ScenarioFile, LimitFieldName<'file'>>;

/** A file after reading: beliefs, wishes and limits, with names checked and numbers understood. */
export interface Scenario extends Omit<FileWideLimits, 'ratios'> {
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

type FileLimits = NonNullable<ScenarioFile['channels'][string]['limits']>;

/** Limits on a channel as `constraints/` has them; windows are periods, also where the file writes days. */
export type ChannelLimits = Omit<FileLimits, 'dark' | 'only'> & {
  readonly dark?: readonly TimeWindow[];
  readonly only?: TimeWindow;
};

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

/** Channels, and limits on what they get together. */
export type Group = NonNullable<ScenarioFile['groups']>[string];

/** Spend of one channel or group over that of another. */
export interface Ratio extends Range {
  readonly of: string;
  readonly to: string;
  /** In every period; over the whole plan otherwise. */
  readonly perPeriod: boolean;
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
export type TargetRatio = keyof typeof ratioTargets;

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
