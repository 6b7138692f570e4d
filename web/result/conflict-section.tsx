import type { Optimization, Report } from '../../src/domain.ts';
import { issueText } from '../../src/errors.ts';
import { exact } from '../../src/report/numbers/exact.ts';
import { groupLimits, limitName } from '../../src/report/sentences/limits.ts';
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

function Infeasible({ report, found }: InfeasibleProps) {
  const { conflict: words, limits } = useWords().result;
  const { currency, unit } = report.scenario;
  const together = groupLimits(report, found.conflict).map(({ name, periods }) =>
    periods.length === 0 ? name : `${name} (${limits.periods(periods, unit)})`,
  );
  const repairs = found.repairs.map(({ limit, side, by }) => {
    const amount = `${exact(by >= 1000 ? Math.round(by) : by, 'money')} ${currency}`;
    return side === 'most'
      ? words.raise(limitName(report, limit), amount)
      : words.lower(limitName(report, limit), amount);
  });
  return (
    <>
      <SentenceSection title={words.title} sentences={together} />
      <SentenceSection title={words.repairs} sentences={repairs} />
    </>
  );
}
