import type { LessonsOfPilot, MovedNumber, PilotLessons } from '../../pilots/pilot-lessons.ts';
import { assumptionLabel } from '../sentences/assumptions.ts';
import { channelLabel } from '../sentences/names.ts';
import { pilotsCaveats, pilotsHeadline, pilotText, rangesOf, seenText } from '../sentences/pilots.ts';
import type { Section } from './page.ts';
import { sheetText, type Look, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

/** What pilots have changed, as text that ends with a line end. */
export function pilotsText(found: PilotLessons, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: found.scenario,
      headline: pilotsHeadline(found),
      sections: (look) => [
        ...found.pilots.map((lessons) => pilotSection(found, lessons, look)),
        alongSection(found, look),
      ],
      sure: pilotsCaveats(found),
      notes: found.notes,
    },
    options,
  );
}

function pilotSection(found: PilotLessons, lessons: LessonsOfPilot, look: Look): Section | undefined {
  const { moved, channel } = lessons;
  if (moved.length === 0) return undefined;
  const title = `${channelLabel(found, channel)}: a pilot of ${pilotText(found, lessons)}`;
  return movedSection(found, title, moved, [column('the pilot\nshowed', 'right', moved, seenText)], look);
}

function alongSection(found: PilotLessons, look: Look): Section | undefined {
  if (found.along.length === 0) return undefined;
  return movedSection(found, 'What moves with these numbers', found.along, [], look);
}

/** Numbers before and after, with what else is to be said of them between. */
function movedSection(
  found: PilotLessons,
  title: string,
  moved: readonly MovedNumber[],
  between: readonly Column[],
  { width, paint }: Look,
): Section {
  const columns = [
    column('', 'left', moved, ({ path }) => assumptionLabel(found, path)),
    column('before', 'right', moved, (number) => rangesOf(number).before),
    ...between,
    column('after', 'right', moved, (number) => rangesOf(number).after),
  ];
  return { title, lines: table(columns, { width, paint }) };
}

function column<Of>(heading: string, align: Column['align'], of: readonly Of[], cell: (each: Of) => string): Column {
  return { heading, align, cells: of.map((each): Cell => ({ text: cell(each) })) };
}
