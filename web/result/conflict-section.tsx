import { Fragment } from 'preact';
import type { Report } from '../../src/domain.ts';
import { upperFirst } from '../../src/report/sentences/upper-first.ts';
import { wayOut } from '../../src/report/sentences/way-out.ts';
import { useWords } from '../languages/language.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { editsOfRepair } from './repair-edit.ts';
import { SentenceSection } from './sentence-section.tsx';

export interface ConflictSectionProps {
  readonly report: Report;
  /** Changes the scenario. */
  readonly onEdit: (edits: readonly TextEdit[]) => void;
}

/** More changes than these are no help. */
const MOST_REPAIRS = 10;

/** Why there is no recommended plan, and what would make one possible. */
export function ConflictSection({ report, onEdit }: ConflictSectionProps) {
  const { result, views } = useWords();
  const words = result.conflict;
  const { why } = views;
  const way = wayOut(report, words);
  if (way === undefined) return null;
  return (
    <>
      {way.clashes.map((clash, k) => (
        <Fragment key={k}>
          <SentenceSection title={clash.title} sentences={clash.together} />
          {clash.repairs.length > 0 && (
            <section>
              <h3>{clash.repairsTitle}</h3>
              <ul class="sentences">
                {clash.repairs.slice(0, MOST_REPAIRS).map((group) => {
                  const text = words.repair(report, group);
                  const edits = editsOfRepair(group);
                  return (
                    <li key={text}>
                      {upperFirst(text)}{' '}
                      {edits !== undefined && (
                        <button
                          type="button"
                          class="quiet"
                          aria-label={why.applyOf(text)}
                          onClick={() => onEdit(edits)}
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
        </Fragment>
      ))}
      <SentenceSection title={words.advice} sentences={way.advice} />
    </>
  );
}
