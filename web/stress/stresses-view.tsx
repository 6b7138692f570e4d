import { useMemo, useState } from 'preact/hooks';
import type { StressResult } from '../../src/stress/stress-test.ts';
import { useWords } from '../languages/language.ts';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { useCell } from '../state/use-cell.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { Answer } from './answer.tsx';
import { PlanChoice, type PlanQuestionProps } from './plan-choice.tsx';
import { stressesChart } from './stresses-chart.tsx';
import { useStressWords } from './use-stress-words.ts';

/** What may happen to a plan: what it costs, what reacting brings back, and what to do. */
export function StressesView({ page, studies, plan, onPlan }: PlanQuestionProps) {
  const { charts } = useWords();
  const stress = useStressWords();
  const words = stress.stresses;
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('stresses'));
  const [react, setReact] = useState(asked?.react ?? false);
  const chart = useMemo(() => answer && stressesChart(answer, stress, charts), [answer, stress, charts]);
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="stresses"
      texts={stress.questions.stresses}
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('stresses', { text, plan, react }, page.settings.get())}
      wishes={
        <div class="stress-wishes">
          <PlanChoice plan={plan} onPlan={onPlan} />
          <label class="check">
            <input
              type="checkbox"
              checked={react}
              aria-describedby="react-hint"
              onChange={({ currentTarget }) => setReact(currentTarget.checked)}
            />
            {words.react}
          </label>
          <p class="note" id="react-hint">
            {words.reactHint}
          </p>
        </div>
      }
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          {chart && <ChartFigure chart={chart} />}
          {answer.stresses.length > 0 && (
            <section>
              <h3>{words.todo}</h3>
              <dl class="stress-list">
                {answer.stresses.filter(hasWhatToDo).map((result) => (
                  <div key={result.name}>
                    <dt>{words.label(result)}</dt>
                    {result.own || <dd class="note">{words.about(result)}</dd>}
                    {words.reaction(answer, result).map((sentence) => (
                      <dd key={sentence}>{sentence}</dd>
                    ))}
                    {result.own || <dd>{words.action(result)}</dd>}
                  </div>
                ))}
              </dl>
              {answer.stresses.some(({ own }) => own) && <p>{words.ownAction}</p>}
            </section>
          )}
        </Answer>
      )}
    </StudyFrame>
  );
}

/** What is known about a stress of the file is only what reacting brings back. */
function hasWhatToDo({ own, reaction }: StressResult): boolean {
  return !own || reaction !== undefined;
}
