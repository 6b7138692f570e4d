import { sum } from 'd3-array';
import { dayCalled } from '../../scenario/calendar.ts';
import { stepKey } from '../../scenario/schema/step-key.ts';
import { driftIn, type Cohort, type Drift } from './cohorts.ts';
import type { Crm } from './customers.ts';
import { effectiveCount, type Count, type Effective } from './estimate.ts';
import type { Saying } from './languages/words.ts';
import { ripeOf } from './ripeness.ts';
import type { Spending } from './spending.ts';
import { countedPlace, isOwnTable } from './spending-sums.ts';
import { countsBySpend, countsByWeek } from './observed.ts';

/** A share of the funnel as it was counted. */
export interface Step {
  /** `clickToLead`. */
  readonly key: string;
  readonly counted: Effective;
  /** Where from. */
  readonly place: Saying;
  /** As a platform tells it. */
  readonly claimed: boolean;
  /** Of what clicks became: of the steps of a CRM it is told for all channels together. */
  readonly drift?: Drift;
  /** Counted over all channels, as this one has nothing to count. */
  readonly pooled: boolean;
}

/** What became of leads and deals of a channel; what CRMs tell is that of all. */
type Own = Pick<Crm, 'leads' | 'deals' | 'customers' | 'ripeness' | 'places'>;

export function ownOf({ leads, deals, customers, places, ripeness = {} }: Crm, channel: string): Own {
  const isOwn = (one: { readonly channel?: string }) => one.channel === channel;
  return {
    places,
    ripeness,
    ...(leads === undefined ? {} : { leads: leads.filter(isOwn) }),
    ...(deals === undefined ? {} : { deals: deals.filter(isOwn) }),
    ...(customers === undefined ? {} : { customers: customers.filter(isOwn) }),
  };
}

/** Which stage the money of a channel buys, as far as it was counted. */
export function boughtBy(spending: Spending, crm: Crm): 'click' | 'lead' | 'customer' {
  if (spending.byClick) return 'click';
  return crm.leads === undefined ? 'customer' : 'lead';
}

/** Whether the customers that the file of the spend counts are the only ones that anybody tells of. */
export function tellsCustomers({ days }: Spending, { leads, deals, customers }: Crm): boolean {
  if ((leads ?? deals ?? customers) !== undefined) return false;
  return [...days.values()].some(({ conversions }) => conversions > 0);
}

/** The steps from a click to what comes next: those of the CRM, or of the platform where no lead has this source. */
export function stepFromClick(spending: Spending, own: Own): Step {
  const counted = own.leads ?? own.deals ?? own.customers;
  if (counted === undefined || counted.length === 0) {
    const to = counted === undefined ? 'customer' : nextAfterClick(own);
    const clicks = countsBySpend(spending, [], 'clicks');
    const conversions = countsBySpend(spending, [], 'conversions');
    const weeks = clicks.map(({ first, of }, w) => ({ first, hits: conversions[w]!.of, of }));
    const isOwn = isOwnTable(spending);
    const place: Saying = (words) =>
      isOwn ? words.sources.ofClicks(countedPlace(spending, ['conversions'])(words)) : words.sources.platform();
    return { ...clickStep(to, weeks, place), claimed: !isOwn };
  }
  const weeks = countsBySpend(spending, counted, 'clicks');
  const from = own.places.leads ?? own.places.deals ?? own.places.customers ?? [];
  const place: Saying = ({ sources }) => sources.ofClicks(sources.columns(from));
  return clickStep(nextAfterClick(own), weeks, place);
}

function clickStep(to: string, weeks: readonly Cohort[], place: Saying): Step {
  const drift = driftIn(weeks.filter(({ of }) => of > 0));
  return { ...step('click', to, effectiveCount(weeks), place), ...(drift === undefined ? {} : { drift }) };
}

function nextAfterClick(own: Own): 'lead' | 'qualified' | 'customer' {
  return own.leads !== undefined ? 'lead' : own.deals !== undefined ? 'qualified' : 'customer';
}

/** The steps that the CRM tells: from leads to deals to customers, as far as it has each. */
export function stepsOfCrm(own: Own, all: Own): readonly Step[] {
  const steps: Step[] = [];
  if (own.leads !== undefined && own.deals !== undefined) {
    steps.push(pooledStep('lead', 'qualified', convertedOf(own), () => convertedOf(all), fromOf(own, 'leads')));
  }
  if (own.deals !== undefined)
    steps.push(pooledStep('qualified', 'customer', wonOf(own), () => wonOf(all), fromOf(own, 'deals')));
  else if (own.leads !== undefined)
    steps.push(pooledStep('lead', 'customer', boughtOf(own), () => boughtOf(all), fromOf(own, 'leads')));
  return steps;
}

/** Where such rows are from, and which of them are too young to count. */
function fromOf({ places, ripeness }: Own, rows: 'leads' | 'deals'): Saying {
  const day = ripeness?.[rows];
  return ({ sources }) => {
    const from = sources.columns(places[rows] ?? []);
    return day === undefined ? from : sources.withoutYoung(from, dayCalled(day));
  };
}

/** Leads that became deals: by what leads say of themselves, else by counting deals. */
function convertedOf({ leads = [], deals = [], ripeness }: Own): readonly Count[] {
  if (leads.some(({ converted }) => converted)) {
    return countsByWeek(ripeOf(leads, ripeness?.leads), ({ converted }) => converted);
  }
  return leads.length === 0 ? [] : [{ hits: Math.min(deals.length, leads.length), of: leads.length }];
}

/** Deals that were won, of those that are closed: open ones may still be. */
function wonOf({ deals = [], ripeness }: Own): readonly Count[] {
  return countsByWeek(
    ripeOf(deals, ripeness?.deals).filter(({ outcome }) => outcome !== 'open'),
    ({ outcome }) => outcome === 'won',
  );
}

function boughtOf({ leads = [], customers, ripeness }: Own): readonly Count[] {
  if (customers === undefined) return countsByWeek(ripeOf(leads, ripeness?.leads), ({ converted }) => converted);
  return leads.length === 0 ? [] : [{ hits: Math.min(customers.length, leads.length), of: leads.length }];
}

function pooledStep(begin: string, to: string, own: readonly Count[], all: () => readonly Count[], from: Saying): Step {
  const pooled = sum(own, ({ of }) => of) === 0;
  return { ...step(begin, to, effectiveCount(pooled ? all() : own), from), pooled };
}

function step(from: string, to: string, counted: Effective, place: Saying): Step {
  return { key: stepKey(from, to), counted, place, pooled: false, claimed: false };
}
