import type { Plan } from '../domain.ts';
import { byPeriod, type PlanByPeriod } from '../simulate/by-period.ts';
import type { PreparedDraws } from '../simulate/prepared-draws.ts';
import { openCarryIn } from './carry-in.ts';
import { openCashFlows, type OrderIntervals } from './cash-flows.ts';
import { cashView } from './cash-view.ts';
import type { Lags } from './cash.ts';
import { contingency, type Contingency } from './contingency.ts';
import type { CashView, CohortsView } from './finance-view.ts';
import { openCohorts } from './gathered-cohorts.ts';
import { profitAndLoss, type ProfitAndLoss } from './profit-and-loss.ts';

export interface BooksRequest {
  readonly plan: Plan;
  /** All of those that are prepared. */
  readonly draws: number;
  readonly every: OrderIntervals;
  /** Chance with which profit is to be reached and financing to be enough, in (0, 1). */
  readonly chance: number;
  readonly lags: Lags;
}

/** What finance sees of a plan by period and draw; money by period at present value. */
export interface Books extends Pick<ProfitAndLoss, 'periods' | 'afterEnd' | 'total'> {
  readonly contingency: Contingency;
  readonly cash: CashView;
  /** Absent where no channel wins customers. */
  readonly cohorts?: CohortsView;
}

/** The books of a plan: seconds of work and, with the most draws that `drawsByPeriod` gives, 240 MB of rows. */
export function booksOf(prepared: PreparedDraws, { plan, draws, every, chance, lags }: BooksRequest): Books {
  const { model } = prepared;
  const customers = openCohorts(every.channels, model, draws);
  const carryIn = openCarryIn(model, draws);
  const money = openCashFlows(every, model, draws);
  const [outcome] = byPeriod(prepared, [plan], draws, (conditions, block) => {
    customers.add(conditions, block);
    carryIn.add(conditions, block);
    money.add(conditions);
  }) as readonly [PlanByPeriod];
  const cohorts = customers.view();
  const { periods, afterEnd, total, media, profits } = profitAndLoss(model, plan, outcome, carryIn.rows);
  return {
    periods,
    afterEnd,
    total,
    contingency: contingency(profits, chance),
    cash: cashView(money.flows(outcome, media), model.periods, lags, chance),
    ...(cohorts === undefined ? {} : { cohorts }),
  };
}
