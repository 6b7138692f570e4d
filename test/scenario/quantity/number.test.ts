import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/scenario/quantity/number.ts';
import known from '../../fixtures/known-answers/interval_semantics.json' with { type: 'json' };

function valueOf(text: string): number {
  const reading = readNumber(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.message}`);
  return reading.value;
}

function replacementFor(text: string): string | undefined {
  const reading = readNumber(text);
  if (reading.ok) throw new Error(`${text} was read as ${reading.value}`);
  return reading.replacement;
}

describe('a number as people write it', () => {
  it.each([
    ['1,200,000', 1_200_000],
    ['1 000 000', 1_000_000],
    ['1\u00a0000\u202f000', 1_000_000],
    ['1_000', 1000],
    ["1'000'000", 1_000_000],
    ['1,200.50', 1200.5],
    ['.5', 0.5],
    ['1e5', 100_000],
    ['1.5E-3', 0.0015],
    ['+3', 3],
    ['−3', -3],
    ['-0', 0],
    ['(300)', -300],
    ['($1,300)', -1300],
    ['-$300', -300],
    ['$-300', -300],
    ['5k', 5000],
    ['5 K', 5000],
    ['2.5M', 2_500_000],
    ['2.5 million', 2_500_000],
    ['1.2bn', 1_200_000_000],
    ['4.35k', 4350],
    ['1.1M', 1_100_000],
    ['1.2万', 12_000],
    ['3亿', 300_000_000],
    ['5千', 5000],
    ['2百万', 2_000_000],
    ['60萬', 600_000],
    ['1.2億', 120_000_000],
    ['0.6 Mio', 600_000],
    ['600 Tsd.', 600_000],
    ['2 Mrd. €', 2_000_000_000],
    ['30%', 0.3],
    ['12.5 %', 0.125],
    ['0.07%', 0.0007],
    ['20 percent', 0.2],
    ['20 per cent', 0.2],
    ['¥3.20', 3.2],
    ['$1,200', 1200],
    ['US$5k', 5000],
    ['5k USD', 5000],
    ['EUR 3.50', 3.5],
    ['3.50 €', 3.5],
    ['1.2万元', 12_000],
    ['１２，０００', 12_000],
    ['￥１.２万', 12_000],
    ['３０％', 0.3],
    ['（300）', -300],
  ])('%s is %d', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it('is what the known answers say', () => {
    const trap = known.cases.find(({ id }) => id === 'thousands_separator_trap')!;
    const texts = trap.inputs.texts!;
    const values = trap.expected.values!;
    texts.forEach((text, place) => {
      const expected = values[place];
      if (typeof expected === 'number') expect(valueOf(text)).toBe(expected);
    });
  });

  it('keeps what was written beside it', () => {
    expect(readNumber('1.2万元')).toMatchObject({ hints: { percent: false, currency: '元', scale: '万' } });
    expect(readNumber('30%')).toMatchObject({ hints: { percent: true } });
  });

  it('is the number itself, however many digits JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(valueOf(String(value))).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('is the same with thousands separators', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(',', ' ', '_', "'", '\u00a0'),
        (value, sign) => {
          expect(valueOf(String(value).replaceAll(/\B(?=(\d{3})+$)/g, sign))).toBe(value);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });
});

describe('a number that could be read in two ways', () => {
  it.each([
    ['1,23', '1.23'],
    ['0,125', '0.125'],
    ['1,2345', '1.2345'],
    ['1.234.567', '1234567'],
    ['1.234,56', '1234.56'],
    ['1.234 €', '1234 €'],
    ['€1.234', '€1234'],
    ['12,34,567', '1234567'],
    ['1_00', '100'],
    ['007', '7'],
    ['5.', '5'],
    ['-1,5%', '-1.5%'],
    ['1,5k', '1.5k'],
    ['5w', '5万'],
    ['~5', '5'],
    ['about 5k', '5k'],
    ['约5万', '5万'],
    ['12 weeks', '12'],
  ])('%s is refused, and %s proposed', (text, replacement) => {
    expect(replacementFor(text)).toBe(replacement);
    expect(readNumber(replacement).ok).toBe(true);
  });
});

describe('what is no number', () => {
  it.each([
    '',
    ' ',
    'abc',
    'Infinity',
    'NaN',
    '-',
    '.',
    ',',
    '%',
    '$',
    'k',
    '--3',
    '(-3)',
    '-(3)',
    '1,,2',
    '1,200,00',
    '1 00',
    '1.2.3',
    '0x1F',
    '10²',
    '½',
    '1/2',
    '٣',
    '一万',
    '1万5千',
    '$5€',
    '$5%',
    '30k%',
    '5mm',
    '1e400',
    '1e-400',
    '2027-01-04',
    '12:30',
    '9'.repeat(61),
  ])('%j is refused', (text) => {
    expect(readNumber(text).ok).toBe(false);
  });

  it('is never thrown or read as something not finite', () => {
    const piece = fc.constantFrom(..."0123456789.,' _-+()%$€¥kMe万亿元 ", 'percent', 'USD', '１', '～');
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const reading = readNumber(pieces.join(''));
        accepted += reading.ok ? 1 : 0;
        return reading.ok ? Number.isFinite(reading.value) : reading.message !== '';
      }),
      { numRuns: 5000, seed: 9 },
    );
    expect(accepted).toBeGreaterThan(300);
  });
});
