import type { BindingLimit, LinearLimit } from '../../domain.ts';
import { slopesAt, type AtPlan } from './at-plan.ts';
import { dot, solved } from './least-change.ts';
import { rowOf } from './unit-direction.ts';
import { columnOf } from '../spend-program.ts';

/**
 * The worths of limits that explain best what the next units bring at the plan: least squares over all spend that no
 * limit of its own holds, weighted by spend. A linear program takes its prices from few columns, whose slopes are known
 * to the root of the gap; these average over all. Limits as the program found them, less those that would have to be
 * worth the opposite; unchanged where no spend is free to tell.
 *
 * @param guards  prices of wishes: those of 0 do not hold the plan back
 */
export function leastSquaresPrices(
  at: AtPlan,
  binding: readonly BindingLimit[],
  guards: readonly number[],
): readonly BindingLimit[] {
  const { periods, settled } = at.search.model;
  const size = at.spend.length;
  const columnOfTerm = ({ channel, period }: LinearLimit['terms'][number]) =>
    columnOf(at.search.model, channel, period);
  const { goal, guards: ofGuards } = slopesAt(at);
  const wished = ofGuards.filter((_, guard) => guards[guard] !== 0);
  let limits = binding;
  for (;;) {
    const weight = at.spend.map((amount, k) => (k % periods < settled ? 0 : amount));
    for (const { limit } of limits) if (limit.terms.length === 1) weight[columnOfTerm(limit.terms[0]!)] = 0;
    const several = limits.filter(({ limit }) => limit.terms.length > 1);
    const rows = [...several.map(({ limit }) => rowOf(limit, periods, size)), ...wished];
    const weighted = rows.map((row) => row.map((value, k) => value * weight[k]!));
    if (weighted.some((row, i) => !(dot(row, rows[i]!) > 0))) return binding;
    const prices = solved(
      rows.map((row) => weighted.map((other) => dot(row, other))),
      weighted.map((row) => dot(row, goal)),
    );
    if (prices === undefined) return binding;
    const left = goal.map((slope, k) => rows.reduce((all, row, i) => all - prices[i]! * row[k]!, slope));
    const next = limits.map((one): BindingLimit => {
      const place = several.indexOf(one);
      const [term] = one.limit.terms;
      return { ...one, worth: place === -1 ? left[columnOfTerm(term!)]! / term!.coefficient : prices[place]! };
    });
    const kept = limits.filter((one, k) => next[k]!.worth * one.worth > 0);
    if (kept.length === limits.length) return next;
    limits = kept;
  }
}
