import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { periodsPast } from '../../src/replan/after.ts';
import { readCsv } from '../../src/tables/csv.ts';
import { readSpent } from '../../src/replan/read-spent.ts';
import { channel, scenario } from '../support/scenario.ts';

const of = scenario(
  { search: channel({ label: '搜索' }), social: channel() },
  { horizon: { start: '2027-01-04', periods: 6, unit: 'week' } },
);

function read(text: string, { file = 'spent.csv', after = 2 } = {}) {
  return readSpent(text, { scenario: of, after, file });
}

/** Line, column and message of everything that is wrong. */
function mistakes(text: string, options: { file?: string; after?: number } = {}): string[] {
  try {
    read(text, options);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.issues.map(({ line, column, message, advice, replacement }) =>
      [`${line}:${column}`, message, advice, replacement].filter((part) => part !== undefined).join(' | '),
    );
  }
  throw new Error('nothing was found wrong');
}

describe('what was spent', () => {
  const spent = { search: [1200, 0], social: [1_500_000, 12_000] };

  it.each([
    ['a row for each', 'period,channel,spend\n1,search,"1,200"\n1,social,1.5M\n2,search,0\n2,social,€12k\n'],
    [
      'other columns between',
      'Spend;note;Channel;Week\n1200;"a; b";搜索;week 1\n1.5M;;social;1\n0;;search;2\n12k;;social;2',
    ],
    ['headings in Chinese', '周,渠道,投放\n1,搜索,"1,200"\n1,social,150万\n2,搜索,0\n2,social,1.2万\n'],
    ['a column for each', 'week,social,search\r\n1,1.5M,"1,200"\r\n\r\n2,12000,0\r\n'],
    ['tabs and a byte order mark', '\uFEFFperiod\tsearch\tsocial\n2\t0\t1.2万\n1\t1 200\t1500000\n'],
    [
      'days, added up',
      'date,search,social\n2027-01-04,1000,1.5M\n2027-01-10,200,0\n2027-01-11,0,6k\n2027-01-17,0,6000\n',
    ],
    ['days as spreadsheets write them', '日期,search,social\n2027/1/4,"1,200",150万\n2027.01.11,0,1.2万\n'],
  ])('is read from a table: %s', (_, text) => {
    expect(read(text)).toEqual(spent);
  });

  it.each([
    ['search: [1200, 0]\nsocial: [1.5M, 12k]\n', 'spent.yaml'],
    ['{"social": [1500000, "12,000"], "搜索": [1200, 0]}', 'spent.json'],
  ])('is read from fields: %j', (text, file) => {
    expect(read(text, { file })).toEqual(spent);
    expect(read('search: 5\nsocial: [1, 2]', { file })).toEqual({ search: [5, 5], social: [1, 2] });
  });

  it.each(['search: 1\nsocial: [1, 2]\nsearch: 2\n', 'search: .inf\nsocial: [1, 2]\n'])(
    'is not read from fields that do not say one number: %j',
    (text) => {
      expect(() => read(text, { file: 'spent.yaml' })).toThrow(/given twice|must be a number/);
    },
  );

  it('has every mistake told with its place', () => {
    const text = [
      'period,channel,spend',
      '1,serch,100',
      '1,social,12.000',
      'x,social,1',
      '1,search,-5',
      '3,search,1',
      '1,search,1,200',
      '2,search,$5',
      '2,search,',
      '2,,7',
      '2,social,8',
      '2,social,8',
      '2027-01-12,social,1',
      '2026-12-31,social,1',
    ].join('\n');
    expect(mistakes(text)).toEqual([
      '2:3 | there is no channel `serch` | Did you mean `search`? The scenario has `search` and `social`.',
      '4:1 | `x` is no week of the plan | Write its number, or one of its days such as 2027-01-04.',
      '5:10 | must be 0 or more, got `-5`',
      '6:1 | week 3 is not past | Only weeks 1-2 are.',
      '7:1 | has 4 cells, the first line has 3 | Put an amount that is written with commas in quotes: "1,200".',
      '8:10 | must be in EUR, the currency of the scenario, got `$5` | Convert it to EUR.',
      '9:10 | the amount is missing | Write 0 where nothing was spent.',
      '10:3 | the name of the channel is missing',
      '12:1 | social in week 2 is given twice, first in line 11 | Delete one of the two.',
      '13:1 | social in 2027-01-12 is given twice, first in line 11 | Delete one of the two.',
      '14:1 | 2026-12-31 lies before the plan | What was spent before the plan is the `carryIn` of a channel.',
    ]);
  });

  it.each([
    ['period,channel,spend\n1,search,1\n', 'nothing is said about search in week 2, or social in weeks 1-2'],
    ['period,search,social\n1,2,3\n', 'nothing is said about search and social in week 2'],
    ['period,channel\n1,search\n', 'has no column `spend`'],
    ['search,social\n1,2\n', 'has no column `period`'],
    ['period,search,total\n1,2,3\n2,3,4\n', 'there is no channel `total`'],
    ['period,search,social,search\n1,2,3,4\n2,3,4,5\n', 'search in week 1 is given twice, first in line 2'],
    // As a spreadsheet saves 周 and 搜索 in the encoding of Chinese Windows, read as UTF-8.
    ['\uFFFD\uFFFD,\uFFFD\uFFFD\uFFFD\uFFFD,social\n1,2,3\n', '1:1 | the file is not saved as UTF-8 text'],
    ['', 'the file is empty'],
    ['\n ,\n', 'the file is empty'],
  ])('is refused where something is missing or too much: %j', (text, words) => {
    expect(mistakes(text).join('\n')).toContain(words);
  });

  it.each([
    ['search: [1, 2, 3]\nsocial: 4\n', '1:9 | search has 3 amounts, but 2 periods are past'],
    ['serch: 1\nsocial: x\nsearch: 2\n', '1:1 | there is no channel `serch`'],
    ['search: 1\nsocial: x\n', '2:9 | `x` is not a number'],
    ['- 1\n- 2\n', '1:1 | must name each channel'],
    ['search: 1\n', 'nothing is said about social in weeks 1-2'],
    ['search: [1, 2\n', '2:1 |'],
  ])('is refused as fields where it is wrong: %j', (text, words) => {
    expect(mistakes(text, { file: 'spent.yml' }).join('\n')).toContain(words);
  });
});

