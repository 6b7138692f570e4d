import type { NearOptimal, Report } from '../../domain.ts';
import { percent } from '../numbers/exact.ts';

/** An end that no plan passes by more than this share of all money is as good as proven. */
const CLOSE = 0.01;

/** `How far you may move, within 1 % of the best`. */
export function rangesTitle({ within }: NearOptimal): string {
  return `How far you may move within ${percent(within, Number.isInteger(within * 100) ? 0 : 1)} of the best`;
}

/** What the ends of the ranges are. */
export function rangesNote(report: Report, { channels }: NearOptimal): string {
  const money = report.plans.at(-1)!.totalSpend;
  const proven = channels.every(({ least, most }) =>
    [least, most].every(({ total, proven: end }) => end !== undefined && Math.abs(end - total) <= CLOSE * money),
  );
  const ends =
    'One channel at a time, the others adapting to it. Each end is of a plan that was found and keeps all you ask for';
  return proven
    ? `${ends}; no plan with the same channels goes further by more than ${percent(CLOSE, 0)} of all money.`
    : `${ends}; others may go further.`;
}
