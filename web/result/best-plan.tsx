import { useEffect, useRef } from 'preact/hooks';
import { ExportButtons } from '../export/export-buttons.tsx';
import { Answers } from '../languages/answers.tsx';
import { usePageWords } from '../languages/language.ts';
import { useCell } from '../state/use-cell.ts';
import { later } from '../parts/later.tsx';
import type { StudyViewProps } from '../studies/study-view-props.ts';

const ReportView = later(async () => (await import('./report-view.tsx')).ReportView);

/** What the last run found, or before the first one, what to expect of it. */
export function BestPlan({ page, studies }: StudyViewProps) {
  const words = usePageWords().outcome;
  const result = useCell(page.result);
  const isStale = useCell(page.text) !== result?.text;
  const details = useCell(studies.of('details'));
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // To the result, unless the planner is busy elsewhere by now.
    const active = document.activeElement;
    if (result === undefined || (active !== document.body && active?.closest('.run') === null)) return;
    title.current?.focus({ preventScroll: true });
    title.current?.closest('.result')?.scrollIntoView({ block: 'start' });
  }, [result]);

  if (result === undefined) return <Nothing />;
  const known = details.asked?.report === result.report ? details.answer : undefined;
  return (
    <section class={`panel result${isStale ? ' dimmed' : ''}`} aria-labelledby="result-title">
      <div class="result-head">
        <h2 id="result-title" tabIndex={-1} ref={title}>
          {words.title}
        </h2>
        <div class="actions">
          <Answers>
            <ExportButtons page={page} result={result} studies={studies} />
          </Answers>
        </div>
      </div>
      {isStale && (
        <p class="stale" role="status">
          {words.stale}
        </p>
      )}
      <Answers>
        <ReportView report={result.report} details={known} onEdit={(edits) => void page.apply(edits)} />
      </Answers>
    </section>
  );
}

function Nothing() {
  const words = usePageWords().outcome;
  return (
    <section class="panel nothing" aria-labelledby="result-title">
      <h2 id="result-title">{words.title}</h2>
      <p class="headline">{words.empty}</p>
      <ol>
        {words.emptyPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
    </section>
  );
}
