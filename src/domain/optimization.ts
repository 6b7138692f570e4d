import type { LinearLimit, ResourceModel } from './model.ts';
import type { GoalMetric, RiskWish, Target } from './scenario.ts';
import type { TimeWindow } from './time.ts';
import type { Plan } from './simulation.ts';
import type { Estimate } from './summary.ts';

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
      /** The plan that comes nearest to it; where that would take far more money than it is worth, the one that `ofNearest` or `spendUpTo` tells of. */
      readonly nearest: Plan;
      /** The share of what the nearest plan reaches that `nearest` has with as little spend as may be; absent where it is the nearest. */
      readonly ofNearest?: number;
      /**
       * No limit ends what may be spent, and ever more money goes on bringing more: what was spent at most in a channel and period of all
       * plans that were searched, in currency. `nearest` spends far less. Absent where more money hardly brings more.
       */
      readonly spendUpTo?: number;
      readonly wish: WishResult['wish'];
      readonly asked: number;
      /** What the nearest plan reaches on the search draws. */
      readonly reached: number;
      /** No plan reaches more (less, for `atMost`); equal to `reached` where nothing is proven. */
      readonly bound: number;
      readonly boundKind: 'proven' | 'numerical' | 'none';
      /** Wishes after it that are beyond every plan, too, whatever else gives, with what none passes; absent where none is proven to be. */
      readonly apart?: readonly {
        readonly wish: WishResult['wish'];
        readonly bound: number;
        readonly boundKind: 'proven' | 'numerical';
      }[];
      /** Resources in limited supply of which more alone would be enough; absent where nobody asked, and while a plan runs. */
      readonly rises?: readonly ResourceRise[];
      /** Other wishes of which any one, left out, makes way for a plan that reaches all the rest; absent where none is known to. */
      readonly inTheWay?: readonly WishResult['wish'][];
      /** What the nearest plan reaches of the figure with the chance that is asked, on the search draws; absent where that is no figure. */
      readonly atChance?: number;
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
