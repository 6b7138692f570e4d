import { dayCalled } from '../../scenario/calendar.ts';
import { cohortsOf, judgedCohorts, type Cohort } from './cohorts.ts';
import type { Deal, Lead } from './crm-records.ts';
import { warned, type Found } from './finding.ts';

/** Days from which on leads, and deals, have not had the time to become what older ones became; absent where all had. */
export interface Ripeness {
  readonly leads?: number;
  readonly deals?: number;
}

/** Which leads and deals are too young to count, and what is to be said of that and of shares that changed before. */
export function ripenessOf(
  leads: readonly Lead[],
  deals: readonly Deal[],
): { readonly ripeness: Ripeness; readonly findings: readonly Found[] } {
  const ofLeads = leads.some(({ converted }) => converted) ? cohortsOf(leads, ({ converted }) => converted) : [];
  const closed = deals.filter(({ outcome }) => outcome !== 'open');
  const found = {
    leads: judged('leads', ofLeads),
    deals: judged(
      'deals',
      cohortsOf(closed, ({ outcome }) => outcome === 'won'),
    ),
  };
  return {
    ripeness: {
      ...(found.leads.from === undefined ? {} : { leads: found.leads.from }),
      ...(found.deals.from === undefined ? {} : { deals: found.deals.from }),
    },
    findings: [...found.leads.findings, ...found.deals.findings],
  };
}

/** Those that count: begun before the day, or on no day that is known. */
export function ripeOf<T extends { readonly day?: number }>(all: readonly T[], from: number | undefined): readonly T[] {
  return from === undefined ? all : all.filter(({ day }) => day === undefined || day < from);
}

function judged(what: keyof Ripeness, cohorts: readonly Cohort[]) {
  const { tail, drift } = judgedCohorts(cohorts);
  return {
    from: tail?.from,
    findings: [
      ...(tail === undefined
        ? []
        : [warned('IMMATURE_TAIL', ({ findings }) => findings.tooYoung(what, dayCalled(tail.from), tail))]),
      ...(drift === undefined
        ? []
        : [warned('DRIFT', ({ findings }) => findings.drift(what, dayCalled(drift.from), drift))]),
    ],
  };
}
