import type { Report } from '../../domain.ts';
import { upperFirst } from '../../report/sentences/upper-first.ts';
import { wishRows } from '../../report/sentences/wishes.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** What is asked of the plan, what today's and the last plan reach of it, and what that costs. */
export function wishSection(report: Report, { result, charts }: DocumentWords): Section | undefined {
  const { targets: words, say } = result;
  const rows = wishRows(report);
  if (rows.length === 0) return undefined;
  const { optimization, plans, scenario } = report;
  const shown = plans.length === 1 ? [0] : [0, plans.length - 1];
  const nameOf = (k: number) =>
    k === 0 ? charts.today : plans[k]!.plan === 'nearest' ? charts.nearest : charts.recommended;
  const remarks = optimization !== undefined && 'plan' in optimization ? words.remarks(report, optimization) : [];
  return {
    title: words.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: words.caption,
          columns: [
            { heading: words.wish },
            { heading: words.asked },
            ...shown.map((k) => ({ heading: nameOf(k), align: 'right' as const })),
            { heading: words.verdict },
          ],
          rows: rows.map((row) => [
            text(upperFirst(words.name(row, scenario))),
            text(say.number(words.askedFor(row))),
            ...shown.map((k) => row.reached[k]!),
            text(words.verdicts[row.verdict]),
          ]),
        },
      },
      ...(remarks.length === 0 ? [] : [{ kind: 'sentences' as const, sentences: remarks }]),
      ...(rows.some(({ verdict }) => verdict === 'too close to call')
        ? [{ kind: 'note' as const, text: words.close }]
        : []),
    ],
  };
}
