import { gainPerUnit } from '../../constraints/number-behind.ts';
import type { LinearLimit, NonlinearLimit } from '../../domain.ts';
import { herfindahl } from '../../statistics/herfindahl.ts';
import type { Field } from './field.ts';
import type { WholeProblem } from './whole-program.ts';

/** Less than this share of all money, or of a limit on concentration, is rounding. */
const ROUNDING = 1e-9;

/** Whether the number of a field multiplies spend, or sums of it as concentration does. */
export function multiplies({ limits, nonlinear }: WholeProblem, { path }: Field): boolean {
  return (
    limits.some((limit) => limit.path === path && gainPerUnit(limit).terms.length > 0) ||
    nonlinear.some((limit) => limit.path === path && limit.kind === 'concentration')
  );
}

/** What a unit by which a field moves adds to a row of the program (see `Move.coefficientOf`), where it multiplies the spend given, by column. */
export function gainOf(
  problem: WholeProblem,
  field: Field,
  limit: LinearLimit | NonlinearLimit,
  spend: Float64Array,
): number {
  if (limit.path !== field.path) return 0;
  if (!('kind' in limit)) {
    const { bound, terms } = gainPerUnit(limit);
    return field.sign * (sumOf(problem, terms, spend) - bound);
  }
  if (limit.kind === 'minimum if used') return 1;
  // The root of the index, to which the row is, rises by one over twice itself.
  return limit.kind === 'most channels' ? -1 : -total(spend) / (2 * Math.sqrt(limit.most));
}

/**
 * How far a field has to move for a plan to keep its limits: as asked where it only moves bounds, and as far as the plan itself tells
 * where it multiplies spend or is about what is used; Infinity where no move of it would do.
 *
 * @param asked  by the program that the plan is from
 */
export function neededAt(problem: WholeProblem, field: Field, asked: number, spend: Float64Array): number {
  const linear = problem.limits.filter(({ path }) => path === field.path);
  const ofSums = multiplies(problem, field) ? linear.map((limit) => neededBySum(problem, field, limit, spend)) : [];
  const others = problem.nonlinear.filter(({ path }) => path === field.path);
  if (ofSums.length === 0 && others.length === 0) return asked;
  return Math.max(0, ...ofSums, ...others.map((limit) => neededByUse(problem, limit, spend)));
}

function neededBySum(problem: WholeProblem, field: Field, limit: LinearLimit, spend: Float64Array): number {
  const { terms, least = -Infinity, most = Infinity } = limit;
  const value = sumOf(problem, terms, spend);
  const passed = Math.max(least - value, value - most);
  if (passed <= ROUNDING * total(spend)) return 0;
  const room = (value > most ? -1 : 1) * gainOf(problem, field, limit, spend);
  return room > 0 ? passed / room : Infinity;
}

function neededByUse({ channels, periods, settled }: WholeProblem, limit: NonlinearLimit, spend: Float64Array): number {
  const own = (channel: number) => spend.subarray(channel * periods, (channel + 1) * periods);
  if (limit.kind === 'minimum if used') {
    const amounts = [...own(limit.channel).subarray(settled)].filter((amount) => amount > 0);
    return limit.amount - Math.min(limit.amount, ...amounts);
  }
  if (limit.kind === 'most channels') {
    return limit.channels.filter((channel) => own(channel).some((amount) => amount > 0)).length - limit.most;
  }
  const index = herfindahl(Array.from({ length: channels }, (_, c) => total(own(c)))) ?? 0;
  return index <= limit.most * (1 + ROUNDING) ? 0 : index - limit.most;
}

/** Whether a plan breaks a limit on concentration. */
export function isTooConcentrated(problem: WholeProblem, spend: Float64Array): boolean {
  return problem.nonlinear.some((limit) => limit.kind === 'concentration' && neededByUse(problem, limit, spend) > 0);
}

function sumOf({ periods }: WholeProblem, terms: LinearLimit['terms'], spend: Float64Array): number {
  return terms.reduce(
    (sum, { channel, period, coefficient }) => sum + coefficient * spend[channel * periods + period]!,
    0,
  );
}

/** Of all spend given. */
export function total(spend: Float64Array): number {
  return spend.reduce((sum, amount) => sum + amount, 0);
}
