/** Tables as people hand them over: exported from spreadsheets, with merged cells, totals and names twice. */
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { importExports, type ExportsInput } from '../../src/importers/exports.ts';
import { spanIn } from '../../src/importers/exports/days.ts';
import { dayCalled } from '../../src/scenario/calendar.ts';
import { textFile } from './exports-files.ts';

const imported = (text: string, input: ExportsInput = { currency: 'EUR' }) =>
  importExports([textFile('messy.csv', text)], input);
const codes = ({ findings }: Awaited<ReturnType<typeof imported>>) => findings.map(({ code }) => code);
const told = ({ findings }: Awaited<ReturnType<typeof imported>>, code: string) =>
  findings.find((finding) => finding.code === code)?.text;

const MERGED = `Marketing 2026,,,
,,,
Month,Channel,Cost,New customers
Jan 2026,Search,"10,500.50",120
,Radio,8200,90
Feb 2026,Search,11000,130
,Radio,8000,85
Total,,"37,700.50",425
`;

describe('a table with merged cells', () => {
  it('is read as the same table without', async () => {
    const months = await imported(MERGED);
    const whole = await imported(MERGED.replaceAll(/(\w{3} 2026)(.*)\n,/g, '$1$2\n$1,'));
    expect(months.channels).toEqual(whole.channels);
    expect(told(months, 'FILLED_DOWN')).toBe(
      'messy.csv: blanks in column "Month" are taken for what stands above them, as merged cells are saved.',
    );
    expect(codes(whole)).not.toContain('FILLED_DOWN');
    expect(told(months, 'TOTAL_ROWS')).toContain('the rows add up to the same, 37,700.5.');
  });

  it('may have those of its channels merged', async () => {
    const { channels } = await imported(
      'Channel,Month,Cost,Customers\nSearch,2026-01,3100,31\n,2026-02,2800,28\nRadio,2026-01,310,5\n,2026-02,280,5\n',
    );
    // 5,900 and 590 in 59 days.
    expect(channels.map(({ name, today }) => [name, Math.round(today)])).toEqual([
      ['Search', 700],
      ['Radio', 70],
    ]);
  });

  it.each([
    [
      'no day',
      'day,channel,cost,orders\n2026-01-05,Search,10,1\n2026-01-05,Radio,10,1\n,Radio,10,1\n',
      '4:1: column "day"',
    ],
    ['no channel', 'day,channel,cost,orders\n2026-01-05,Search,10,1\n2026-01-05,,700,1\n', '3:2: column "channel"'],
  ])('is none where a row of many has %s: its money would be anybody’s', async (_, text, place) => {
    await expect(imported(text)).rejects.toThrow(`messy.csv:${place}: is empty\n  Fill it in, or delete the row.`);
  });
});

describe('totals between the rows', () => {
  const rows = (of: string) =>
    `month,channel,cost,orders\n2026-01,Search,100,9\n2026-01,Radio,50,5\n${of.replace('#', '150')}2026-02,Search,200,9\n2026-02,Radio,50,5\n${of.replace('#', '250').replace('01', '02')}`;

  it.each(['2026-01,Total,#,14\n', ',Subtotal,#,14\n', 'January Total,,#,14\n', ',小计,#,14\n', '一月合计,,#,14\n'])(
    'count once: %j',
    async (total) => {
      const found = await imported(rows(total));
      expect(found.channels.map(({ name }) => name).toSorted()).toEqual(['Radio', 'Search']);
      expect(told(found, 'TOTAL_ROWS')).toBe('messy.csv: 2 rows of totals left out; the rows add up to the same, 400.');
    },
  );
});

it('of two columns of one name the first is used, which is told', async () => {
  const found = await imported(
    'Woche;Kanal;Kosten;Kunden;Kosten\n05.01.2026;Suche;1.000,50;20;1\n12.01.2026;Suche;999,50;22;2\n',
  );
  expect(found.channels[0]!.today).toBeCloseTo(1000, 9);
  expect(told(found, 'SAME_HEADING')).toBe('messy.csv: several columns are called "Kosten"; the first is used.');
});

it('names that spreadsheets would take for formulas are names', async () => {
  const found = await imported('day,channel,cost,orders\n2026-01-05,=SUM(A1:A9),10,1\n2026-01-06,=SUM(A1:A9),10,1\n');
  expect(found.channels.map(({ name }) => name)).toEqual(['=SUM(A1:A9)']);
  expect(found.scenario).toContain('=SUM(A1:A9)');
});

it('a formula that was never worked out is refused, and not taken for nothing', async () => {
  const rows = [
    ['day', 'channel', 'cost', 'orders'],
    ['2026-01-05', 'Search', null, 20],
    ['2026-01-12', 'Search', 900, 20],
  ];
  const book = async (cell: { readonly value: number | null }) => ({
    name: 'own.xlsx',
    bytes: await writeXlsx({
      sheets: [
        { name: 'Data', rows, cells: new Map([['1,2', { ...cell, formula: '500*2', formulaResult: cell.value }]]) },
      ],
    }),
  });
  await expect(importExports([await book({ value: null })])).rejects.toThrow(
    'own.xlsx:2:3: sheet "Data", column "cost": is a formula without its value\n  Open the file',
  );
  const { channels } = await importExports([await book({ value: 1100 })]);
  expect(channels[0]!.today).toBeCloseTo(1000, 9);
});

describe('months and quarters by name', () => {
  it.each([
    ['Jan 2026', '2026-01-01', '2026-01-31'],
    ['January 2026', '2026-01-01', '2026-01-31'],
    ['Feb-24', '2024-02-01', '2024-02-29'],
    ['Mär 2026', '2026-03-01', '2026-03-31'],
    ['Mai 2026', '2026-05-01', '2026-05-31'],
    ['juin 2026', '2026-06-01', '2026-06-30'],
    ['juil. 2026', '2026-07-01', '2026-07-31'],
    ['août 2026', '2026-08-01', '2026-08-31'],
    ['Okt 2026', '2026-10-01', '2026-10-31'],
    ['déc. 2026', '2026-12-01', '2026-12-31'],
    ['5. Mai 2026', '2026-05-05', '2026-05-05'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['Q4 2026', '2026-10-01', '2026-12-31'],
  ])('%s is %s to %s', (text, first, last) => {
    const span = spanIn(text, 'day first')!;
    expect([dayCalled(span.first), dayCalled(span.last)]).toEqual([first, last]);
  });

  it.each(['Soon 2026', 'Q5 2026', '2026-Q0', 'Jan', 'Jan-2', 'Total 2026'])('%s is none', (text) => {
    expect(spanIn(text, 'day first')).toBeUndefined();
  });
});
