import { constraints } from '../constraints/table.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { firstOf, MOST_FAULTS, type Fault } from './fault.ts';
import { amountsAreInTheCurrency, numbersAreInReach } from './check/amounts.ts';
import { audienceIsPartOfWhole } from './check/audience.ts';
import { currenciesHaveRates, ratesMoveForTheWholePlan } from './check/currencies.ts';
import { leastBudgetIsNotMost, oneKindOfBudget } from './check/budget.ts';
import { customersPerMoneyIsKnown, oneKindOfPrice, tiersRise } from './check/buying.ts';
import { correlationsAreOfUncertainQuantities, pairsAreCorrelatedOnce } from './check/correlations.ts';
import {
  assumptionsCanBeUsed,
  formulasDoNotGoRound,
  formulasFitTheirFields,
  formulasUseAssumptions,
} from './check/formulas.ts';
import { funnelLeadsToCustomers, leadsAreCounted } from './check/funnel.ts';
import {
  customersAreWorthSomething,
  goalSaysOneThing,
  riskIsSaid,
  spendHasAFloor,
  stressesExist,
} from './check/goals.ts';
import {
  metricsHaveNamesOfTheirOwn,
  paybackTakesAPeriod,
  meansHaveNoChance,
  satisfactionIsKnown,
  targetsSayOneThing,
} from './check/targets.ts';
import { listsHaveAllPeriods } from './check/lists.ts';
import { growthHasAnEnd } from './check/growth.ts';
import { channelsExist, channelsReadApart, haloGoesElsewhere, segmentsAndResourcesExist } from './check/names.ts';
import { pilotsTellSomething } from './check/pilots.ts';
import { heightIsSaidOnce, pointsAreACurve } from './check/response.ts';
import { oneKindOfSupply, unitsAreServed } from './check/resources.ts';
import { isRead, type Facts, type NamedSection, type Rule } from './check/rule.ts';
import { screeningIsOfSomething } from './check/screening.ts';
import { seasonsHaveAnIndex } from './check/season.ts';
import { sizeIsInReach } from './check/size.ts';
import { repeatsFit, shocksActWithinThePlan } from './check/time.ts';
import { todayIsNearTheBudget } from './check/today.ts';
import { originalPath } from './leave-out.ts';
import type { Parsed } from './parse.ts';
import { isMap, overlap, valueAt } from './path.ts';
import { learning } from './pilot/learning.ts';

/** What the fields of a file must be together. A new rule is a function of its own and a line here, or in the limit that it is of. */
const rules: readonly Rule[] = [
  sizeIsInReach,
  numbersAreInReach,
  amountsAreInTheCurrency,
  currenciesHaveRates,
  ratesMoveForTheWholePlan,
  oneKindOfBudget,
  todayIsNearTheBudget,
  oneKindOfSupply,
  unitsAreServed,
  listsHaveAllPeriods,
  leastBudgetIsNotMost,
  ...constraints.flatMap((family: ConstraintFamily) => family.rules ?? []),
  oneKindOfPrice,
  tiersRise,
  customersPerMoneyIsKnown,
  funnelLeadsToCustomers,
  leadsAreCounted,
  pilotsTellSomething,
  growthHasAnEnd,
  heightIsSaidOnce,
  pointsAreACurve,
  seasonsHaveAnIndex,
  audienceIsPartOfWhole,
  channelsReadApart,
  channelsExist,
  segmentsAndResourcesExist,
  haloGoesElsewhere,
  assumptionsCanBeUsed,
  formulasUseAssumptions,
  formulasDoNotGoRound,
  formulasFitTheirFields,
  correlationsAreOfUncertainQuantities,
  pairsAreCorrelatedOnce,
  shocksActWithinThePlan,
  repeatsFit,
  metricsHaveNamesOfTheirOwn,
  targetsSayOneThing,
  meansHaveNoChance,
  satisfactionIsKnown,
  paybackTakesAPeriod,
  goalSaysOneThing,
  riskIsSaid,
  spendHasAFloor,
  stressesExist,
  customersAreWorthSomething,
  screeningIsOfSomething,
];

/**
 * What is wrong with a file whose fields were read one by one. Nothing is said about parts that could not be read, nor
 * about what holds them: that would be a consequence, not news.
 *
 * @param by  what learns from pilots, for who checks again and again
 */
export function check(parsed: Parsed, content: unknown, by = learning): readonly Fault[] {
  const { leftOut } = parsed;
  const facts: Facts = { ...parsed, periods: periodsOf(parsed), names: namesOf(parsed, content), learning: by };
  return firstOf(faultsOf(facts), MOST_FAULTS)
    .map((fault) => ({ ...fault, path: originalPath(fault.path, leftOut) }))
    .filter((fault) => isRead(parsed, fault.path));
}

function* faultsOf(facts: Facts): Generator<Fault> {
  for (const rule of rules) yield* rule(facts);
}

function periodsOf(parsed: Parsed): number | undefined {
  return isRead(parsed, ['horizon', 'periods']) ? parsed.file.horizon.periods : undefined;
}

function namesOf({ leftOut }: Parsed, content: unknown): Facts['names'] {
  const of = (section: NamedSection) => {
    const inDoubt = leftOut.some((path) => path.length < 2 && overlap(path, [section]));
    const things = valueAt(content, [section]) ?? {};
    if (inDoubt || !isMap(things)) return undefined;
    // A name that was written wrong stands for the right one, too.
    const meant = leftOut.flatMap(([first, name, ...deeper]) =>
      first === section && typeof name === 'string' && deeper.length === 0 ? [name] : [],
    );
    return [...new Set([...Object.keys(things), ...meant])];
  };
  return {
    assumptions: of('assumptions'),
    currencies: of('currencies'),
    channels: of('channels'),
    segments: of('segments'),
    groups: of('groups'),
    resources: of('resources'),
    stresses: of('stresses'),
    metrics: of('metrics'),
  };
}
