import type { FinanceView } from '../../src/finance/finance-view.ts';
import { NOTHING } from '../../src/report/numbers/exact.ts';
import { grouped } from '../../src/report/numbers/grouped.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { timesItsCost } from '../../src/report/sentences/finance.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { figureColumns, Table } from '../parts/table.tsx';

/** What a customer costs and brings, by channel, with the hours that it takes. */
export function CustomerTable({ view }: { readonly view: FinanceView }) {
  const words = useWords().views.finance.customers;
  const money = (value: number | undefined) => (value === undefined ? NOTHING : rough(value, 'money'));
  return (
    <section>
      <h3>{words.tableTitle}</h3>
      <Table
        caption={words.tableCaption(view.scenario.currency)}
        columns={figureColumns(words.columns)}
        rows={view.channels.map((channel) => {
          const times = timesItsCost(channel);
          return [
            channelLabel(view, channel.name),
            rough(channel.customers, 'count'),
            money(channel.cacCash),
            money(channel.cacFull),
            money(channel.valuePerCustomer),
            times === undefined ? NOTHING : grouped(times, 1),
            rough(channel.hours, 'hours'),
            money(channel.profit),
          ];
        })}
        stacks
      />
    </section>
  );
}
