import type { LimitSide, Optimization, Repair, Report } from '../../domain.ts';
import { issueText } from '../../errors.ts';
import { amount } from '../numbers/exact.ts';
import { groupLimits, type GroupOf } from '../sentences/limits.ts';
import { periodsText } from '../sentences/words.ts';
import type { Page, Section } from './page.ts';
import { plain } from './plain.ts';
import { wrap, wrapItems } from './wrap.ts';

const MOST_LINES = 10;

const NO_SINGLE_REPAIR = 'No change of one limit alone would make a plan possible: more than one of them must give.';

/** Why there is no recommended plan and what would make one possible; undefined where there is one. */
export function conflictSections(page: Page): readonly Section[] {
  const { optimization } = page.report;
  if (optimization === undefined || 'plan' in optimization) return [];
  if (optimization.status === 'infeasible') return infeasible(page, optimization);
  if (optimization.status === 'unbounded') return unbounded(page, optimization.channel);
  if (optimization.status === 'unreachable') return [];
  const lines = optimization.reasons.flatMap((reason) => issueText(reason).split('\n').map(plain));
  return [{ title: 'What stands in the way', lines: wrapItems(lines, page.width) }];
}

function infeasible(page: Page, found: Extract<Optimization, { status: 'infeasible' }>): Section[] {
  const { width, report } = page;
  const { unit, currency } = report.scenario;
  const listed = (texts: readonly string[]) => {
    const shown = wrapItems(texts.slice(0, MOST_LINES), width);
    return texts.length > MOST_LINES ? [...shown, `  and ${texts.length - MOST_LINES} more`] : shown;
  };
  const together = groupLimits(report, found.conflict).map(
    (group) => `${nameOf(group, unit)}: ${boundOf(group, currency)}`,
  );
  const sections = [{ title: 'These limits cannot hold together', lines: listed(together) }];
  if (found.repairs.length === 0) {
    return [...sections, { title: 'What to do', lines: wrap(NO_SINGLE_REPAIR, width) }];
  }
  const repairs = repairGroups(report, found.repairs).map((group) => repairText(group, report));
  const title =
    found.repairs.length === 1
      ? 'This change would make a plan possible'
      : 'Any one of these changes would make a plan possible';
  return [...sections, { title, lines: listed(repairs) }];
}

function unbounded({ width }: Page, channel: string): Section[] {
  const advice = `Give the channel a limit (\`channels.${plain(channel)}.limits.max\`) or a curve with a ceiling, or give the plan a budget.`;
  return [{ title: 'What to do', lines: wrap(advice, width) }];
}

/** `tv, at most (weeks 1-12)`. */
function nameOf({ name, periods }: GroupOf<LimitSide>, unit: Page['report']['scenario']['unit']): string {
  return periods.length === 0 ? `«${name}»` : `«${name}» (${periodsText(periods, unit)})`;
}

/** What the limits ask for; a share is a limit on a difference, whose bound 0 says nothing. */
function boundOf({ side, members }: GroupOf<LimitSide>, currency: string): string {
  const bounds = members.map(({ limit }) => limit[side]!);
  if (bounds.every((bound) => bound === 0)) return side === 'most' ? 'nothing beyond it' : 'nothing below it';
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  const range = least === most ? amount(most) : `${amount(least)} to ${amount(most)}`;
  return `${side === 'most' ? 'at most' : 'at least'} ${range}\u00a0${currency}`;
}

/** The same change of the same limit in one period or another is one line. */
function repairGroups(report: Report, repairs: readonly Repair[]): readonly GroupOf<Repair>[] {
  return groupLimits(report, repairs).flatMap((group) => {
    const changes = new Set(group.members.map((member) => Object.values(changeOf(member)).join(' ')));
    return changes.size === 1 ? [group] : group.members.flatMap((member) => groupLimits(report, [member]));
  });
}

/** `raise «tv, at most» by 31,183 EUR, to 51,183`. */
function repairText({ name, side, periods, members }: GroupOf<Repair>, { scenario }: Report): string {
  const [first] = members;
  const { by, to } = changeOf(first!);
  const where =
    periods.length > 1 ? `in one of ${periodsText(periods, scenario.unit)}` : periodsText(periods, scenario.unit);
  const place = periods.length === 0 ? '' : ` ${where}`;
  return `${side === 'most' ? 'raise' : 'lower'} «${name}» by ${by}\u00a0${scenario.currency}${place}${to === '' ? '' : `, to ${to}`}`;
}

/** By how much a limit would change and to what; a share is a limit on a difference, whose bound 0 says nothing. */
function changeOf({ limit, side, by }: Repair): { readonly by: string; readonly to: string } {
  const bound = limit[side]!;
  return { by: amount(by), to: bound === 0 ? '' : amount(side === 'most' ? bound + by : bound - by) };
}
