import { grouped } from '../numbers/grouped.ts';
import { magnitude } from '../../numeric/digits.ts';
import { roomUnits } from '../sentences/goal.ts';
import { limitGroups, type LimitGroup } from '../sentences/limits.ts';
import { shortened } from './display-width.ts';
import type { Page, Section } from './page.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

const MOST_LIMITS = 8;
/** As it is shown. */
const SMALLEST_WORTH = 0.005;
const LONGEST_NAME = 36;
const LONGEST_PERIODS = 24;

/**
 * Which limits and resources hold the plan back and what a little more of each is worth; undefined where nothing was found.
 */
export function limitSection(page: Page): Section | undefined {
  const { report, width, paint, words } = page;
  const { optimization, scenario } = report;
  if (optimization === undefined || !('plan' in optimization)) return undefined;
  const { title, name, wholePlan, periods: periodsText, nextUnits, concentration, resources } = words.result.limits;
  const groups = limitGroups(report, optimization.binding);
  const others = [concentration, resources]
    .flatMap((texts) => texts(report, optimization))
    .flatMap((text) => wrap(text, width));
  if (groups.length === 0) {
    // Where nobody looked at resources, one may hold the plan back.
    const none = optimization.reasons?.some(({ kind }) => kind === 'wish')
      ? 'No limit, but what is asked for, as said of each channel above.'
      : `No limit${optimization.resources === undefined ? ' on spend' : ''}: the plan would be the same without them.`;
    return { title, lines: others.length === 0 ? wrap(words.say(none), width) : others };
  }
  const units = roomUnits(scenario.goal);
  const shown = groups
    .filter(({ worth }) => units === undefined || worth[1] * units >= SMALLEST_WORTH)
    .slice(0, MOST_LIMITS);
  const lines = table(
    [
      {
        heading: 'limit',
        align: 'left',
        cells: shown.map((group) => ({ text: shortened(name(report, group), LONGEST_NAME) })),
      },
      {
        heading: 'in',
        align: 'left',
        cells: shown.map(({ periods }) => ({
          text: periods.length === 0 ? wholePlan : shortened(periodsText(periods, scenario.unit), LONGEST_PERIODS),
        })),
      },
      {
        heading: units === undefined ? 'would help' : `${grouped(units, 0)} ${scenario.currency} more room`,
        align: 'left',
        cells: shown.map(({ side }) => ({ text: words.say(side === 'most' ? 'if raised' : 'if lowered') })),
      },
      ...(units === undefined
        ? []
        : [
            {
              heading: words.addsWhat(scenario),
              align: 'right' as const,
              cells: shown.map((group) => ({ text: words.say(worthText(group, units)) })),
            },
          ]),
    ],
    page,
  );
  const more = groups.length - shown.length;
  const rest = more === 0 ? [] : [paint('faint', `  ${words.say(`and ${more} more of less worth`)}`)];
  const next = nextUnits(report, optimization).flatMap((text) => wrap(text, width));
  return { title, lines: [...(shown.length === 0 ? [] : [...lines, ...rest, ...next]), ...others] };
}

/** `0.31 to 0.52`: the worth in each period lies between. */
function worthText({ worth: [least, most] }: LimitGroup, units: number): string {
  const decimals = Math.min(2, Math.max(0, 1 - magnitude(most * units)));
  const [from, to] = [grouped(least * units, decimals), grouped(most * units, decimals)];
  if (from === to) return from;
  return /[1-9]/.test(from) ? `${from} to ${to}` : `up to ${to}`;
}
