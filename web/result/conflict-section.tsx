import type { LimitSide, Optimization, Repair, Report } from '../../src/domain.ts';
import { issueText } from '../../src/errors.ts';
import { exact } from '../../src/report/numbers/exact.ts';
import { groupLimits, type GroupOf } from '../../src/report/sentences/limits.ts';
import { plain } from '../../src/report/text/plain.ts';
import { useWords } from '../languages/language.ts';
import { SentenceSection } from './sentence-section.tsx';

/** Why there is no recommended plan, and what would make one possible. */
export function ConflictSection({ report }: { readonly report: Report }) {
  const words = useWords().result.conflict;
  const { optimization } = report;
  if (optimization === undefined || 'plan' in optimization) return null;
  if (optimization.status === 'infeasible') return <Infeasible report={report} found={optimization} />;
  if (optimization.status === 'unbounded') {
    return <SentenceSection title={words.reasons} sentences={[words.unbounded(plain(optimization.channel))]} />;
  }
  if (optimization.status === 'unreachable') return null;
  return (
    <SentenceSection
      title={words.reasons}
      sentences={optimization.reasons.map((reason) => plain(issueText(reason)))}
      language="en"
    />
  );
}

interface InfeasibleProps {
  readonly report: Report;
  readonly found: Extract<Optimization, { readonly status: 'infeasible' }>;
}

/** More changes than these are no help. */
const MOST_REPAIRS = 10;

function Infeasible({ report, found }: InfeasibleProps) {
  const { conflict: words, limits } = useWords().result;
  const { currency, unit } = report.scenario;
  const nameOf = ({ name, periods }: GroupOf<LimitSide>) =>
    words.limit(name, periods.length === 0 ? undefined : limits.periods(periods, unit));

  const together = groupLimits(report, found.conflict).map((group) => {
    const bounds = group.members.map(({ limit, side }) => limit[side]!);
    const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
    // A share is a limit on a difference, whose bound 0 says nothing.
    if (least === 0 && most === 0) return nameOf(group);
    return `${nameOf(group)}: ${least === most ? money(most) : limits.to(money(least), money(most))} ${currency}`;
  });
  const repairs = repairGroups(report, found.repairs).map((group) => {
    const change = group.side === 'most' ? words.raise : words.lower;
    return change(nameOf(group), `${money(group.members[0]!.by)} ${currency}`, group.periods.length > 1);
  });
  return (
    <>
      <SentenceSection title={words.title} sentences={together} />
      <SentenceSection title={words.repairs} sentences={repairs.slice(0, MOST_REPAIRS)} />
    </>
  );
}

/** The same change of the same limit in one period or another is one. */
function repairGroups(report: Report, repairs: readonly Repair[]): readonly GroupOf<Repair>[] {
  return groupLimits(report, repairs).flatMap((group) => {
    const changes = new Set(group.members.map(({ by }) => money(by)));
    return changes.size === 1 ? [group] : group.members.flatMap((member) => groupLimits(report, [member]));
  });
}

function money(value: number): string {
  return exact(Math.abs(value) >= 1000 ? Math.round(value) : value, 'money');
}
