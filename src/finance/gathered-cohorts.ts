import type { Model } from '../domain.ts';
import { addToCohorts, emptyCohorts } from './cohort-rows.ts';
import { cohortSpans } from './cohort-spans.ts';
import { cohortsOf } from './cohorts.ts';
import type { CohortsView } from './finance-view.ts';
import type { Conditions } from '../simulate/conditions/conditions.ts';
import type { Outcome } from '../simulate/outcome/outcome.ts';

/**
 * Cohorts of a plan, gathered block by block of its draws.
 *
 * @param every  periods from one order to the next, by channel
 */
export function openCohorts(every: readonly number[], model: Model, draws: number) {
  const spans = cohortSpans(model);
  const rows = emptyCohorts(model, spans, draws);
  return {
    add: (conditions: Conditions, outcome: Outcome) => addToCohorts(model, spans, conditions, outcome, rows),
    /** Undefined where no channel wins customers. */
    view: (): CohortsView | undefined =>
      cohortsOf(
        model.channels.map(({ name, value }, c) => ({
          name,
          orders: { every: every[c]!, discounts: value.repeatDiscount },
          rows: rows[c]!,
        })),
        spans,
      ),
  };
}
