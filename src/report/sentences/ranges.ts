import type { NearOptimal, Report } from '../../domain.ts';
import { percent } from '../numbers/exact.ts';

/** An end that no plan passes by more than this share of all money is as good as proven. */
export const CLOSE = 0.01;

/** The share of the goal that may be given up: `1 %`. */
export function withinText({ within }: NearOptimal): string {
  return percent(within, Number.isInteger(within * 100) ? 0 : 1);
}

/** Whether no range goes on beyond its ends by more than {@link CLOSE} of all money. */
export function endsAreProven({ plans }: Report, { channels }: NearOptimal): boolean {
  const money = plans.at(-1)!.totalSpend;
  return channels.every(({ least, most }) =>
    [least, most].every(({ total, proven: end }) => end !== undefined && Math.abs(end - total) <= CLOSE * money),
  );
}

/** `How far you may move within 1 % of the best`. */
export function rangesTitle(near: NearOptimal): string {
  return `How far you may move within ${withinText(near)} of the best`;
}

/** What the ends of the ranges are. */
export function rangesNote(report: Report, near: NearOptimal): string {
  const ends =
    'One channel at a time, the others adapting to it. Each end is of a plan that was found and keeps all you ask for';
  return endsAreProven(report, near)
    ? `${ends}; no plan with the same channels goes further by more than ${percent(CLOSE, 0)} of all money.`
    : `${ends}; others may go further.`;
}
