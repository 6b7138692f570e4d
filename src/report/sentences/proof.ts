import type { Optimization, Report } from '../../domain.ts';
import { exact } from '../numbers/exact.ts';
import { grouped } from '../numbers/grouped.ts';
import { magnitude } from '../numbers/rough.ts';
import { goalWords } from './words.ts';

type Found = Extract<Optimization, { readonly plan: unknown }>;

/** How far from the best possible the plan can be at most, and how much that is to be trusted. */
export function proof({ scenario }: Report, found: Found): string {
  const { noun, kind } = goalWords(found.goal);
  const unit = kind === 'money' ? `\u00a0${scenario.currency}` : '';
  const on = `on the ${exact(found.searchDraws, 'count')} search draws`;
  if (found.gapKind === 'none') {
    return `The best plan found ${on}. How much better another one could be is not proven: the ${noun} does not bend as the proof needs it.`;
  }
  const how = found.gapKind === 'proven' ? 'Proven' : 'By the numbers of the solver, not checked to the last digit';
  const better = `${percentAtMost(found.gap)} (${atMost(found.upperBound - found.lowerBound)}${unit})`;
  const stopped = found.status === 'best found' ? ' The search stopped before it could come closer.' : '';
  return `${how}: ${on}, no plan within the limits can bring over ${better} more ${noun} than this one.${stopped}`;
}

/** The same in one short sentence; nothing where it is not proven. */
export function shortProof({ gapKind, gap }: Found): readonly string[] {
  if (gapKind !== 'proven') return [];
  return [
    `Proven: no plan within the limits can be over ${percentAtMost(gap)} better on the draws it was searched on.`,
  ];
}

/** Where the plan was searched and where it was judged. */
export function draws({ draws: { judging }, optimization }: Report): string {
  const number = exact(judging, 'count');
  if (optimization === undefined || !('plan' in optimization))
    return `${number} draws of all that is uncertain in the file.`;
  return `All plans are judged on the same ${number} fresh draws, which the search has not seen.`;
}

/** Which noise is which. */
export const noises =
  '± is simulation noise (one standard error; none where the digits shown are exact): more draws make it smaller. Ranges and chances are your uncertainty: they stay.';

const SMALLEST_PERCENT = 0.0001;

/** Rounded up to two digits, so that it never promises too much. */
function percentAtMost(share: number): string {
  const percent = Math.max(share * 100, SMALLEST_PERCENT);
  return `${withoutZeros(atLeastAs(percent, 1 - magnitude(percent)))}\u00a0%`;
}

/** `0.010` as `0.01`, `1.0` as `1`. */
function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function atMost(value: number): string {
  const size = Math.max(0, value);
  return atLeastAs(size, Math.min(2, 1 - magnitude(size)));
}

function atLeastAs(value: number, decimals: number): string {
  const unit = Number(`1e${-decimals}`);
  return grouped(Math.ceil(value / unit - 1e-9) * unit, decimals);
}
