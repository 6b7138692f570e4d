import type { Report, Verdict } from '../../src/domain.ts';
import { upperFirst } from '../../src/report/sentences/upper-first.ts';
import { wishRows } from '../../src/report/sentences/wishes.ts';
import { useWords } from '../languages/language.ts';
import { Table } from '../parts/table.tsx';
import { planKind } from './plan-kind.ts';

/** What is asked of the plan, what today's and the last plan reach of it, and what that costs; nothing where nothing is asked. */
export function TargetSection({ report }: { readonly report: Report }) {
  const { report: say, result } = useWords();
  const { picture, targets: words } = result;
  const rows = wishRows(report);
  if (rows.length === 0) return null;
  const { optimization, scenario } = report;
  const last = report.plans.length - 1;
  const shown = last === 0 ? [0] : [0, last];
  const remarks = optimization !== undefined && 'plan' in optimization ? words.remarks(report, optimization) : [];
  const close = rows.some(({ verdict }) => verdict === 'too close to call');
  return (
    <section>
      <h3>{words.title}</h3>
      <Table
        caption={words.caption}
        columns={[
          { heading: words.wish },
          { heading: words.asked },
          ...shown.map((k) => ({ heading: picture[planKind(report, k)], align: 'right' as const })),
          { heading: words.verdict, align: 'right' },
        ]}
        rows={rows.map((row) => [
          upperFirst(words.name(row, scenario)),
          say.number(words.askedFor(row)),
          ...shown.map((k) => row.reached[k]!),
          <span class={`verdict ${VERDICTS[row.verdict]}`}>{words.verdicts[row.verdict]}</span>,
        ])}
        stacks
      />
      {remarks.length > 0 && (
        <ul class="sentences">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {close && <p class="note">{words.close}</p>}
    </section>
  );
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  reached: 'reached',
  missed: 'missed',
  'too close to call': 'close',
};
