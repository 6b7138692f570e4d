import type { CustomerValue, PeriodUnit, Scenario, Source, ValueModel } from '../../domain.ts';
import { pow } from '../../numeric/pow.ts';
import type { Quantity } from '../quantity/types.ts';
import type { Registry } from './registry.ts';

const PERIODS_PER_YEAR: Readonly<Record<PeriodUnit, number>> = {
  day: 365.25,
  week: 365.25 / 7,
  month: 12,
  quarter: 4,
  year: 1,
};

/** An order that falls on the horizon counts, also where the quotient is rounded down: 0.3 / 0.1 is 2.9999999999999996. */
const ROUNDING = 1e-9;

/** Present value of one unit of currency one period later. */
export function discountPerPeriod(scenario: Scenario): number {
  const { discountRate } = scenario.value;
  return discountRate === undefined ? 1 : pow(1 + discountRate, -1 / PERIODS_PER_YEAR[scenario.horizon.unit]);
}

/**
 * What a customer is worth: the scenario's `value` with the fields of `own` in their place. Fields that are not
 * overridden share one assumption, so that channels move together where the planner said nothing else.
 */
export function valueModel(scenario: Scenario, own: CustomerValue, at: string, registry: Registry): ValueModel {
  const field = (name: 'orderValue' | 'grossMargin' | 'returns' | 'serviceCost', otherwise: Source): Source =>
    pick(own[name], scenario.value[name], at, name, otherwise, registry);
  const repeat = own.repeat ?? scenario.value.repeat;
  const referral = own.referral ?? scenario.value.referral;
  const perPeriod = discountPerPeriod(scenario);
  const orders = repeat === undefined ? 0 : Math.floor(repeat.horizon / repeat.every + ROUNDING);
  return {
    orderValue: field('orderValue', { constant: 0 }),
    grossMargin: field('grossMargin', { constant: 1 }),
    returns: field('returns', { constant: 0 }),
    serviceCost: field('serviceCost', { constant: 0 }),
    repeatRate: pick(own.repeat?.rate, repeat?.rate, at, 'repeat.rate', { constant: 0 }, registry),
    repeatDiscount: Float64Array.from({ length: orders }, (_, k) => pow(perPeriod, (k + 1) * repeat!.every)),
    referralRate: pick(own.referral?.rate, referral?.rate, at, 'referral.rate', { constant: 0 }, registry),
    referralCap: referral?.cap ?? 0,
  };
}

function pick(
  own: Quantity | undefined,
  shared: Quantity | undefined,
  at: string,
  name: string,
  otherwise: Source,
  registry: Registry,
): Source {
  if (own !== undefined) return registry.source(`${at}.${name}`, own);
  return shared === undefined ? otherwise : registry.source(`value.${name}`, shared);
}
