import { useMemo } from 'preact/hooks';
import { scatterChart } from '../../src/pictures/charts/scatter.tsx';
import { useWords } from '../languages/language.ts';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { SentenceSection } from '../result/sentence-section.tsx';
import { useCell } from '../state/use-cell.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { Answer } from './answer.tsx';
import { influenceChart } from './influence-chart.tsx';
import { PlanChoice, type PlanQuestionProps } from './plan-choice.tsx';
import { useStressWords } from './use-stress-words.ts';

/** Where the uncertainty of a plan comes from. */
export function InfluenceView({ page, studies, plan, onPlan }: PlanQuestionProps) {
  const { charts } = useWords();
  const stress = useStressWords();
  const words = stress.influence;
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('influence'));
  const chart = useMemo(() => answer && influenceChart(answer, stress, charts), [answer, stress, charts]);
  const scatter = useMemo(
    () => answer && scatterChart(answer, (id) => stress.assumption(answer, id), charts),
    [answer, stress, charts],
  );
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="influence"
      texts={stress.questions.influence}
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('influence', { text, plan }, page.settings.get())}
      wishes={<PlanChoice plan={plan} onPlan={onPlan} />}
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          {chart && <ChartFigure chart={chart} />}
          {scatter && <ChartFigure chart={scatter} />}
          <SentenceSection title={words.steps} sentences={words.weakestSteps(answer)} />
        </Answer>
      )}
    </StudyFrame>
  );
}
