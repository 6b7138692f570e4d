import { lessonTables } from '../../src/documents/parts/lessons.ts';
import { DocumentTables } from '../parts/document-table.tsx';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { StudyFrame } from '../studies/study-panel.tsx';
import { hasPilots } from './channels-of.ts';
import { usePilotWords } from './use-pilot-words.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** What the pilots in the file have changed; nothing where it has none. */
export function LessonsView({ page, studies }: StudyViewProps) {
  const { lessons: words, assumption } = usePilotWords();
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
          <DocumentTables tables={lessonTables(answer, words, (path) => assumption(answer, path))} />
        </Answer>
      )}
    </StudyFrame>
  );
}
