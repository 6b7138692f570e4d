import type { PlanAgainstActuals } from '../../src/finance/plan-against-actuals.ts';
import { exact } from '../../src/report/numbers/exact.ts';
import { channelLabel } from '../../src/report/sentences/names.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { bandOf } from './outturn-chart.tsx';
import { Standing } from './standing.tsx';
import { useActualsWords } from './use-actuals-words.ts';

/** Whether customers come back, where that was counted; nothing where it was not. */
export function RepeatTable({ found }: { readonly found: PlanAgainstActuals }) {
  const { repeats: words, outturn } = useActualsWords();
  const lines = found.channels.flatMap(({ name, repeats }) => (repeats === undefined ? [] : [{ name, ...repeats }]));
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{words.title}</h3>
      <Table
        caption={words.caption}
        columns={figureColumns(words.columns)}
        rows={lines.map((line) => [
          channelLabel(found, line.name),
          outturn.range(...bandOf(line)),
          <strong>{exact(line.actual, 'count')}</strong>,
          line.standing === 'within' ? '' : <Standing standing={line.standing} />,
        ])}
        stacks
      />
    </section>
  );
}
