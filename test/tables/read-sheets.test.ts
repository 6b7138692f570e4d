import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { readSheets } from '../../src/tables/read-sheets.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const cellsOf = async (bytes: Uint8Array) =>
  (await readSheets({ name: 'a', bytes })).map(({ rows }) => rows.map(({ cells }) => cells));

async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readSheets({ name: 'a', bytes }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ScenarioError)) throw new Error('nothing was refused');
  return error.message;
}

describe('tables in files', () => {
  it('reads texts of every encoding and separator alike', async () => {
    const table = [
      ['渠道', '花费'],
      ['a', '1'],
    ];
    // printf '渠道,花费\na,1\n' | iconv -t GB18030 | xxd -p
    const chinese = new Uint8Array(Buffer.from('c7feb5c02cbba8b7d10a612c310a', 'hex'));
    for (const bytes of [
      utf8('渠道,花费\na,1\n'),
      utf8('\ufeff渠道;花费\r\na;1'),
      utf16('渠道\t花费\na\t1'),
      chinese,
    ]) {
      expect(await cellsOf(bytes)).toEqual([table]);
    }
  });

  it('reads what a spreadsheet in Western Europe writes, and does not take it for Chinese', async () => {
    // printf 'Käufe;Coût\n1;3,20 €\n' | iconv -t CP1252 | xxd -p
    const western = new Uint8Array(Buffer.from('4be47566653b436ffb740a313b332c323020800a', 'hex'));
    expect(await cellsOf(western)).toEqual([
      [
        ['Käufe', 'Coût'],
        ['1', '3,20 €'],
      ],
    ]);
  });

  it('finds the separator below titles, and keeps what is in quotes together', async () => {
    const text = 'Report, made today\n\nname;note\n"a;\n""b""";1,5\nc;2\n';
    const [sheet] = await readSheets({ name: 'a', bytes: utf8(text) });
    expect(sheet!.rows).toEqual([
      { number: 1, cells: ['Report, made today'] },
      { number: 3, cells: ['name', 'note'] },
      { number: 4, cells: ['a;\n"b"', '1,5'] },
      { number: 6, cells: ['c', '2'] },
    ]);
  });

  it('reads every sheet of a spreadsheet: numbers as numbers, dates as days, formulas as what they came to', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'one',
          rows: [
            ['day', 'sum'],
            [new Date('2026-01-17T00:00:00Z'), 12.5],
            [new Date('2026-01-17T09:30:00Z'), true],
          ],
        },
        {
          name: 'two',
          rows: [['x'], [null]],
          cells: new Map([['1,0', { formula: '1/0+HYPERLINK("http://x")', formulaResult: 7 }]]),
        },
      ],
    });
    expect(await cellsOf(bytes)).toEqual([
      [
        ['day', 'sum'],
        ['2026-01-17', 12.5],
        ['2026-01-17 09:30:00', 'true'],
      ],
      [['x'], [7]],
    ]);
  });

  it('refuses what is no table, in words', async () => {
    expect(await refusal(new Uint8Array([0xff, 0x00, 0x81]))).toContain(
      'is no text in UTF-8, UTF-16, GB18030 or Windows-1252',
    );
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).toContain('Save it as .xlsx or .csv');
    expect(await refusal(utf8('PK and no more'))).toContain('is a damaged spreadsheet or archive');
    const whole = await writeXlsx({ sheets: [{ name: 'a', rows: [['b']] }] });
    expect(await refusal(whole.slice(0, whole.length / 2))).toContain('is a damaged spreadsheet or archive');
    const renamed = Buffer.from(whole);
    for (let at = renamed.indexOf('xl/workbook.xml'); at >= 0; at = renamed.indexOf('xl/workbook.xml', at))
      renamed.write('xl/workbook.txt', at);
    expect(await refusal(renamed)).toContain('is an archive, and no spreadsheet');
  });

  it('refuses what would fill the memory before it does', async () => {
    expect(await refusal(utf8(','.repeat(3_000_000)))).toContain('may have 3,000,000 cells, this one has 3,000,001');
    expect(await refusal(utf8(`${'a,'.repeat(1_000)}a`))).toContain('may have 1,000 columns, this one has 1,001');
    expect(await refusal(new Uint8Array(32 * 1024 * 1024 + 1))).toContain('may have 33,554,432 bytes');
    const bomb = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [['b']] }] }));
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bomb.writeUInt32LE(4_000_000_000, entry + 24);
    expect(await refusal(bomb)).toMatch(/unpacks to 4,000,\d{3},\d{3} bytes, where 209,715,200 are allowed/);
    bomb.writeUInt32LE(0, entry + 24); // says nothing of its size
    expect(await refusal(bomb)).toContain('is a damaged spreadsheet or archive');
    bomb.writeUInt32LE(1, entry + 24); // says too little: the reader stops there
    expect(await refusal(bomb)).toContain('is a damaged or far too large spreadsheet');
  });

  it('reads what a column called like a part of every object holds', async () => {
    expect(await cellsOf(utf8('__proto__,constructor\n1,2\n'))).toEqual([
      [
        ['__proto__', 'constructor'],
        ['1', '2'],
      ],
    ]);
  });
});
