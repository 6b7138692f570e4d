import { useEffect, useRef, useState } from 'preact/hooks';
import { CompareView } from '../compare/compare-view.tsx';
import { useWords } from '../languages/language.ts';
import type { LiveState } from '../live/live-state.ts';
import { LivePanel } from '../live/live-panel.tsx';
import { Tabs } from '../parts/tabs.tsx';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { FrontierView } from '../studies/frontier-view.tsx';
import { ReplanView } from '../studies/replan-view.tsx';
import { StabilityView } from '../studies/stability-view.tsx';
import type { Studies } from '../studies/studies.ts';
import { StressView } from '../stress/stress-view.tsx';
import { BestPlan } from './best-plan.tsx';

export interface ResultPanelProps {
  readonly page: Page;
  readonly live: LiveState;
  readonly studies: Studies;
}

const VIEWS = ['recommendation', 'frontier', 'stability', 'replan', 'compare', 'stress'] as const;
type View = (typeof VIEWS)[number];

/** What the scenario leads to: as it is edited, and below it the views of what was asked for. */
export function ResultPanel({ page, live, studies }: ResultPanelProps) {
  const words = useWords().views.tabs;
  const result = useCell(page.result);
  const [view, setView] = useState<View>('recommendation');
  const shown = useRef(result);

  useEffect(() => {
    if (result !== undefined && result !== shown.current) setView('recommendation');
    shown.current = result;
    if (result === undefined || result.report.plans.length === 0) return;
    studies.ask('details', { text: result.text, report: result.report }, page.settings.get());
  }, [result]);

  return (
    <>
      <LivePanel live={live} proven={result?.report} />
      <Tabs
        title={words.title}
        tabs={VIEWS.map((value) => ({ value, text: words[value] }))}
        value={view}
        onChoose={setView}
      >
        {view === 'recommendation' && <BestPlan page={page} studies={studies} />}
        {view === 'frontier' && <FrontierView page={page} studies={studies} />}
        {view === 'stability' && <StabilityView page={page} studies={studies} />}
        {view === 'replan' && <ReplanView page={page} studies={studies} />}
        {view === 'compare' && <CompareView page={page} studies={studies} />}
        {view === 'stress' && <StressView page={page} studies={studies} />}
      </Tabs>
    </>
  );
}
