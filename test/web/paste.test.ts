import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, withPoints } from '../../web/table/decimals.ts';
import { withPercents } from '../../web/table/percent-columns.ts';
import { blockText, markdownText, readBlock } from '../../web/table/tsv.ts';

describe('a block of a spreadsheet', () => {
  it('is read as Excel writes it, with quotes, tabs and line ends inside', () => {
    expect(readBlock('a\tb\r\n"1 ""x"""\t"two\nlines"\r\n')).toEqual([
      ['a', 'b'],
      ['1 "x"', 'two lines'],
    ]);
    expect(readBlock('12" screen\t3')).toEqual([['12" screen', '3']]);
    expect(readBlock('')).toEqual([['']]);
  });

  it('comes back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '|', '1', '值') });
    const blocks = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(blocks, (block) => {
        fc.pre(block.at(-1)!.some((one) => one !== ''));
        // A text that begins with a quote is put in quotes, as spreadsheets do.
        expect(readBlock(blockText(block))).toEqual(block);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is cut where nobody would paste more', () => {
    expect(readBlock('x\n'.repeat(100_000))).toHaveLength(500);
    expect(readBlock('x\t'.repeat(100_000))[0]).toHaveLength(200);
  });

  it('is a table in Markdown, whatever its cells hold', () => {
    expect(
      markdownText([
        ['a|b', 'c'],
        ['1', '\\'],
      ]),
    ).toBe('| a\\|b | c |\n| --- | --- |\n| 1 | \\\\ |');
  });
});

describe('the sign of decimals', () => {
  it('is decided by the numbers that can be read in one way only', () => {
    expect(decimalOf([['20,000'], ['1,5']])).toEqual({ decimal: 'comma', isClear: true });
    expect(decimalOf([['20,000'], ['1.5']])).toEqual({ decimal: 'point', isClear: true });
    expect(decimalOf([['20.000'], ['1.234,50 €']])).toEqual({ decimal: 'comma', isClear: true });
    expect(decimalOf([['1,234,567']])).toEqual({ decimal: 'point', isClear: true });
    expect(decimalOf([['0,125']])).toEqual({ decimal: 'comma', isClear: true });
    expect(decimalOf([['12'], ['search']])).toEqual({ decimal: 'point', isClear: true });
  });

  it('is asked for where no number tells, or numbers disagree', () => {
    expect(decimalOf([['20,000']]).isClear).toBe(false);
    expect(decimalOf([['20.000 to 30.000']]).isClear).toBe(false);
    expect(decimalOf([['1,5'], ['1.5']]).isClear).toBe(false);
  });

  it('turns commas into points in every number of a cell, and leaves texts alone', () => {
    expect(withPoints([['1,5 to 2,5', '1.234,5', 'search', '20.000', '20,000', '1,50', '3%']], 'comma')).toEqual([
      ['1.5 to 2.5', '1234.5', 'search', '20000', '20', '1.5', '3%'],
    ]);
    expect(withPoints([['1,234.5']], 'point')).toEqual([['1,234.5']]);
  });
});

describe('a number under a heading with "%"', () => {
  it('is a percentage, both ends of a range too, and what has a sign or words stays as it is', () => {
    const body = [
      ['3', '2.5 to 3', '3%', '8 of 200', '0.5–1', '3'],
      ['search', '2 至 3', '', '10 / 20 / 60', '12 ± 10', '4'],
    ];
    expect(withPercents(['CTR (%)', 'a %', '%', '转化率％', '%', 'CPC'], body)).toEqual([
      ['3%', '2.5% to 3%', '3%', '8 of 200', '0.5%–1%', '3'],
      ['search', '2% 至 3%', '', '10 / 20 / 60', '12 ± 10', '4'],
    ]);
  });
});
