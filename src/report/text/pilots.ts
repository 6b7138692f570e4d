import type { LessonsOfPilot, MovedNumber, PilotLessons } from '../../pilots/pilot-lessons.ts';
import { channelLabel } from '../sentences/names.ts';
import { rangesOf } from '../sentences/pilots.ts';
import type { Look, Section } from './page.ts';
import { sheetText, type SheetOptions } from './sheet.ts';
import { table, type Cell, type Column } from './table.ts';

/** What pilots have changed, as text that ends with a line end. */
export function pilotsText(found: PilotLessons, options: SheetOptions = {}): string {
  return sheetText(
    {
      scenario: found.scenario,
      headline: (words) => words.lessons.headline(found),
      sections: (look) => [
        ...found.pilots.map((lessons) => pilotSection(found, lessons, look)),
        alongSection(found, look),
      ],
      sure: (words) => words.lessons.sure(found),
      notes: found.notes,
    },
    options,
  );
}

function pilotSection(found: PilotLessons, lessons: LessonsOfPilot, look: Look): Section | undefined {
  const { moved, channel } = lessons;
  if (moved.length === 0) return undefined;
  const title = `${channelLabel(found, channel)}: a pilot of ${look.words.lessons.pilot(found, lessons)}`;
  return movedSection(
    found,
    title,
    moved,
    [column('the pilot\nshowed', 'right', moved, look.words.lessons.seen)],
    look,
  );
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
  look: Look,
): Section {
  const columns = [
    column('', 'left', moved, ({ path }) => look.words.assumption(found, path)),
    column('before', 'right', moved, (number) => look.words.say(rangesOf(number).before)),
    ...between,
    column('after', 'right', moved, (number) => look.words.say(rangesOf(number).after)),
  ];
  return { title, lines: table(columns, look) };
}

function column<Of>(heading: string, align: Column['align'], of: readonly Of[], cell: (each: Of) => string): Column {
  return { heading, align, cells: of.map((each): Cell => ({ text: cell(each) })) };
}
