import { useId } from 'preact/hooks';
import { amount } from '../../src/report/numbers/exact.ts';
import { Table } from '../parts/table.tsx';
import { useImportWords } from './use-import-words.ts';
import type { Joined } from './wire.ts';

/** The scenario that would be used: its channels, and its text. */
export function ResultSection({ joined: { channels, money, scenario } }: { readonly joined: Joined }) {
  const { result: words } = useImportWords();
  const id = useId();
  const [channel, price, today] = words.columns;
  return (
    <section>
      <h3>{words.title}</h3>
      <Table
        caption={words.caption(money.currency)}
        columns={[{ heading: channel }, { heading: price }, { heading: today, align: 'right' }]}
        rows={[
          ...channels.map(({ name, price: { kind, range }, today: spend }) => [
            name,
            `${words.range(rounded(range[0]), rounded(range[1]))} ${words.prices[kind]}`,
            amount(spend),
          ]),
          [words.all, '', amount(channels.reduce((sum, one) => sum + one.today, 0))],
        ]}
        total
      />
      <details>
        <summary id={id}>{words.text}</summary>
        <textarea readOnly rows={16} wrap="off" aria-labelledby={id} value={scenario} />
      </details>
    </section>
  );
}

/** As the scenario has it: four digits. */
function rounded(value: number): string {
  return amount(Number(value.toPrecision(4)));
}
