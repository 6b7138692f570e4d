/** What customers bring as time goes by, in sentences. */
import type { Cohort, CohortsView, FinanceView } from '../../finance/finance-view.ts';
import { grouped } from '../numbers/grouped.ts';
import { channelLabel } from './names.ts';
import { listText } from './words.ts';

/** When customers of which channels have brought what it cost to win them, the earliest first. */
export function paybackOfCustomers(view: FinanceView): readonly string[] {
  if (view.cohorts === undefined) return [];
  const parts = channelsByPayback(view.cohorts).map(({ payback, channels }) => {
    const names = listText(channels.map((name) => channelLabel(view, name)));
    return `${paybackText(payback, view.scenario.unit)} in ${names}`;
  });
  return [`What it costs to win a customer is paid back, on average, ${listText(parts)}.`];
}

/** `at once`, `after 8 weeks`, `never`: since the customers were won. */
function paybackText(payback: Cohort['payback'], unit: string): string {
  return payback === undefined ? 'never' : ageText(payback, unit);
}

/** `at once`, `after 8 weeks`. */
function ageText(age: number, unit: string): string {
  return age === 0 ? 'at once' : `after ${ageNumber(age)} ${unit}${age === 1 ? '' : 's'}`;
}

/** Whether customers of this age have brought, on average, what it cost to win them. */
export function hasPaidBack({ payback }: Pick<Cohort, 'payback'>, age: number): boolean {
  return payback !== undefined && age >= payback;
}

/** Periods, with a digit behind the point where customers do not order after whole ones. */
export function ageNumber(age: number): string {
  return grouped(age, Number.isInteger(age) ? 0 : 1);
}

/** Names of channels whose customers have paid back their cost after the same time, the earliest first and `never` last. */
export function channelsByPayback({
  channels,
}: CohortsView): readonly { readonly payback: Cohort['payback']; readonly channels: readonly string[] }[] {
  const paybacks = [...new Set(channels.map(({ whole }) => whole.payback))];
  return paybacks
    .toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity) || 0)
    .map((payback) => ({
      payback,
      channels: channels.filter(({ whole }) => whole.payback === payback).map(({ name }) => name),
    }));
}

/** Places of as many ages as a narrow table holds, evenly spread, the first and the last among them. */
export function agesShown(ages: CohortsView['ages'], most: number): readonly number[] {
  if (ages.length <= most) return ages.map((_, place) => place);
  return Array.from({ length: most }, (_, k) => Math.round((k * (ages.length - 1)) / (most - 1)));
}
