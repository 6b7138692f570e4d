/** Limits that cannot hold together and what would help, in English. */
import { showExactly } from '../../scenario/quantity/shown.ts';
import type { LimitSide, PeriodUnit, Repair, Report } from '../../domain.ts';
import { amount } from '../numbers/exact.ts';
import { plain } from '../text/plain.ts';
import { boundOf, changeOf } from './conflict.ts';
import { countsCost } from './goal.ts';
import type { GroupOf } from './limits.ts';
import { periodsText } from './words.ts';

export const noSingleRepair =
  'No change of one of these limits alone is known to make a plan possible: leave one of them out, or ease several.';

/** What to do where no plan was met, though there may be one. */
export const notFoundAdvice =
  'Ease the minimums if used, the number of channels or a target, or give a plan of today that keeps all limits: the search begins with it.';

/** What to do where ever more spend pays. */
export function unboundedAdvice({ scenario }: Report, channel: string): string {
  const limit = `Give the channel a limit (\`channels.${plain(channel)}.limits.max\`)`;
  return countsCost(scenario.goal)
    ? `${limit} or a curve with a ceiling, or give the plan a budget.`
    : `${limit}, give the plan a budget, or maximize profit, which counts what spend costs.`;
}

/** `tv, at most (weeks 1-12)`. */
function nameOf({ name, periods }: GroupOf<LimitSide>, unit: PeriodUnit): string {
  return periods.length === 0 ? `«${name}»` : `«${name}» (${periodsText(periods, unit)})`;
}

/** `«tv, at most» (weeks 1-4): at most 3,000 EUR`. */
export function togetherText(report: Report, group: GroupOf<LimitSide>): string {
  const { unit, currency } = report.scenario;
  return `${nameOf(group, unit)}: ${boundText(group, currency)}`;
}

function boundText(group: GroupOf<LimitSide>, currency: string): string {
  const bound = boundOf(group);
  const side = group.side === 'most' ? 'at most' : 'at least';
  if (bound.kind === 'relative') return group.side === 'most' ? 'nothing beyond it' : 'nothing below it';
  if (bound.kind === 'share') return `${side} ${showExactly(bound.share, 'rate')} of all spend`;
  if (bound.kind === 'number') return `${side} ${showExactly(bound.number, 'number')}`;
  const { least, most } = bound;
  return `${side} ${least === most ? amount(most) : `${amount(least)} to ${amount(most)}`}\u00a0${currency}`;
}

/** `raise «tv, at most» by 31,183 EUR, to 51,183`. */
export function repairText(report: Report, { name, side, periods, members }: GroupOf<Repair>): string {
  const { unit, currency } = report.scenario;
  const change = changeOf(report, members[0]!);
  const when = periodsText(periods, unit);
  const place = periods.length === 0 ? '' : periods.length === 1 ? ` in ${when}` : ` in one of ${when}`;
  const verb = side === 'most' ? 'raise' : 'lower';
  if (change.kind === 'relative') return `${verb} «${name}» enough for ${change.by}\u00a0${currency}${place}`;
  if (change.kind === 'number') return `${verb} «${name}» by ${change.by}, to ${change.to}`;
  const by = change.kind === 'share' ? `${change.by} percentage points` : `${change.by}\u00a0${currency}`;
  return `${verb} «${name}» by ${by}${place}, to ${change.to}`;
}
