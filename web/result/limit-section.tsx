import type { Report } from '../../src/domain.ts';
import { NOTHING } from '../../src/report/numbers/exact.ts';
import { grouped } from '../../src/report/numbers/grouped.ts';
import { magnitude } from '../../src/numeric/digits.ts';
import { limitGroups, type LimitGroup } from '../../src/report/sentences/limits.ts';
import { roomUnits, type Found } from '../../src/report/sentences/goal.ts';
import type { LimitWords } from '../languages/dictionary.ts';
import { useWords } from '../languages/language.ts';
import { Table } from '../parts/table.tsx';

const MOST_LIMITS = 8;
/** Limits worth less than this share of the most valuable one are not worth a line. */
const SMALLEST_SHARE = 0.01;

export interface LimitSectionProps {
  readonly report: Report;
  readonly found: Found;
}

/** Which limits and resources hold the plan back, and what a little more of each is worth; the most valuable first. */
export function LimitSection({ report, found }: LimitSectionProps) {
  const words = useWords().result.limits;
  const all = limitGroups(report, found.binding);
  const groups = all.filter(({ worth }) => worth[1] >= SMALLEST_SHARE * all[0]!.worth[1]).slice(0, MOST_LIMITS);
  const { unit } = report.scenario;
  const units = roomUnits(report.scenario.goal);
  const sentences = [words.nextUnits, words.concentration, words.resources].flatMap((texts) => texts(report, found));
  if (groups.length === 0 && sentences.length === 0) return null;
  return (
    <section>
      <h3>{words.title}</h3>
      {groups.length > 0 && (
        <Table
          caption={units === undefined ? words.meets : words.worth(report.scenario, grouped(units, 0))}
          columns={[
            { heading: words.limit },
            { heading: words.where },
            { heading: words.change },
            ...(units === undefined ? [] : [{ heading: words.adds, align: 'right' as const }]),
          ]}
          rows={groups.map((group) => [
            words.name(report, group),
            group.periods.length === 0 ? words.wholePlan : words.periods(group.periods, unit),
            group.side === 'most' ? words.raised : words.lowered,
            ...(units === undefined ? [] : [worthText(group, units, words)]),
          ])}
          stacks
        />
      )}
      {sentences.length > 0 && (
        <ul class="sentences">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** `0.31 to 0.52`: the worth in each period lies between. */
function worthText({ worth: [least, most] }: LimitGroup, units: number, words: LimitWords): string {
  const decimals = Math.min(4, Math.max(0, 1 - magnitude(most * units)));
  const [from, to] = [grouped(least * units, decimals), grouped(most * units, decimals)];
  if (!/[1-9]/.test(to)) return NOTHING;
  return from === to ? from : words.to(from, to);
}
