import type { Optimization, Report } from '../../src/domain.ts';
import { repairGroups } from '../../src/report/sentences/conflict.ts';
import { groupLimits } from '../../src/report/sentences/limits.ts';
import { useWords } from '../languages/language.ts';
import { SentenceSection } from './sentence-section.tsx';

/** Why there is no recommended plan, and what would make one possible. */
export function ConflictSection({ report }: { readonly report: Report }) {
  const words = useWords().result.conflict;
  const { optimization } = report;
  if (optimization === undefined || 'plan' in optimization) return null;
  if (optimization.status === 'infeasible') return <Infeasible report={report} found={optimization} />;
  if (optimization.status === 'unbounded') {
    return <SentenceSection title={words.advice} sentences={[words.unbounded(report, optimization.channel)]} />;
  }
  return <SentenceSection title={words.advice} sentences={[words.beyondReach(report, optimization)]} />;
}

interface InfeasibleProps {
  readonly report: Report;
  readonly found: Extract<Optimization, { readonly status: 'infeasible' }>;
}

/** More changes than these are no help. */
const MOST_REPAIRS = 10;

function Infeasible({ report, found }: InfeasibleProps) {
  const words = useWords().result.conflict;
  const together = groupLimits(report, found.conflict).map((group) => words.together(report, group));
  const repairs = repairGroups(report, found.repairs).map((group) => words.repair(report, group));
  return (
    <>
      <SentenceSection title={words.title} sentences={together} />
      {repairs.length === 0 ? (
        <SentenceSection title={words.advice} sentences={[words.noSingleRepair]} />
      ) : (
        <SentenceSection title={words.repairs} sentences={repairs.slice(0, MOST_REPAIRS)} />
      )}
    </>
  );
}
