import { useMemo, useState } from 'preact/hooks';
import type { Details } from '../../src/runs/details.ts';
import type { Report } from '../../src/domain.ts';
import type { Chart } from '../../src/pictures/chart.ts';
import { courseChart } from '../../src/pictures/charts/course.tsx';
import { cumulativeChart } from '../../src/pictures/charts/cumulative.tsx';
import { curvesChart } from '../../src/pictures/charts/curves.tsx';
import { dotsChart } from '../../src/pictures/charts/dots.tsx';
import { marginalChart } from '../../src/pictures/charts/marginal.tsx';
import { multiplesChart, stackChart } from '../../src/pictures/charts/plan.tsx';
import type { ChartWords } from '../../src/pictures/words.ts';
import { useWords } from '../languages/language.ts';
import { Choice } from '../parts/choice.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';

interface SectionProps {
  readonly report: Report;
}

/** How profit may turn out: as cases to count, or as chances. */
export function SpreadSection({ report }: SectionProps) {
  return <OneOfCharts report={report} looks={SPREAD} texts={useWords().views.figure.views} />;
}

const SPREAD = { dots: dotsChart, chances: cumulativeChart };

/** The plan over time: all channels on top of each other, or each for itself. */
export function TimeSection({ report }: SectionProps) {
  return <OneOfCharts report={report} looks={TIME} texts={useWords().views.figure.planViews} />;
}

const TIME = { stack: stackChart, each: multiplesChart };

interface OneOfChartsProps<T extends string> extends SectionProps {
  /** Ways to look at the same; the first one is shown first. */
  readonly looks: Readonly<Record<T, (report: Report, words: ChartWords) => Chart | undefined>>;
  readonly texts: Readonly<Record<T, string>>;
}

/** One of several charts, whichever is chosen; nothing where there is nothing to see. */
function OneOfCharts<T extends string>({ report, looks, texts }: OneOfChartsProps<T>) {
  const { charts, views } = useWords();
  const values = Object.keys(looks) as T[];
  const [view, setView] = useState(values[0]!);
  const chart = useMemo(() => looks[view](report, charts), [report, charts, looks, view]);
  if (chart === undefined) return null;
  return (
    <ChartFigure chart={chart}>
      <Choice
        title={views.figure.choose}
        value={view}
        onChoose={setView}
        options={values.map((value) => ({ value, text: texts[value] }))}
      />
    </ChartFigure>
  );
}

/** What the next unit of money brings back. */
export function MarginalSection({ report }: SectionProps) {
  const { charts } = useWords();
  const chart = useMemo(() => marginalChart(report, charts), [report, charts]);
  return chart === undefined ? null : <ChartFigure chart={chart} />;
}

/** What each channel adds, and how profit runs over time. */
export function DetailSections({ report, details }: SectionProps & { readonly details: Details }) {
  const { charts } = useWords();
  const shown = useMemo(
    () => [curvesChart(report, details, charts), courseChart(report, details, charts)],
    [report, details, charts],
  );
  return <>{shown.map((chart) => chart && <ChartFigure key={chart.id} chart={chart} />)}</>;
}
