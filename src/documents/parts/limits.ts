import type { Report } from '../../domain.ts';
import type { LimitWords } from '../../report/languages/result-words.ts';
import { NOTHING } from '../../report/numbers/exact.ts';
import { grouped } from '../../report/numbers/grouped.ts';
import { magnitude } from '../../numeric/digits.ts';
import { roomUnits } from '../../report/sentences/goal.ts';
import { limitGroups, type LimitGroup } from '../../report/sentences/limits.ts';
import { text, type Block, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

const MOST_LIMITS = 12;
/** Limits worth less than this share of the most valuable one are not worth a line. */
const SMALLEST_SHARE = 0.01;

/** Which limits and resources hold the plan back, and what a little more of each is worth; the most valuable first. */
export function limitSection(report: Report, { result: { limits: words } }: DocumentWords): Section | undefined {
  const { optimization, scenario } = report;
  if (optimization === undefined || !('plan' in optimization) || !('binding' in optimization)) return undefined;
  const all = limitGroups(report, optimization.binding);
  const groups = all.filter(({ worth }) => worth[1] >= SMALLEST_SHARE * all[0]!.worth[1]).slice(0, MOST_LIMITS);
  const units = roomUnits(scenario.goal);
  const sentences = [words.nextUnits, words.concentration, words.resources].flatMap((texts) =>
    texts(report, optimization),
  );
  const told: readonly Block[] = sentences.length === 0 ? [] : [{ kind: 'sentences', sentences }];
  if (groups.length === 0) return told.length === 0 ? undefined : { title: words.title, blocks: told };
  return {
    title: words.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: units === undefined ? words.meets : words.worth(scenario, grouped(units, 0)),
          columns: [
            { heading: words.limit },
            { heading: words.where },
            { heading: words.change },
            ...(units === undefined ? [] : [{ heading: words.adds, align: 'right' as const }]),
          ],
          rows: groups.map((group) => [
            text(words.name(report, group)),
            text(group.periods.length === 0 ? words.wholePlan : words.periods(group.periods, scenario.unit)),
            text(group.side === 'most' ? words.raised : words.lowered),
            ...(units === undefined ? [] : [text(worthText(group, units, words))]),
          ]),
        },
      },
      ...told,
    ],
  };
}

/** `0.31 to 0.52`: the worth in each period lies between. */
function worthText({ worth: [least, most] }: LimitGroup, units: number, words: LimitWords): string {
  const decimals = Math.min(4, Math.max(0, 1 - magnitude(most * units)));
  const [from, to] = [grouped(least * units, decimals), grouped(most * units, decimals)];
  if (!/[1-9]/.test(to)) return NOTHING;
  return from === to ? from : words.to(from, to);
}
