import { useEffect, useRef, useState } from 'preact/hooks';
import { Answers } from '../languages/answers.tsx';
import { usePageWords } from '../languages/language.ts';
import type { LiveState } from '../live/live-state.ts';
import { LivePanel } from '../live/live-panel.tsx';
import { later } from '../parts/later.tsx';
import { Tabs } from '../parts/tabs.tsx';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import type { Studies } from '../studies/studies.ts';
import { BestPlan } from './best-plan.tsx';
import { VIEWS, type View } from './views.ts';

const ActualsView = later(async () => (await import('../actuals/actuals-view.tsx')).ActualsView);
const CompareView = later(async () => (await import('../compare/compare-view.tsx')).CompareView);
const FinanceView = later(async () => (await import('../finance/finance-view.tsx')).FinanceView);
const PilotsView = later(async () => (await import('../pilots/pilots-view.tsx')).PilotsView);
const ScreenView = later(async () => (await import('../screen/screen-view.tsx')).ScreenView);
const FrontierView = later(async () => (await import('../studies/frontier-view.tsx')).FrontierView);
const ReplanView = later(async () => (await import('../studies/replan-view.tsx')).ReplanView);
const StabilityView = later(async () => (await import('../studies/stability-view.tsx')).StabilityView);
const StressView = later(async () => (await import('../stress/stress-view.tsx')).StressView);
const VerifyView = later(async () => (await import('../verify/verify-view.tsx')).VerifyView);

export interface ResultPanelProps {
  readonly page: Page;
  readonly live: LiveState;
  readonly studies: Studies;
}

/** What the scenario leads to: as it is edited, and below it the views of what was asked for. */
export function ResultPanel({ page, live, studies }: ResultPanelProps) {
  const words = usePageWords().tabs;
  const result = useCell(page.result);
  const [view, setView] = useState<View>('recommendation');
  const shown = useRef(result);

  useEffect(() => {
    if (result !== undefined && result !== shown.current) setView('recommendation');
    shown.current = result;
    if (result === undefined || result.report.plans.length === 0) return;
    studies.ask('details', { text: result.text, report: result.report }, page.settings.get());
  }, [result]);

  // A record that was opened anywhere on the page is shown where it is checked.
  useEffect(() => page.record.watch(() => setView('verify')), [page]);

  return (
    <>
      <LivePanel live={live} proven={result?.report} />
      <Tabs
        title={words.title}
        tabs={VIEWS.map((value) => ({ value, text: words[value] }))}
        value={view}
        onChoose={setView}
      >
        {view === 'recommendation' ? (
          <BestPlan page={page} studies={studies} />
        ) : (
          <Answers>
            {view === 'frontier' && <FrontierView page={page} studies={studies} />}
            {view === 'stability' && <StabilityView page={page} studies={studies} />}
            {view === 'replan' && <ReplanView page={page} studies={studies} />}
            {view === 'compare' && <CompareView page={page} studies={studies} />}
            {view === 'stress' && <StressView page={page} studies={studies} />}
            {view === 'screen' && <ScreenView page={page} studies={studies} />}
            {view === 'pilots' && <PilotsView page={page} studies={studies} />}
            {view === 'finance' && <FinanceView page={page} studies={studies} />}
            {view === 'actuals' && <ActualsView page={page} studies={studies} />}
            {view === 'verify' && <VerifyView page={page} studies={studies} />}
          </Answers>
        )}
      </Tabs>
    </>
  );
}
