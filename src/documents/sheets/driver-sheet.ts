import type { Report } from '../../domain.ts';
import type { Influence } from '../../sensitivity/influence.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { cell, type Sheet } from './sheet.ts';

/** How much of the uncertainty of the outcome each assumption makes. */
export function driverSheet(
  report: Report,
  { drivers, figure: { maximize } }: Influence,
  { drivers: own, sheets, assumption, noise }: DocumentWords,
): Sheet {
  const format = maximize === 'customers' ? 'count' : 'money';
  return {
    name: sheets.drivers,
    headings: [own.what, own.together, noise, own.alone, noise, own.fair, noise, own.low, own.high],
    rows: drivers.flatMap(({ total, members }) =>
      members.map(({ id, first, fair, tenths: [low, high] }) => [
        assumption(report, id),
        cell(total.value, 'share'),
        cell(total.standardError, 'share'),
        cell(first.value, 'share'),
        cell(first.standardError, 'share'),
        cell(fair?.value, 'share'),
        cell(fair?.standardError, 'share'),
        cell(low.value, format),
        cell(high.value, format),
      ]),
    ),
  };
}
