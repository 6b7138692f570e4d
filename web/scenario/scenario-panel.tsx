import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';
import { useCell } from '../state/use-cell.ts';
import { DocumentBar } from './document-bar.tsx';
import { DropZone } from './drop-zone.tsx';
import { Editor } from './editor.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { moveCursor } from './move-cursor.ts';

export interface ScenarioPanelProps {
  readonly page: Page;
  /** Where the issues are listed. */
  readonly findings: RefObject<HTMLElement | null>;
}

/** The text of the scenario, where it comes from, and what is wrong with it. */
export function ScenarioPanel({ page, findings }: ScenarioPanelProps) {
  const words = useWords().scenario;
  const area = useRef<HTMLTextAreaElement>(null);
  const { issues } = useCell(page.findings);
  return (
    <section class="panel scenario" aria-labelledby="scenario-title">
      <h2 id="scenario-title">{words.title}</h2>
      <DocumentBar page={page} />
      <Editor
        area={area}
        text={page.text}
        issues={issues}
        label={words.text}
        describedBy="findings"
        onEdit={(text) => page.edit(text, 'typing')}
      />
      <FindingsPanel page={page} panel={findings} onPick={(line, column) => moveCursor(area.current!, line, column)} />
      <DropZone page={page} />
    </section>
  );
}
