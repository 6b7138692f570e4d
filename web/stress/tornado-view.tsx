import { useMemo } from 'preact/hooks';
import { spiderChart } from '../../src/pictures/charts/spider.tsx';
import { useWords } from '../languages/language.ts';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { SentenceSection } from '../result/sentence-section.tsx';
import { useCell } from '../state/use-cell.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { Answer } from './answer.tsx';
import { PlanChoice, type PlanQuestionProps } from './plan-choice.tsx';
import { tornadoChart } from './tornado-chart.tsx';
import { useStressWords } from './use-stress-words.ts';

/** Which assumption moves the figure most, and where it turns. */
export function TornadoView({ page, studies, plan, onPlan }: PlanQuestionProps) {
  const { charts } = useWords();
  const stress = useStressWords();
  const words = stress.tornado;
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('tornado'));
  const shown = useMemo(
    () =>
      answer === undefined
        ? []
        : [tornadoChart(answer, stress, charts), spiderChart(answer, (id) => stress.assumption(answer, id), charts)],
    [answer, stress, charts],
  );
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="tornado"
      texts={stress.questions.tornado}
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('tornado', { text, plan }, page.settings.get())}
      wishes={<PlanChoice plan={plan} onPlan={onPlan} />}
    >
      {answer !== undefined && (
        <Answer headline={{ first: words.headline(answer), rest: [] }} sure={words.sure(answer)} notes={answer.notes}>
          {shown.map((chart) => chart && <ChartFigure key={chart.id} chart={chart} />)}
          <SentenceSection title={words.turns} sentences={words.breakEvens(answer)} />
        </Answer>
      )}
    </StudyFrame>
  );
}
