import type { ChannelOutturn, PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import { signed } from '../../src/report/numbers/exact.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { useWords } from '../languages/language.ts';
import { Table } from '../parts/table.tsx';
import { causesOf } from './variance-chart.tsx';
import { useActualsWords } from './use-actuals-words.ts';

/** Why each channel came otherwise than planned. */
export function VarianceTable({ found }: { readonly found: PlanAgainstActuals }) {
  const { charts } = useWords();
  const { variance: words, outturn } = useActualsWords();
  const kind = found.of === 'revenue' ? 'money' : 'count';
  const change = (value: number) => signed(rough(value, kind));
  const row = (name: string, { variance }: ChannelOutturn) => [
    name,
    ...causesOf(variance, words).map(({ by }) => change(by)),
    change(variance.total),
  ];
  const headings = [...causesOf(found.total.variance, words).map(({ name }) => name), words.total];
  return (
    <section>
      <h3>{words.tableTitle}</h3>
      <Table
        caption={words.caption(found)}
        columns={[{ heading: charts.channel }, ...headings.map((heading) => ({ heading, align: 'right' as const }))]}
        rows={[
          ...found.channels.map((each) => row(channelLabel(found, each.name), each)),
          row(outturn.all, found.total),
        ]}
        total
        stacks
      />
    </section>
  );
}
