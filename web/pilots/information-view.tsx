import { useMemo, useState } from 'preact/hooks';
import type { InformationValue } from '../../src/information/information-value.ts';
import { useWords } from '../languages/language.ts';
import { Choice } from '../parts/choice.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';
import { useCell } from '../state/use-cell.ts';
import { Answer } from '../stress/answer.tsx';
import { StudyFrame } from '../studies/study-panel.tsx';
import { assumptionsChart, knowingChart, pilotsChart } from './information-charts.tsx';
import { usePilotWords } from './use-pilot-words.ts';
import type { StudyViewProps } from '../studies/study-view-props.ts';

/** What knowing more before deciding is worth, and which pilots pay. */
export function InformationView({ page, studies }: StudyViewProps) {
  const { charts } = useWords();
  const words = usePilotWords();
  const text = useCell(page.text);
  const { answer, asked } = useCell(studies.of('information'));
  const pilots = useMemo(() => answer && pilotsChart(answer, words, charts), [answer, words, charts]);
  return (
    <StudyFrame
      page={page}
      studies={studies}
      kind="information"
      texts={words.question}
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('information', { text }, page.settings.get())}
    >
      {answer !== undefined && (
        <Answer headline={words.headline(answer)} sure={words.sure(answer)} notes={answer.notes}>
          {pilots && <ChartFigure chart={pilots} />}
          <KnowingSection found={answer} />
        </Answer>
      )}
    </StudyFrame>
  );
}

/** What knowing for sure is worth: all about a channel, or one assumption. */
function KnowingSection({ found }: { readonly found: InformationValue }) {
  const { charts, views } = useWords();
  const words = usePilotWords();
  const [of, setOf] = useState<keyof typeof words.choices>('channels');
  const shown = useMemo(
    () => ({
      channels: knowingChart(found, words, charts),
      assumptions: assumptionsChart(found, words, charts, (id) => words.assumption(found, id)),
    }),
    [found, words, charts],
  );
  return (
    <ChartFigure chart={shown[of] ?? shown.channels}>
      {shown.assumptions !== undefined && (
        <Choice
          title={views.figure.choose}
          value={of}
          onChoose={setOf}
          options={(['channels', 'assumptions'] as const).map((value) => ({ value, text: words.choices[value] }))}
        />
      )}
    </ChartFigure>
  );
}
