import type { MarginalTable } from '../distributions/marginal-table.ts';
import type { Distribution } from '../families/distribution.ts';
import type { Expression } from '../formula/expression.ts';
import type { CorrelationCluster, CorrelationRepair } from '../random/dependence.ts';
import type { Goal, Target } from './scenario.ts';
import type { TimeWindow, PeriodUnit } from './time.ts';
import type { TotalName } from './simulation.ts';

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
