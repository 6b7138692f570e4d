import { useMemo, useState } from 'preact/hooks';
import type { Details } from '../../src/runs/details.ts';
import type { Report } from '../../src/domain.ts';
import { courseChart } from '../../src/pictures/charts/course.tsx';
import { cumulativeChart } from '../../src/pictures/charts/cumulative.tsx';
import { curvesChart } from '../../src/pictures/charts/curves.tsx';
import { dotsChart } from '../../src/pictures/charts/dots.tsx';
import { marginalChart } from '../../src/pictures/charts/marginal.tsx';
import { multiplesChart, stackChart } from '../../src/pictures/charts/plan.tsx';
import { useWords } from '../languages/language.ts';
import { Choice } from '../parts/choice.tsx';
import { ChartFigure } from '../pictures/chart-figure.tsx';

interface SectionProps {
  readonly report: Report;
}

/** How profit may turn out: as cases to count, or as chances. */
export function SpreadSection({ report }: SectionProps) {
  const { charts, views } = useWords();
  const [view, setView] = useState<'dots' | 'chances'>('dots');
  const chart = useMemo(
    () => (view === 'dots' ? dotsChart(report, charts) : cumulativeChart(report, charts)),
    [report, charts, view],
  );
  if (chart === undefined) return null;
  return (
    <ChartFigure chart={chart}>
      <Choice
        title={views.figure.choose}
        value={view}
        onChoose={setView}
        options={(['dots', 'chances'] as const).map((value) => ({ value, text: views.figure.views[value] }))}
      />
    </ChartFigure>
  );
}

/** The plan over time: all channels on top of each other, or each for itself. */
export function TimeSection({ report }: SectionProps) {
  const { charts, views } = useWords();
  const [view, setView] = useState<'stack' | 'each'>('stack');
  const chart = useMemo(
    () => (view === 'stack' ? stackChart(report, charts) : multiplesChart(report, charts)),
    [report, charts, view],
  );
  if (chart === undefined) return null;
  return (
    <ChartFigure chart={chart}>
      <Choice
        title={views.figure.choose}
        value={view}
        onChoose={setView}
        options={(['stack', 'each'] as const).map((value) => ({ value, text: views.figure.planViews[value] }))}
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
