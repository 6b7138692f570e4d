import type { ScreenWords } from '../../report/languages/screen-words.ts';
import { channelLabel } from '../../report/sentences/names.ts';
import type { Scorecard } from '../../screen/scorecard.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { cell, type NumberFormat, type Sheet, type SheetCell } from './sheet.ts';

/** Of the values of criteria that the file tells; all others are money. */
const FORMATS: Readonly<Record<string, NumberFormat>> = { return: 'ratio', conversion: 'share', precision: 'share' };

/** The scorecard of the file: every score, where it is from and, where that is the file, the value behind it. */
export function screeningSheet(card: Scorecard, { screening: own, sheets, noise }: DocumentWords): Sheet {
  return {
    name: sheets.screening,
    headings: [
      own.channel,
      own.score,
      own.first,
      noise,
      sheets.spend,
      ...card.criteria.flatMap(({ name }) => headingsOf(own.criterion(name), own)),
    ],
    rows: card.channels.map(({ name, score, first, spend, scores }): readonly SheetCell[] => [
      channelLabel(card, name),
      cell(score, 'ratio'),
      cell(first.value, 'share'),
      cell(first.standardError, 'share'),
      cell(spend, 'money'),
      ...scores.flatMap((each, k): readonly SheetCell[] => [
        each.from === 'missing' ? undefined : cell(each.score, 'ratio'),
        own.from[each.from],
        each.from === 'data' ? cell(each.value, FORMATS[card.criteria[k]!.name] ?? 'money') : undefined,
      ]),
    ]),
  };
}

function headingsOf(criterion: string, { score, origin, value }: ScreenWords): readonly string[] {
  return [score, origin, value].map((part) => `${criterion}: ${part}`);
}
