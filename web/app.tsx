import { useRef } from 'preact/hooks';
import { Header } from './header.tsx';
import { LanguageProvider } from './languages/language.ts';
import type { PageWords } from './languages/dictionary.ts';
import { SaidProvider } from './languages/said.tsx';
import { PrintedName } from './printed-name.tsx';
import type { LiveState } from './live/live-state.ts';
import { LiveStrip } from './live/live-strip.tsx';
import { ResultPanel } from './result/result-panel.tsx';
import { RunBar } from './run/run-bar.tsx';
import { ScenarioPanel } from './scenario/scenario-panel.tsx';
import type { Cell } from './state/cell.ts';
import type { Page } from './state/page.ts';
import { useCell } from './state/use-cell.ts';
import type { Studies } from './studies/studies.ts';
import type { View } from './state/view.ts';
import type { Keeper } from './storage/keeper.ts';
import { SharedBanner, type SharedActions } from './share/shared-banner.tsx';

export interface AppProps {
  readonly page: Page;
  readonly live: LiveState;
  readonly studies: Studies;
  readonly keeper: Keeper;
  readonly shared: SharedActions;
  readonly view: Cell<View>;
  readonly language: Cell<PageWords>;
  /** What went wrong in the page itself. */
  readonly fault: Cell<string | undefined>;
}

export function App({ page, live, studies, keeper, shared, view, language, fault }: AppProps) {
  const words = useCell(language);
  const broken = useCell(fault);
  const findings = useRef<HTMLElement>(null);
  const starter = useRef<HTMLButtonElement>(null);
  return (
    <LanguageProvider value={words}>
      <SaidProvider>
        <Header language={language} />
        {broken !== undefined && (
          <p class="broken" role="alert">
            {words.broken(broken)}
          </p>
        )}
        <SharedBanner page={page} {...shared} />
        <PrintedName page={page} />
        <main class={`as-${useCell(view)}`}>
          <ScenarioPanel page={page} keeper={keeper} view={view} findings={findings} />
          <div class="outcome">
            <RunBar page={page} starter={starter} onRefused={() => findings.current?.focus()} />
            <ResultPanel page={page} live={live} studies={studies} />
          </div>
        </main>
        <LiveStrip live={live} starter={starter} />
      </SaidProvider>
    </LanguageProvider>
  );
}
