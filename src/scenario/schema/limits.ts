import { section } from './leaf.ts';
import { amount, amounts, number, share } from './number.ts';

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

const perPeriod = 'in currency: one number for every period, or a list with one for each.';

export const limits = section('What the plan may give to this channel.', {
  min: amounts(`Least spend per period, ${perPeriod}`).exactOptional(),
  max: amounts(`Largest spend per period, ${perPeriod}`).exactOptional(),
  fixed: amounts(`Spend per period that is settled, ${perPeriod}`).exactOptional(),
  total: spendRange('Spend over the whole plan').exactOptional(),
  share: shareRange("This channel's share of all spend").exactOptional(),
  maxChange: number("Largest change against today's plan in any period, as a share of it.", {
    least: 0,
    most: 1000,
  }).exactOptional(),
  minIfUsed: amount('Either nothing or at least this much per period, in currency.').exactOptional(),
});

/** Limits of which one kind stands in for the other. */
export const limitKinds = [['fixed'], ['min', 'max']] as const;
