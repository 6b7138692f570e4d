import { useState } from 'preact/hooks';
import { amount } from '../../src/report/numbers/exact.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { ReportView } from '../result/report-view.tsx';
import { useCell } from '../state/use-cell.ts';
import { StudyPanel } from './study-panel.tsx';
import type { StudyViewProps } from './study-view-props.ts';

/** The best rest of a plan that is running. */
export function ReplanView({ page, studies }: StudyViewProps) {
  const words = useWords().views.study;
  const text = useCell(page.text);
  const { answer: report, asked } = useCell(studies.of('replan'));
  const [after, setAfter] = useState(asked?.after ?? '1');
  const [spent, setSpent] = useState(asked?.spent ?? '');
  return (
    <StudyPanel
      page={page}
      studies={studies}
      kind="replan"
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('replan', { text, after: after.trim(), spent }, page.settings.get())}
      wishes={
        <div class="replan-wishes">
          <label>
            <span class="label">{words.after}</span>
            <input
              type="text"
              size={12}
              maxLength={20}
              value={after}
              aria-describedby="after-hint"
              onInput={({ currentTarget }) => setAfter(currentTarget.value)}
            />
          </label>
          <p class="note" id="after-hint">
            {words.afterHint}
          </p>
          <label>
            <span class="label">{words.spent}</span>
            <textarea
              rows={5}
              value={spent}
              spellcheck={false}
              aria-describedby="spent-hint"
              onInput={({ currentTarget }) => setSpent(currentTarget.value)}
            />
          </label>
          <p class="note" id="spent-hint">
            {words.spentHint}
          </p>
        </div>
      }
    >
      {report?.past !== undefined && (
        <ReportView report={report} onEdit={(edits) => void page.apply(edits)}>
          <section>
            <h3>{words.past.title}</h3>
            <Table
              caption={words.past.caption(report.scenario.currency)}
              columns={figureColumns(words.past.columns)}
              rows={report.past.channels.map((channel) => [
                channelLabel(report, channel.name),
                amount(channel.spent),
                amount(channel.planned),
                amount(channel.plannedRest),
                channel.newRest === undefined ? '' : <strong>{amount(channel.newRest)}</strong>,
              ])}
              stacks
            />
          </section>
        </ReportView>
      )}
    </StudyPanel>
  );
}
