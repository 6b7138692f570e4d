import { exact } from '../../src/report/numbers/exact.ts';
import { plain } from '../../src/report/plain.ts';
import type { RecordedOptions } from '../../src/runs/record.ts';
import type { Verification } from '../../src/runs/verify.ts';
import type { Compared } from '../../src/runs/verify/compare-decisions.ts';
import { decisionRows, type DecisionRow } from '../../src/runs/verify/decision-rows.ts';
import type { VerifyWords } from '../languages/verify-words.ts';
import { figureColumns, Table } from '../parts/table.tsx';
import { useVerifyWords } from './use-verify-words.ts';

/** Places of a hash that are shown: enough that no two are mixed up. */
const SHOWN_OF_HASH = 16;

/** What agrees and what differs: the decision, what it rests on, and the options. */
export function VerifyResult({ found }: { readonly found: Verification }) {
  const words = useVerifyWords();
  const { decision, inputs, options } = words;
  return (
    <>
      <section>
        <h3>{decision.title}</h3>
        <Table
          caption={decision.caption(found.scenario.currency)}
          columns={figureColumns(decision.columns)}
          rows={decisionRows(found).map((row) => [
            nameOf(row, found, words),
            planText(row, row.recorded, words),
            planText(row, row.found, words),
            verdictOf(row, words),
          ])}
          stacks
        />
      </section>
      <SaidSection headline={found.decision.headline} />
      <section>
        <h3>{inputs.title}</h3>
        <Table
          caption={inputs.caption}
          columns={figureColumns(inputs.columns)}
          rows={[
            [inputs.engine, plain(found.engine.recorded!), found.engine.found, verdictOf(found.engine, words)],
            ...found.files.map((file) => [inputs.file(plain(file.name)), ...hashCells(file, words)]),
            [inputs.report, ...hashCells(found.report, words)],
          ]}
          stacks
        />
      </section>
      <section>
        <h3>{options.title}</h3>
        <Table
          caption={options.caption}
          columns={figureColumns(options.columns)}
          rows={[
            [options.command, found.command],
            ...Object.entries(found.options).map(([name, value]) => [
              options.names[name as keyof RecordedOptions],
              optionText(value, words),
            ]),
          ]}
        />
      </section>
    </>
  );
}

/** Sentences that are only on one side; nothing where both say the same. */
function SaidSection({ headline: { recorded = [], found = [], same } }: Pick<Verification['decision'], 'headline'>) {
  const { said } = useVerifyWords();
  if (same) return null;
  const sides = [
    { title: said.recorded, sentences: recorded.filter((text) => !found.includes(text)) },
    { title: said.found, sentences: found.filter((text) => !recorded.includes(text)) },
  ];
  return (
    <section>
      <h3>{said.title}</h3>
      {sides
        .filter(({ sentences }) => sentences.length > 0)
        .map(({ title, sentences }) => (
          <>
            <p class="note">{title}</p>
            <ul lang="en">
              {sentences.map((sentence) => (
                <li key={sentence}>{plain(sentence)}</li>
              ))}
            </ul>
          </>
        ))}
    </section>
  );
}

function nameOf({ of }: DecisionRow, { scenario }: Verification, { decision }: VerifyWords): string {
  if (of.kind !== 'spend') return decision.rows[of.kind];
  return of.period === undefined ? decision.spend(of.channel) : decision.spendIn(of.channel, scenario.unit, of.period);
}

function planText({ of }: DecisionRow, text: string, { decision: { plans } }: VerifyWords): string {
  return of.kind === 'plan' && Object.hasOwn(plans, text) ? plans[text]! : text;
}

function verdictOf({ same }: { readonly same: boolean }, words: VerifyWords) {
  return same ? words.same : <strong>{words.differs}</strong>;
}

function hashCells({ recorded = '', found = '', ...verdict }: Compared<string>, words: VerifyWords) {
  const [first, second] = [recorded, found].map((hash) => <code>{hash.slice(0, SHOWN_OF_HASH)}</code>);
  return [first, second, verdictOf(verdict, words)];
}

function optionText(value: RecordedOptions[keyof RecordedOptions], { options }: VerifyWords): string {
  if (typeof value === 'boolean') return value ? options.yes : options.no;
  if (Number.isInteger(value)) return exact(value as number, 'count');
  return plain(Array.isArray(value) ? value.join(', ') : String(value));
}
