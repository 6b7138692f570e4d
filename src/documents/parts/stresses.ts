import type { Figure } from '../../report/numbers/estimate.ts';
import { chanceFigure, changeFigure, figure } from '../../report/numbers/estimate.ts';
import type { StressTest, WorldOutcome } from '../../stress/stress-test.ts';
import { text, type Section } from '../document.ts';
import type { DocumentWords } from '../languages/document-words.ts';

/** What the last plan loses under each stress, the worst first, and what to do then. */
export function stressSection(
  { figure: { maximize }, scenario, baseline, stresses, draws }: StressTest,
  { stresses: own }: DocumentWords,
): Section | undefined {
  if (stresses.length === 0) return undefined;
  const kind = maximize === 'customers' ? 'count' : 'money';
  const withLoss = baseline.chanceOfLoss !== undefined;
  const outcome = ({ mean, worstMean, chanceOfLoss }: WorldOutcome, change: Figure): readonly Figure[] => [
    figure(mean, kind),
    change,
    figure(worstMean, kind),
    ...(withLoss ? [chanceOfLoss === undefined ? text('') : chanceFigure(chanceOfLoss, draws.judging)] : []),
  ];
  return {
    title: own.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: own.caption(kind === 'money' ? scenario.currency : undefined),
          columns: [
            { heading: own.stress },
            ...[own.mean, own.change, own.worst, ...(withLoss ? [own.loss] : [])].map((heading) => ({
              heading,
              align: 'right' as const,
            })),
            { heading: own.action },
          ],
          rows: [
            [text(own.none), ...outcome(baseline, text('')), text('')],
            ...stresses.map((result) => [
              text(own.label(result)),
              ...outcome(result.outcome, changeFigure(result.change.mean, kind)),
              text(own.todo(result) ?? ''),
            ]),
          ],
        },
      },
      ...(stresses.some((result) => result.own) ? [{ kind: 'note' as const, text: own.ownAction }] : []),
    ],
  };
}
