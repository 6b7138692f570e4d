import type { ChannelOutturn, PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import { amount, exact } from '../../src/report/numbers/exact.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { bandOf } from './outturn-chart.tsx';
import { Standing } from './standing.tsx';
import { useActualsWords } from './use-actuals-words.ts';

/** Spend and customers by channel: planned, to be expected, and as they came, with a warning where they lie apart. */
export function OutturnTable({ found }: { readonly found: PlanAgainstActuals }) {
  const words = useActualsWords().outturn;
  const row = (name: string, each: ChannelOutturn) => [
    name,
    amount(each.spend.planned),
    amount(each.spend.actual),
    rough(each.customers.planned, 'count'),
    words.range(...bandOf(each)),
    <strong>{exact(each.customers.actual, 'count')}</strong>,
    each.standing === 'within' ? '' : <Standing standing={each.standing} />,
  ];
  return (
    <section>
      <h3>{words.tableTitle}</h3>
      <Table
        caption={words.tableCaption(found)}
        columns={figureColumns(words.columns)}
        rows={[...found.channels.map((each) => row(channelLabel(found, each.name), each)), row(words.all, found.total)]}
        total
        stacks
      />
    </section>
  );
}
