import { listed, type Fault } from '../fault.ts';
import { budgetKinds } from '../schema/budget.ts';
import { ordered } from './ordered.ts';
import { error, type Facts } from './rule.ts';

/** A file has one kind of budget. */
export function* oneKindOfBudget({ file: { budget } }: Facts): Generator<Fault> {
  const isGiven = (field: keyof typeof budget) => budget[field] !== undefined && budget[field] !== false;
  const given = budgetKinds.flatMap((kind) => kind.filter(isGiven).slice(0, 1));
  if (given.length === 0 && !isGiven('perPeriodAtMost')) {
    const advice = 'Give `total` (all of it is spent), `atMost`, `perPeriod`, or `flexible: true` (as much as pays).';
    yield error(['budget'], 'does not say how much may be spent', { advice });
  } else if (given.length > 1) {
    const advice = 'Keep one of them; `atLeast`, `atMost` and `flexible: true` may stand together.';
    yield error(['budget', given[1]!], `is given together with ${listed([given[0]!])}, which says something else`, {
      advice,
    });
  }
}

/** What is spent at least is not more than what may be spent at most. */
export function* leastBudgetIsNotMost({ file, periods }: Facts): Generator<Fault> {
  const { total, atLeast, atMost, perPeriod, perPeriodAtMost } = file.budget;
  yield* ordered(['budget'], ['atLeast', atLeast], ['atMost', atMost]);
  if (total === undefined)
    yield* ordered(['budget'], ['perPeriod', perPeriod], ['perPeriodAtMost', perPeriodAtMost], { periods });
}
