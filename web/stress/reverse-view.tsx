import { useMemo, useState } from 'preact/hooks';
import { smallChance } from '../../src/report/sentences/stress.ts';
import type { StressTest } from '../../src/stress/stress-test.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { useCell } from '../state/use-cell.ts';
import { numberIn } from '../studies/number-in.ts';
import { StudyFrame } from '../studies/study-panel.tsx';
import { Answer } from './answer.tsx';
import { PlanChoice, type PlanQuestionProps } from './plan-choice.tsx';
import { reverseChart } from './reverse-chart.tsx';
import { useStressWords } from './use-stress-words.ts';

/** The most likely way in which a plan loses money, or misses what is asked of it. */
export function ReverseView({ page, studies, plan, onPlan }: PlanQuestionProps) {
  const { charts } = useWords();
  const stress = useStressWords();
  const words = stress.reverse;
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('reverse'));
  const [level, setLevel] = useState(String(asked?.level ?? 0));
  const chart = useMemo(() => answer && reverseChart(answer, stress, charts), [answer, stress, charts]);
  const wished = numberIn(level);
  const [first, ...rest] = answer?.reverse === undefined ? [] : words.sentences(answer, answer.reverse);
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="reverse"
      texts={stress.questions.reverse}
      isStale={asked?.text !== text}
      onAsk={() => wished !== undefined && studies.ask('reverse', { text, plan, level: wished }, page.settings.get())}
      wishes={
        <div class="stress-wishes">
          <PlanChoice plan={plan} onPlan={onPlan} />
          <label>
            <span class="label">{words.level(answer?.figure.maximize, answer?.scenario.currency ?? '')}</span>
            <input
              type="text"
              size={12}
              maxLength={20}
              value={level}
              aria-invalid={wished === undefined}
              aria-describedby="level-hint"
              onInput={({ currentTarget }) => setLevel(currentTarget.value)}
            />
          </label>
          <p class="note" id="level-hint">
            {words.levelHint}
          </p>
          {wished === undefined && (
            <p class="error" role="alert">
              {words.levelWrong}
            </p>
          )}
        </div>
      }
    >
      {answer !== undefined && first !== undefined && (
        <Answer headline={{ first, rest }} sure={words.sure(answer)} notes={answer.notes}>
          {chart && <ChartFigure chart={chart} />}
          <AloneSection test={answer} />
        </Answer>
      )}
    </StudyFrame>
  );
}

/** Assumptions that would do it alone. */
function AloneSection({ test }: { readonly test: StressTest }) {
  const { report } = useWords();
  const words = useStressWords();
  const { title, caption, columns } = words.reverse.alone;
  const rows = (test.reverse?.alone ?? []).flatMap(({ id, value, usual, chance }) => {
    if (value === undefined || usual === undefined) return [];
    const [before, at] = words.amounts(test, id, [usual, value]);
    return [[words.assumption(test, id), before, at, report.number(smallChance(chance))]];
  });
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Table caption={caption} columns={figureColumns(columns)} rows={rows} stacks />
    </section>
  );
}
