import type { Report } from '../../domain.ts';
import { percentAtMost, roundedUp } from '../numbers/at-most.ts';
import { exact, isSmallAmount, percent } from '../numbers/exact.ts';
import { magnitude } from '../../numeric/digits.ts';
import { rough } from '../numbers/rough.ts';
import { gapFacts, goalUnit, isMeanOfOne, isOneDraw, type Found } from './goal.ts';
import { isCertain } from './spread.ts';
import { goalWords } from './words.ts';

/** How far from the best possible the plan can be at most, and how much that is to be trusted. */
export function proof(report: Report, found: Found): string {
  const { goal, currency } = report.scenario;
  const { noun, kind } = goalWords(goal.maximize);
  const unit = goalUnit(goal);
  const simple = isMeanOfOne(goal);
  const on = `on the ${exact(found.searchDraws, 'count')} search draws`;
  const gap = gapFacts(found, goal);
  if (gap === undefined) {
    const what = unit === 'chance' ? 'chance' : simple ? noun : 'goal';
    return `The best plan found ${on}. How much better another one could be is not proven: the ${what} does not bend as the proof needs it.`;
  }
  const how = found.gapKind === 'proven' ? 'Proven' : 'By the numbers of the solver, not checked to the last digit';
  const stopped = found.status === 'best found' ? ' The search ended before it could come closer.' : '';
  if (unit === 'chance') {
    const [most, own] = [gap.most, found.lowerBound].map((share) => percent(share, 2));
    return `${how}: ${on}, no plan within the limits has a chance over ${most}; this one has ${own}${isOneDraw(gap, found) ? ', one draw less.' : `.${stopped}`}`;
  }
  const much = `${atMost(gap.by, found)}${unit === 'count' ? '' : `\u00a0${currency}`}`;
  const reached = unit === 'spend' ? 'its spend' : simple ? `its ${noun}` : 'what it reaches';
  const share = `${percentAtMost(gap.share)} of ${gap.of === 'reached' ? reached : `${rough(gap.of, 'money')}\u00a0${currency}, a twentieth of the money that moves`}`;
  if (unit === 'spend') {
    return `${how}: ${on}, no plan that keeps all limits and reaches all you ask for can do with over ${much} less (${share}).${stopped}`;
  }
  const more = simple ? `more ${noun}` : kind === 'count' ? 'more of the goal, in customers,' : 'more of the goal';
  return `${how}: ${on}, no plan within the limits can bring over ${much} ${more} than this one (${share}).${stopped}`;
}

/** The same in one short sentence; nothing where it is not proven. */
export function shortProof({ scenario: { goal, currency } }: Report, found: Found): readonly string[] {
  const gap = gapFacts(found, goal);
  if (found.gapKind !== 'proven' || gap === undefined) return [];
  const on = 'on the draws it was searched on';
  if (goalUnit(goal) === 'chance')
    return [`Proven: no plan within the limits has a chance over ${percent(gap.most, 2)} ${on}.`];
  const how = gap.of === 'reached' ? percentAtMost(gap.share) : `${atMost(gap.by, found)}\u00a0${currency}`;
  if (goalUnit(goal) === 'spend')
    return [`Proven: no plan that reaches all you ask for can do with over ${how} less ${on}.`];
  return [`Proven: no plan within the limits can be over ${how} better ${on}.`];
}

/** Where the plan was searched and where it was judged. */
export function draws(report: Report): string {
  const {
    draws: { judging },
    optimization,
  } = report;
  const number = exact(judging, 'count');
  if (isCertain(report)) return 'Nothing in the file is uncertain: every draw gives the same figures.';
  if (optimization === undefined || !('plan' in optimization))
    return `${number} draws of all that is uncertain in the file.`;
  return `All plans are judged on the same ${number} fresh draws, which the search has not seen.`;
}

/** Which noise is which. */
export const noises =
  '± is simulation noise (one standard error; none where the digits shown are exact): more draws make it smaller. Ranges and chances are your uncertainty: they stay.';

/** Of a hundredth of the smallest amount that is shown. */
const MOST_DECIMALS = 8;

function atMost(value: number, { lowerBound }: Found): string {
  const size = Math.max(0, value);
  const finest = isSmallAmount(lowerBound, 'money') ? MOST_DECIMALS : 2;
  return roundedUp(size, Math.min(finest, 1 - magnitude(size)));
}
