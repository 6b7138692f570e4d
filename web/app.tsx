import { useRef } from 'preact/hooks';
import { Header } from './header.tsx';
import { LanguageProvider } from './languages/language.ts';
import type { Dictionary } from './languages/dictionary.ts';
import { ResultPanel } from './result/result-panel.tsx';
import { RunBar } from './run/run-bar.tsx';
import { ScenarioPanel } from './scenario/scenario-panel.tsx';
import type { Cell } from './state/cell.ts';
import type { Page } from './state/page.ts';
import { useCell } from './state/use-cell.ts';

export interface AppProps {
  readonly page: Page;
  readonly language: Cell<Dictionary>;
  /** What went wrong in the page itself. */
  readonly fault: Cell<string | undefined>;
}

export function App({ page, language, fault }: AppProps) {
  const words = useCell(language);
  const broken = useCell(fault);
  const findings = useRef<HTMLElement>(null);
  return (
    <LanguageProvider value={words}>
      <Header language={language} />
      {broken !== undefined && (
        <p class="broken" role="alert">
          {words.broken(broken)}
        </p>
      )}
      <main>
        <ScenarioPanel page={page} findings={findings} />
        <div class="outcome">
          <RunBar page={page} onRefused={() => findings.current?.focus()} />
          <ResultPanel page={page} />
        </div>
      </main>
    </LanguageProvider>
  );
}
