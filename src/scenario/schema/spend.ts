import { section } from './leaf.ts';
import { amount, amounts, share } from './number.ts';

/** Spend of one period, or of each. */
export function spendPerPeriod(about: string) {
  return amounts(`${about}, in currency: one number for every period, or a list with one for each.`);
}

/** Least and most spend, in currency. */
export function spendRange(about: string) {
  return section(`${about}, in currency.`, {
    min: amount(`${about}, at least, in currency.`).exactOptional(),
    max: amount(`${about}, at most, in currency.`).exactOptional(),
  });
}

/** Least and largest share of all spend. */
export function shareRange(about: string) {
  return section(`${about}, from 0 to 1.`, {
    min: share(`${about}, at least, from 0 to 1.`).exactOptional(),
    max: share(`${about}, at most, from 0 to 1.`).exactOptional(),
  });
}
