import type { StressTest, WorldOutcome } from '../../stress/stress-test.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { cell, type Sheet } from './sheet.ts';

/** What the last plan leads to under each stress. */
export function stressSheet(
  { figure: { maximize }, baseline, stresses }: StressTest,
  { stresses: own, sheets, noise }: DocumentWords,
): Sheet {
  const format = maximize === 'customers' ? 'count' : 'money';
  const outcome = ({ mean, range, worstMean, chanceOfLoss }: WorldOutcome) => [
    cell(mean.value, format),
    cell(mean.standardError, format),
    cell(range[0], format),
    cell(range[1], format),
    cell(worstMean.value, format),
    cell(chanceOfLoss?.value, 'share'),
  ];
  return {
    name: sheets.stresses,
    headings: [
      own.stress,
      own.mean,
      noise,
      sheets.quantile('5\u00a0%'),
      sheets.quantile('95\u00a0%'),
      own.worst,
      own.loss,
      own.change,
      noise,
      own.action,
    ],
    rows: [
      [own.none, ...outcome(baseline)],
      ...stresses.map((result) => [
        own.label(result),
        ...outcome(result.outcome),
        cell(result.change.mean.value, format),
        cell(result.change.mean.standardError, format),
        own.todo(result),
      ]),
    ],
  };
}
