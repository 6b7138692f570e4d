import type { LessonsOfPilot, PilotLessons } from '../../src/pilots/pilot-lessons.ts';
import { rangesOf } from '../../src/report/sentences/pilots.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { StudyFrame } from '../studies/study-panel.tsx';
import { hasPilots } from './channels-of.ts';
import type { PilotsViewProps } from './pilots-view.tsx';

/** What the pilots in the file have changed; nothing where it has none. */
export function LessonsView({ page, studies }: PilotsViewProps) {
  const words = useWords().views.pilots.lessons;
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('lessons'));
  if (!hasPilots(useCell(page.outline))) return null;
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="lessons"
      texts={words}
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('lessons', { text }, page.settings.get())}
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          {answer.pilots.map((lessons) => (
            <LessonTable key={lessons.channel} found={answer} lessons={lessons} />
          ))}
        </Answer>
      )}
    </StudyFrame>
  );
}

interface LessonTableProps {
  readonly found: PilotLessons;
  readonly lessons: LessonsOfPilot;
}

/** Every number that a pilot has moved: before it, what it showed, and after it. */
function LessonTable({ found, lessons }: LessonTableProps) {
  const { views } = useWords();
  const words = views.pilots.lessons;
  if (lessons.moved.length === 0) return null;
  return (
    <section>
      <h3>{words.tableTitle(found, lessons)}</h3>
      <Table
        caption={words.caption}
        columns={figureColumns(words.columns)}
        rows={lessons.moved.map((number) => {
          const { before, after } = rangesOf(number, words.range);
          return [views.stress.assumption(found, number.path), before, words.seen(number), after];
        })}
        stacks
      />
    </section>
  );
}
