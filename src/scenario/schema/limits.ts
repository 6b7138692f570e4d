import { choice } from './choice.ts';
import { MOST_PERIODS } from './horizon.ts';
import { list, section } from './leaf.ts';
import { amount, amounts, number, share } from './number.ts';
import { timeWindow } from './window.ts';
import { z } from './zod.ts';

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

/** How spend is spread over periods, whatever its level. */
export function pattern(about: string) {
  return z
    .union([
      choice("As today's plan spreads it.", ['today']),
      list(
        'Weights, one for each period: spend is in proportion to them.',
        number('Weight of one period, 0 or more.', { least: 0 }),
        {
          least: 1,
          most: MOST_PERIODS,
        },
      ),
    ])
    .meta({ description: `${about}: \`today\` as in today's plan, or a list with one weight for each period.` });
}

/** Largest change, as a share of what is changed. */
const LARGEST_CHANGE = 1000;

const perPeriod = 'in currency: one number for every period, or a list with one for each.';

export const limits = section('What the plan may give to this channel.', {
  min: amounts(`Least spend per period, ${perPeriod}`).exactOptional(),
  max: amounts(`Largest spend per period, ${perPeriod}`).exactOptional(),
  fixed: amounts(`Spend per period that is settled, ${perPeriod}`).exactOptional(),
  committed: amounts(`Spend per period that is bought already and cannot be undone, ${perPeriod}`).exactOptional(),
  total: spendRange('Spend over the whole plan').exactOptional(),
  share: shareRange("This channel's share of all spend").exactOptional(),
  change: section("Change of spend over the whole plan against today's, as a share of it: -20% is a fifth less.", {
    min: number('The change, at least: -20% is no more than a fifth less.', {
      least: -1,
      most: LARGEST_CHANGE,
    }).exactOptional(),
    max: number('The change, at most: 50% is no more than half as much again.', {
      least: -1,
      most: LARGEST_CHANGE,
    }).exactOptional(),
  }).exactOptional(),
  maxChange: number("Largest change against today's plan in any period, as a share of it.", {
    least: 0,
    most: LARGEST_CHANGE,
  }).exactOptional(),
  maxStep: number(
    'Largest change from one period to the next, as a share of the earlier; a channel at nothing stays at nothing.',
    { least: 0, most: LARGEST_CHANGE },
  ).exactOptional(),
  maxStepAmount: amount('Largest change from one period to the next, in currency.').exactOptional(),
  minIfUsed: amount('Either nothing or at least this much per period, in currency.').exactOptional(),
  dark: list('Periods in which nothing is spent.', timeWindow('Dark periods in a row.'), {
    most: MOST_PERIODS,
  }).exactOptional(),
  only: timeWindow('The only periods in which anything is spent.').exactOptional(),
  pattern: pattern('How spend is spread over periods, so that only its level is decided').exactOptional(),
});

/** Limits of which one kind stands in for the other. */
export const limitKinds = [['fixed'], ['min', 'max']] as const;