describe('how much of a plan is past', () => {
  it.each([
    [0, 0],
    [5, 5],
    ['2026-12-01', 0],
    ['2027-01-04', 0],
    // The second week ends with Sunday, the 17th.
    ['2027-01-17', 1],
    ['2027-01-18', 2],
    ['2027-02-14', 5],
  ])('%j: %i weeks', (after, past) => {
    expect(periodsPast(of, after)).toBe(past);
  });

  it.each([
    [6, 'leaves nothing to plan: the plan of 6 weeks is over'],
    ['2027-02-15', 'leaves nothing to plan'],
    [-1, 'must be a whole number of weeks'],
    ['2027-02-30', 'must be a number of weeks or a date'],
  ])('%j is refused', (after, words) => {
    expect(() => periodsPast(of, after)).toThrow(words);
  });

  it('cannot be told by a day of a plan without a first one', () => {
    const undated = scenario({ a: channel() }, { horizon: { periods: 6, unit: 'month' } });
    expect(() => periodsPast(undated, '2027-01-18')).toThrow('does not say when its plan starts');
    expect(() => readSpent('date,a\n2027-01-18,5', { scenario: undated, after: 1 })).toThrow('may be in any month');
  });
});

describe('a table', () => {
  it('has cells with separators, quotes and line ends in quotes, each at its place', () => {
    const rows = readCsv('a, "b ""c"", d" ,e\r\n"1\n2",3\n\n,\n4');
    expect(rows.map((row) => row.map(({ text, line, column }) => [text, line, column]))).toEqual([
      [
        ['a', 1, 1],
        ['b "c", d', 1, 3],
        ['e', 1, 18],
      ],
      [
        ['1\n2', 2, 1],
        ['3', 3, 4],
      ],
      [['4', 6, 1]],
    ]);
  });

  it('ends with the text where a quote is left open', () => {
    expect(readCsv('a,"b\nc')[0]!.map(({ text }) => text)).toEqual(['a', 'b\nc']);
  });
});
