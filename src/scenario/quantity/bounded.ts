import { check, cumulative, density, exceedance, support } from '../../distributions/distribution.ts';
import { distributions } from '../../distributions/table.ts';
import type { Distribution } from '../../families/distribution.ts';
import { boundsOf, boundsText, numberText, type Field } from './field.ts';
import type { Mistake } from './number.ts';

/** Something that can be used, but may not be what was meant. */
export interface QuantityWarning {
  readonly message: string;
  readonly advice?: string;
}

export type Bounded =
  { readonly ok: true; readonly distribution: Distribution; readonly warnings: readonly QuantityWarning[] } | Mistake;

/** Less than this beyond a bound is cut off without a word: no figure shows it. */
const UNSEEN = 1e-6;

/** More than this beyond the bounds is a mistake. */
const MOST_CUT = 0.5;

/**
 * Holds a distribution to the bounds of its field. A tail that runs beyond them is cut off, with a warning if that can
 * be seen; numbers of the planner's own beyond them are refused.
 */
export function bounded(distribution: Distribution, field: Field): Bounded {
  const { least, most, open } = boundsOf(field);
  const [low, high] = support(distribution);
  const beyond = [low, high].find((end) => Number.isFinite(end) && (end < least || end > most));
  const excluded = open ? [least, most].find((bound) => isOutcome(distribution, bound)) : undefined;
  const found = beyond ?? excluded;
  if (found !== undefined) {
    return { ok: false, message: `must be ${boundsText(field)}, but can be ${numberText(found, field)}` };
  }
  if (low >= least && high <= most) return { ok: true, distribution, warnings: [] };

  const below = low < least ? cumulative(distribution, least) : 0;
  const above = high > most ? exceedance(distribution, most) : 0;
  const truncate = {
    ...distribution.truncate,
    ...(low < least ? { low: least } : {}),
    ...(high > most ? { high: most } : {}),
  };
  const cut = { ...distribution, truncate };
  if (below + above > MOST_CUT || check(cut) !== undefined) {
    const message = `must be ${boundsText(field)}, but most of it is not`;
    return { ok: false, message, ...(field.unit === 'rate' && { advice: 'Write rates in percent, such as `30%`.' }) };
  }
  const warnings = [
    ...(below > UNSEEN ? [warning(below, 'below', least, field)] : []),
    ...(above > UNSEEN ? [warning(above, 'above', most, field)] : []),
  ];
  return { ok: true, distribution: cut, warnings };
}

/** Whether `value` itself has some probability. */
function isOutcome(distribution: Distribution, value: number): boolean {
  return Number.isFinite(value) && distributions[distribution.family]!.discrete && density(distribution, value) > 0;
}

function warning(share: number, side: 'below' | 'above', bound: number, field: Field): QuantityWarning {
  return {
    message: `has a chance of ${percent(share)} to be ${side} ${numberText(bound, field)}, which is cut off`,
    advice: 'Another distribution may say better what is meant.',
  };
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))}%`;
}
