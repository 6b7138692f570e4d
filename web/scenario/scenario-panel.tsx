import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import type { Cell } from '../state/cell.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import type { View } from '../state/view.ts';
import type { Keeper } from '../storage/keeper.ts';
import { TableView } from '../table/table-view.tsx';
import { TextView, type TextHandle } from '../text/text-view.tsx';
import { DocumentBar } from './document-bar.tsx';
import { DropZone } from './drop-zone.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { ScenarioTabs } from './scenario-tabs.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { ViewSwitch } from './view-switch.tsx';

export interface ScenarioPanelProps {
  readonly page: Page;
  readonly keeper: Keeper;
  readonly view: Cell<View>;
  /** Where the issues are listed. */
  readonly findings: RefObject<HTMLElement | null>;
}

/** The scenario as tables or as text, where it comes from, and what is wrong with it. */
export function ScenarioPanel({ page, keeper, view, findings }: ScenarioPanelProps) {
  const words = usePageWords().scenario;
  const text = useRef<TextHandle>(null);
  const shown = useCell(view);
  const pick = (line: number, column: number) => {
    view.set('text');
    requestAnimationFrame(() => text.current?.go(line, column));
  };
  return (
    <section class={`panel scenario as-${shown}`} aria-labelledby="scenario-title">
      <div class="scenario-head">
        <h2 id="scenario-title">{words.title}</h2>
        <ViewSwitch view={view} />
        <UndoButtons page={page} />
      </div>
      <DocumentBar page={page} keeper={keeper} />
      <ScenarioTabs page={page} />
      <div id="scenario-body" role="tabpanel" aria-labelledby="scenario-title">
        {shown === 'table' ? <TableView page={page} /> : <TextView page={page} handle={text} />}
        <FindingsPanel page={page} panel={findings} onPick={pick} />
      </div>
      <DropZone page={page} />
    </section>
  );
}
