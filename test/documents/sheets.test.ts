import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { documentLanguages } from '../../src/documents/languages/languages.ts';
import { writeReport } from '../../src/documents/write-report.ts';
import { namedAll, reported } from './sample-reported.ts';

const readBack = async (of = reported, language: 'en' | 'zh' = 'en') =>
  readXlsx((await writeReport(of, 'xlsx', language)) as Uint8Array, { readStyles: true });

describe('the spreadsheet', () => {
  it('has a sheet for each kind of figure, with headings that stay', async () => {
    const { sheets } = await readBack();
    expect(sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Plan',
      'Channels',
      'Periods',
      'Assumptions',
      'Provenance',
    ]);
    expect(sheets.every(({ freezePane }) => freezePane?.rows === 1)).toBe(true);
  });

  it('holds numbers as numbers, in full', async () => {
    const { sheets } = await readBack();
    const [, plan] = sheets;
    expect(plan!.rows[0]).toEqual(['Channel', 'Today', 'Recommended', 'Change', 'Change, share']);
    expect(plan!.rows[1]).toEqual(['Search', 24_000, 17_600, -6400, -6400 / 24_000]);
    expect(plan!.rows[3]).toEqual(['All channels', 40_000, 40_000, 0, 0]);
    const profit = sheets[0]!.rows.find(([name, of]) => name === 'Profit' && of === 'Recommended')!;
    expect(profit.slice(2, 4)).toEqual([26_480.9, 38.2]);
  });

  it('speaks Chinese', async () => {
    const { sheets } = await readBack(reported, 'zh');
    expect(sheets[1]!.rows[0]).toEqual(['渠道', '当前', '推荐', '变化', '变化比例']);
  });

  it('holds no formula, whatever texts there are', async () => {
    for (const start of ['=', '+', '-', '@', '\t=', '\r=', '＝']) {
      const { sheets } = await readBack(namedAll(`${start}cmd|' /C calc'!A0`));
      for (const { rows, cells } of sheets) {
        const texts = rows.flat().filter((value) => typeof value === 'string');
        expect(texts.filter((text) => /^[=+\-@\t\r＝]/.test(text))).toEqual([]);
        expect([...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
      }
    }
  });
});

describe('the CSV', () => {
  const csv = async (of = reported) => (await writeReport(of, 'csv', 'en')) as string;

  it('is the plan by period, channel and plan, as any reader of RFC 4180 has it', async () => {
    const text = await csv();
    const rows: string[][] = parse(text, { bom: true });
    expect(rows[0]).toEqual(['Period', 'From', 'Channel', 'Plan', 'Media spend', 'Customers', 'Revenue', 'Profit']);
    expect(rows).toHaveLength(1 + 4 * 2 * 2);
    expect(rows[4]!.slice(0, 5)).toEqual(['1', '2027-09-06', '线下门店', 'Recommended', '5600']);
    // A week later.
    expect(rows[5]!.slice(0, 2)).toEqual(['2', '2027-09-13']);
    expect(text.split('\r\n').at(-1)).toBe('');
  });

  it('keeps separators and quotes in texts, and defuses what looks like a formula', async () => {
    const rows: string[][] = parse(await csv(namedAll('=1+1,"a"')), { bom: true });
    expect(rows[1]![2]).toBe(`'=1+1,"a"`);
  });
});

describe('the Markdown', () => {
  it('has the cells that its tables have, whatever texts there are', async () => {
    const text = (await writeReport(namedAll('a | b\n<b>*x*</b> [l](http://x.y) $E=mc^2$'), 'md', 'en')) as string;
    const columns = (line: string) => line.replaceAll(/\\./g, '').split('|').length;
    const tables = text.split('\n\n').filter((part) => part.startsWith('| '));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) expect(new Set(table.split('\n').map(columns)).size).toBe(1);
    expect(text).not.toMatch(/[^\\]<|(?<!\\)\[|https?:\/\//);
  });

  it('has every language', async () => {
    for (const language of Object.keys(documentLanguages) as (keyof typeof documentLanguages)[]) {
      expect(await writeReport(reported, 'md', language)).toContain('# Autumn');
    }
  });
});
