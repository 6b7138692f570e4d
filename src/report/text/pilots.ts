import type { LessonsOfPilot, PilotLessons } from '../../pilots/pilot-lessons.ts';
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
      sections: (look) => found.pilots.map((lessons) => pilotSection(found, lessons, look)),
      sure: pilotsCaveats(found),
      notes: found.notes,
    },
    options,
  );
}

function pilotSection(found: PilotLessons, lessons: LessonsOfPilot, { width, paint }: Look): Section | undefined {
  const { moved, channel } = lessons;
  if (moved.length === 0) return undefined;
  const column = (
    heading: string,
    align: Column['align'],
    cell: (number: (typeof moved)[number]) => string,
  ): Column => ({
    heading,
    align,
    cells: moved.map((number): Cell => ({ text: cell(number) })),
  });
  return {
    title: `${channelLabel(found, channel)}: a pilot of ${pilotText(found, lessons)}`,
    lines: table(
      [
        column('', 'left', ({ path }) => assumptionLabel(found, path)),
        column('before', 'right', (number) => rangesOf(number).before),
        column('the pilot\nshowed', 'right', seenText),
        column('after', 'right', (number) => rangesOf(number).after),
      ],
      { width, paint },
    ),
  };
}
