import { useMemo, useState } from 'preact/hooks';
import { frontierChart } from '../../src/pictures/charts/frontier.tsx';
import { useWords } from '../languages/language.ts';
import { Choice } from '../parts/choice.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { StudyPanel } from './study-panel.tsx';
import { useFrontierWords } from './use-frontier-words.ts';
import type { Question } from './wire.ts';
import type { StudyViewProps } from './study-view-props.ts';

/** The best plans from bold to cautious, or by budget. */
export function FrontierView({ page, studies }: StudyViewProps) {
  const { charts, views } = useWords();
  const said = useFrontierWords();
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('frontier'));
  const [by, setBy] = useState<Question<'frontier'>['by']>(asked?.by ?? 'risk');
  const chart = useMemo(() => answer && frontierChart(answer, charts), [answer, charts]);
  return (
    <StudyPanel
      page={page}
      studies={studies}
      kind="frontier"
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('frontier', { text, by }, page.settings.get())}
      wishes={
        <Choice
          title={views.study.by}
          value={by}
          onChoose={setBy}
          options={[
            { value: 'risk', text: views.study.byRisk },
            { value: 'budget', text: views.study.byBudget },
          ]}
        />
      }
    >
      {answer !== undefined && (
        <Answer headline={said.headline(answer)} sure={said.caveats(answer)} notes={answer.notes}>
          {chart !== undefined && <ChartFigure chart={chart} />}
        </Answer>
      )}
    </StudyPanel>
  );
}
