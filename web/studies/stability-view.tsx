import { amount } from '../../src/report/numbers/exact.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { SentenceSection } from '../result/sentence-section.tsx';
import { useCell } from '../state/use-cell.ts';
import { StudyPanel } from './study-panel.tsx';
import type { StudyViewProps } from './study-view-props.ts';

/** How near to the best the recommended plan is on fresh draws, and how much chance decides. */
export function StabilityView({ page, studies }: StudyViewProps) {
  const { report: say, result, views } = useWords();
  const text = useCell(page.text);
  const { answer: report, asked } = useCell(studies.of('stability'));
  const words = views.study.batches;
  const recommended = report?.plans.at(-1);
  return (
    <StudyPanel
      page={page}
      studies={studies}
      kind="stability"
      isStale={asked?.text !== text}
      onAsk={() => studies.ask('stability', { text }, page.settings.get())}
    >
      {report !== undefined && (
        <>
          <SentenceSection title={result.sure} sentences={say.stability(report)} />
          {report.stability !== undefined && report.stability.channels.length > 0 && (
            <section>
              <h3>{words.title}</h3>
              <Table
                caption={words.caption(report.scenario.currency)}
                columns={figureColumns(words.columns)}
                stacks
                rows={report.stability.channels.map(({ name, total: [least, most] }, c) => [
                  channelLabel(report, name),
                  amount(recommended!.channels[c]!.spend),
                  amount(least),
                  amount(most),
                ])}
              />
            </section>
          )}
          {report.stability === undefined && <p class="headline">{say.headline(report).first}</p>}
        </>
      )}
    </StudyPanel>
  );
}
