import type { Optimization, Report } from '../../src/domain.ts';
import { repairGroups } from '../../src/report/sentences/conflict.ts';
import { groupLimits } from '../../src/report/sentences/limits.ts';
import { useWords } from '../languages/language.ts';
import type { TextEdit } from '../text/edit.ts';
import { editOfRepair } from './repair-edit.ts';
import { SentenceSection } from './sentence-section.tsx';

export interface ConflictSectionProps {
  readonly report: Report;
  /** Changes the scenario. */
  readonly onEdit: (edits: readonly TextEdit[]) => void;
}

/** Why there is no recommended plan, and what would make one possible. */
export function ConflictSection({ report, onEdit }: ConflictSectionProps) {
  const words = useWords().result.conflict;
  const { optimization } = report;
  if (optimization === undefined || 'plan' in optimization) return null;
  if (optimization.status === 'infeasible') return <Infeasible report={report} found={optimization} onEdit={onEdit} />;
  if (optimization.status === 'unbounded') {
    return <SentenceSection title={words.advice} sentences={[words.unbounded(report, optimization.channel)]} />;
  }
  return <SentenceSection title={words.advice} sentences={[words.beyondReach(report, optimization)]} />;
}

interface InfeasibleProps extends ConflictSectionProps {
  readonly found: Extract<Optimization, { readonly status: 'infeasible' }>;
}

/** More changes than these are no help. */
const MOST_REPAIRS = 10;

function Infeasible({ report, found, onEdit }: InfeasibleProps) {
  const { result, views } = useWords();
  const words = result.conflict;
  const { why } = views;
  if (!found.proven) return <SentenceSection title={words.advice} sentences={[words.notFound]} />;
  const together = groupLimits(report, found.conflict).map((group) => words.together(report, group));
  const repairs = repairGroups(report, found.repairs).slice(0, MOST_REPAIRS);
  return (
    <>
      <SentenceSection title={words.title} sentences={together} />
      {repairs.length === 0 ? (
        <SentenceSection title={words.advice} sentences={[words.noSingleRepair]} />
      ) : (
        <section>
          <h3>{words.repairs}</h3>
          <ul class="sentences">
            {repairs.map((group) => {
              const edit = editOfRepair(report, group);
              return (
                <li key={`${group.side} ${group.name} ${group.periods.join()}`}>
                  {words.repair(report, group)}{' '}
                  {edit !== undefined && (
                    <button
                      type="button"
                      class="quiet"
                      aria-label={why.applyOf(result.limits.name(report, group), edit.text)}
                      onClick={() => onEdit([edit])}
                    >
                      {why.apply}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
