import { useMemo } from 'preact/hooks';
import { useWords } from '../languages/language.ts';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { useCell } from '../state/use-cell.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { Answer } from './answer.tsx';
import { knowingChart, pilotsChart } from './information-charts.tsx';
import type { StressViewProps } from './stress-view.tsx';

/** What knowing more before deciding is worth, and which pilots pay. */
export function InformationView({ page, studies }: StressViewProps) {
  const { charts, views } = useWords();
  const words = views.stress.information;
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('information'));
  const shown = useMemo(
    () =>
      answer === undefined
        ? []
        : [pilotsChart(answer, views.stress, charts), knowingChart(answer, views.stress, charts)],
    [answer, views, charts],
  );
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="information"
      texts={views.stress.questions.information}
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('information', { text }, page.settings.get())}
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          {shown.map((chart) => chart && <ChartFigure key={chart.id} chart={chart} />)}
        </Answer>
      )}
    </StudyFrame>
  );
}
