import type { Unit } from '../../families/parameter.ts';
import type { CountedNumber, MovedNumber, PilotLessons } from '../../pilots/pilot-lessons.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { cell, type NumberFormat, type Sheet, type SheetCell } from './sheet.ts';

/** What pilots move are prices, rates, and customers for each unit of money. */
const FORMATS: Readonly<Partial<Record<Unit, NumberFormat>>> = { money: 'money', rate: 'share' };

/** Every number that a pilot has moved: where it lay, what the pilot showed of it, and where it lies now. */
export function lessonSheet(found: PilotLessons, { lessons: own, sheets, assumption }: DocumentWords): Sheet {
  const [number, before, seen, after] = own.columns;
  return {
    name: sheets.pilots,
    headings: [
      number,
      ...[before, after].flatMap((when) => [
        `${when}: ${sheets.quantile('5\u00a0%')}`,
        `${when}: ${sheets.quantile('50\u00a0%')}`,
        `${when}: ${sheets.quantile('95\u00a0%')}`,
      ]),
      seen,
    ],
    rows: [...found.pilots.flatMap(({ moved }) => moved), ...found.along].map(
      (each: CountedNumber | MovedNumber): readonly SheetCell[] => {
        const format = FORMATS[each.unit] ?? 'ratio';
        const beliefs = [each.before, each.after].flatMap(({ range: [low, high], median }) => [low, median, high]);
        const seen = 'seen' in each ? own.seen(each) : '';
        return [assumption(found, each.path), ...beliefs.map((value) => cell(value, format)), seen];
      },
    ),
  };
}
