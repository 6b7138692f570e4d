import { useState } from 'preact/hooks';
import { byChannel, bySpan, cohortTable } from '../../src/documents/parts/cohorts.ts';
import type { FinanceView } from '../../src/finance/finance-view.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { DocumentTable } from '../parts/document-table.tsx';
import { useFinanceWords } from './use-finance-words.ts';

const BY_CHANNEL = 'by channel';
const TOGETHER = 'together';

/** What customers have brought so long after they were won: by channel, or by when they were won. */
export function CohortTable({ view }: { readonly view: FinanceView }) {
  const { cohorts: words, customers, whose: choice, shaded } = useFinanceWords();
  const [whose, setWhose] = useState(BY_CHANNEL);
  const { cohorts, scenario } = view;
  if (cohorts === undefined) return null;
  const ofOne = cohorts.channels.find(({ name }) => `channel ${name}` === whose);
  const isByChannel = whose !== TOGETHER && ofOne === undefined;
  const table = cohortTable(view, words, {
    caption: `${words.caption(scenario.currency)}${shaded}`,
    heading: isByChannel ? customers.columns[0] : words.won,
    rows: isByChannel ? byChannel(view) : bySpan(view, (ofOne ?? cohorts.all).spans, words),
  });
  return (
    <section>
      <h3>{words.title}</h3>
      <div class="wishes">
        <label class="wish">
          <span class="label">{choice.label}</span>
          <select value={whose} onChange={({ currentTarget }) => setWhose(currentTarget.value)}>
            <option value={BY_CHANNEL}>{choice.byChannel}</option>
            <option value={TOGETHER}>{choice.together}</option>
            {cohorts.channels.map(({ name }) => (
              <option key={name} value={`channel ${name}`}>
                {channelLabel(view, name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <DocumentTable {...table} />
    </section>
  );
}
