import { refusal } from '../../errors.ts';
import type { Sheet } from '../../tables/sheet.ts';
import { extract, type Extract } from './extract.ts';
import { told } from './finding.ts';
import type { Field, Fingerprint } from './fingerprint.ts';
import { channelCosts, commonResults } from './fingerprints.ts';
import { headingOf } from './heading.ts';
import type { Recognized } from './recognize.ts';
import { folded } from './sources.ts';
import type { ResultField, WideColumn } from './wide-headings.ts';
import { spendColumns } from './wide-spend.ts';
import type { NamedColumn, Wide } from './wide-table.ts';

/**
 * The rows of each channel, and those of what came of all together; the first says how the table was read. Nothing where no
 * column is spend.
 *
 * @param said  headings of columns that are spend: the others are left out then
 * @throws ScenarioError  where columns may be spend or not, or cannot be told apart
 */
export function extractWide(wide: Wide, said: readonly string[]): readonly Extract[] {
  const { sheet, head, columns } = wide;
  const headings = columns.map(({ heading }) => headingOf(heading));
  const tableOf = (fingerprint: Fingerprint, fields: readonly (readonly [Field, NamedColumn])[]): Recognized => ({
    sheet,
    fingerprint,
    head,
    headings,
    columns: new Map(fields.map(([field, { at }]) => [field, [at]])),
  });
  const day = columns.find(({ kind }) => kind === 'time')!;
  const channels = spendColumns(wide, said).map((spend) => {
    const channel = channelOf(spend);
    const others = columns.flatMap((column) =>
      column.kind === 'part' && column.field !== 'spend' && folded(column.channel) === folded(channel)
        ? [[column.field, column] as const]
        : [],
    );
    return { channel, fields: [['day', day], ['spend', spend], ...others] as const };
  });
  if (channels.length === 0) return [];
  const results = columns.flatMap((column) =>
    column.kind === 'results' && columns.find(isSameResult(column)) === column ? [[column.field, column] as const] : [],
  );
  const used = [...channels.flatMap(({ fields }) => [...fields]), ...results].map(([, column]) => column);
  expectDistinct(used, sheet);
  const tables = [
    ...channels.map(({ channel, fields }) => ({ ...tableOf(channelCosts, fields), source: channel })),
    ...(results.length === 0 ? [] : [tableOf(commonResults, [['day', day], ...results])]),
  ];
  const leftOut = columns.filter((column) => column.heading !== '' && !used.includes(column));
  const [first, ...further] = tables.map(extract);
  const finding = told('WIDE_TABLE', ({ findings }) =>
    findings.wide(
      first!.place,
      channels.map(({ channel, fields: [, [, { heading }]] }) => [channel, heading]),
      leftOut.map(({ heading }) => heading),
    ),
  );
  return [{ ...first!, findings: [finding, ...first!.findings] }, ...further];
}

/** Of several columns of the same, the first counts. */
function isSameResult({ field }: { readonly field: ResultField }) {
  return (other: WideColumn) => other.kind === 'results' && other.field === field;
}

function channelOf(column: NamedColumn): string {
  return 'channel' in column ? column.channel : column.heading;
}

/** @throws ScenarioError  where two columns are called the same */
function expectDistinct(columns: readonly NamedColumn[], { file }: Sheet): void {
  const seen = new Map<string, number>();
  for (const { heading, at } of columns) {
    const other = seen.get(folded(heading)) ?? at;
    seen.set(folded(heading), other);
    if (other !== at) {
      const message = `columns ${other + 1} and ${at + 1} are both called ${JSON.stringify(heading)}`;
      throw refusal('', message, 'Give each column a heading of its own.', file);
    }
  }
}
