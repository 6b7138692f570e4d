import type { PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import { exact, signed } from '../../src/report/numbers/exact.ts';
import { rough } from '../../src/report/numbers/rough.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { Table } from '../parts/table.tsx';
import { bandOf } from './outturn-chart.tsx';
import { Standing } from './standing.tsx';
import { useActualsWords } from './use-actuals-words.ts';

/** What media bought where that was counted, and the two parts of effectiveness; nothing where it was not. */
export function BoughtTable({ found }: { readonly found: PlanAgainstActuals }) {
  const { bought: words, outturn } = useActualsWords();
  const lines = found.channels.flatMap(({ name, bought }) => (bought === undefined ? [] : [{ name, ...bought }]));
  if (lines.length === 0) return null;
  const kind = found.of === 'revenue' ? 'money' : 'count';
  const change = (value: number) => signed(rough(value, kind));
  return (
    <section>
      <h3>{words.title}</h3>
      <Table
        caption={words.caption(found)}
        columns={words.columns.map((heading, k) => (k < 2 ? { heading } : { heading, align: 'right' }))}
        rows={lines.map((line) => [
          channelLabel(found, line.name),
          words.stages[line.stage],
          outturn.range(...bandOf(line)),
          <strong>{exact(line.actual, 'count')}</strong>,
          line.standing === 'within' ? '' : <Standing standing={line.standing} />,
          change(line.effectiveness.buying),
          change(line.effectiveness.conversion),
        ])}
        stacks
      />
    </section>
  );
}
