import type { Model, Scenario } from '../../domain.ts';
import { addToCohorts, emptyCohorts } from '../../finance/cohort-rows.ts';
import { cohortSpans } from '../../finance/cohort-spans.ts';
import { cohortsOf } from '../../finance/cohorts.ts';
import type { CohortsView } from '../../finance/finance-view.ts';
import type { Conditions } from '../../simulate/conditions/conditions.ts';
import type { Outcome } from '../../simulate/outcome/outcome.ts';
import { everyOf } from './every-of.ts';

/** Cohorts of a plan, gathered block by block of its draws. */
export function openCohorts(scenario: Scenario, model: Model, draws: number) {
  const spans = cohortSpans(model);
  const rows = emptyCohorts(model, spans, draws);
  return {
    add: (conditions: Conditions, outcome: Outcome) => addToCohorts(model, spans, conditions, outcome, rows),
    /** Undefined where no channel wins customers. */
    view: (): CohortsView | undefined =>
      cohortsOf(
        model.channels.map(({ name, value }, c) => ({
          name,
          orders: { every: everyOf(scenario, name), discounts: value.repeatDiscount },
          rows: rows[c]!,
        })),
        spans,
      ),
  };
}
