import { scorecardTables } from '../../src/documents/parts/screening.ts';
import { useWords } from '../languages/language.ts';
import { DocumentTables } from '../parts/document-table.tsx';
import { channelsOf } from '../pilots/channels-of.ts';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { StudyFrame } from '../studies/study-panel.tsx';
import type { Outline } from '../table/outline.ts';
import { firstScorecard } from './first-scorecard.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** Channels by the scorecard of the file; where it has none, one to start from. */
export function ScreenView({ page, studies }: StudyViewProps) {
  const words = useWords().views.screen;
  const text = useCell(page.text);
  const outline = useCell(page.outline);
  const { answer, asked } = useCell(studies.of('scorecard'));
  if (!hasScorecard(outline)) {
    return (
      <section class="panel study" aria-labelledby="study-scorecard">
        <h2 id="study-scorecard">{words.title}</h2>
        <p class="about">{words.about}</p>
        <p>{words.none}</p>
        <div class="actions">
          <button
            type="button"
            class="primary"
            disabled={outline === undefined}
            onClick={() => void page.apply(firstScorecard(channelsOf(outline), words.own))}
          >
            {words.start}
          </button>
        </div>
      </section>
    );
  }
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="scorecard"
      texts={words}
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('scorecard', { text }, page.settings.get())}
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          <DocumentTables tables={scorecardTables(answer, words)} />
        </Answer>
      )}
    </StudyFrame>
  );
}

function hasScorecard(outline: Outline | undefined): boolean {
  const section = outline?.sections.find(({ name }) => name === 'screening');
  return section?.rows.some(({ cells }) => Object.keys(cells).length > 0) === true;
}
