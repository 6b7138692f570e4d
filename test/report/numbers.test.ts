import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeFigure, chanceFigure, figure, inline } from '../../src/report/numbers/estimate.ts';
import { tick as chineseTick } from '../../src/report/numbers/chinese.ts';
import { changePercent, exact, percent, signed } from '../../src/report/numbers/exact.ts';
import { grouped } from '../../src/report/numbers/grouped.ts';
import { rough, roughRange } from '../../src/report/numbers/rough.ts';
import { short, tick } from '../../src/report/numbers/short.ts';

/** No-break spaces as plain ones, for reading. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('grouped', () => {
  it.each([
    [1234.5, 2, '1,234.50'],
    [-1_200_000, 0, '-1,200,000'],
    [999.999, 2, '1,000.00'],
    [348_614.78, -2, '348,600'],
    [50, -2, '100'],
    [-0.004, 2, '0.00'],
    [0, 0, '0'],
    [100, 0, '100'],
  ])('writes %d with %d decimals as %s', (value, decimals, text) => {
    expect(grouped(value, decimals)).toBe(text);
  });

  it('reads back as the number it was, to half of the last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const back = Number(grouped(value, decimals).replaceAll(',', ''));
          // Half a digit, and the rounding of a number of size 1e12.
          expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 2e-4);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('figures with their noise', () => {
  it('are rounded as the Particle Data Group rounds', () => {
    // Review of Particle Physics (2022), 5.3: 0.827 ± 0.119 is 0.83 ± 0.12, 0.827 ± 0.367 is 0.8 ± 0.4.
    expect(spaced(inline(figure({ value: 0.827, standardError: 0.119 }, 'ratio')))).toBe('0.83 ± 0.12');
    expect(spaced(inline(figure({ value: 0.827, standardError: 0.367 }, 'ratio')))).toBe('0.8 ± 0.4');
    expect(spaced(inline(figure({ value: 348_614.78, standardError: 1130 }, 'money')))).toBe('348,600 ± 1,100');
  });

  it('show no noise that is below their last digit', () => {
    expect(figure({ value: 4.4736, standardError: 0.0004 }, 'ratio')).toEqual({ text: '4.47' });
    expect(figure({ value: 1_034_213, standardError: 0 }, 'money')).toEqual({ text: '1,034,213' });
  });

  it('say that there is none where there is no number', () => {
    for (const value of [NaN, Infinity, -Infinity]) expect(figure({ value, standardError: 1 }, 'money').text).toBe('–');
    expect(figure(undefined, 'money').text).toBe('–');
  });

  it('of changes have a sign, and none when nothing changes', () => {
    expect(changeFigure({ value: 213.4, standardError: 4 }, 'money').text).toBe('+213');
    expect(changeFigure({ value: -213.4, standardError: 4 }, 'money').text).toBe('-213');
    expect(signed('0')).toBe('0');
  });
});

describe('changes of an amount', () => {
  it.each([
    [200, 230, '+15 %'],
    [200, 201, '+0.5 %'],
    [200, 0, '-100 %'],
    [1000, 6, '-99 %'],
    [1000, 5, '-99.5 %'],
    // 99.6, 99.95 and 99.9999 % less: never as much as all.
    [1000, 4, '-99.6 %'],
    [1000, 0.5, '-99.9 %'],
    [1_000_000, 1, '-99.9 %'],
  ])('from %d to %d are a loss of all only where nothing is left: %s', (before, after, told) => {
    expect(spaced(changePercent(before, after))).toBe(told);
  });
});

describe('chances', () => {
  it('that never came true are below what the draws can tell: three in their number', () => {
    // Rule of three: 3 / 16,384 = 0.0183 %.
    expect(spaced(chanceFigure({ value: 0, standardError: 0 }, 16_384).text)).toBe('< 0.018 %');
    expect(spaced(chanceFigure({ value: 1, standardError: 0 }, 16_384).text)).toBe('> 99.982 %');
    expect(spaced(chanceFigure({ value: 0, standardError: 0 }, 256).text)).toBe('< 1.2 %');
  });

  it('are percents with their noise in percents', () => {
    expect(spaced(inline(chanceFigure({ value: 0.9317, standardError: 0.0018 }, 16_384)))).toBe('93.17 % ± 0.18');
    expect(spaced(inline(chanceFigure({ value: 0.412, standardError: 0.021 }, 256)))).toBe('41.2 % ± 2.1');
  });
});

describe('other numbers', () => {
  it('without noise have three digits that count, ends of a range the steps of the larger', () => {
    expect(rough(1_034_211, 'money')).toBe('1,030,000');
    expect(rough(0.0004, 'count')).toBe('0'); // not 0.00
    expect(roughRange([-1204.4, 17_733.2], 'money')).toEqual(['-1,200', '17,700']);
    expect(roughRange([0.1, 0.234], 'money')).toEqual(['0.10', '0.23']);
  });

  it('that are small amounts, as in millions of a currency, are told apart as large ones are', () => {
    expect([0.000_041_3, 0.05, 0.0123456, 0.1, 1e-9].map((value) => exact(value, 'money'))).toEqual([
      '0.0000413',
      '0.05',
      '0.0123',
      '0.10',
      '0.00',
    ]);
    expect(rough(0.0004, 'money')).toBe('0.0004');
    expect(roughRange([-0.001204, 0.01773], 'money')).toEqual(['-0.0012', '0.0177']);
    expect(spaced(inline(figure({ value: 0.001234, standardError: 0.000021 }, 'money')))).toBe('0.00123 ± 0.00002');
    expect([-0.0002, 0, 0.0002].map((value, _, all) => tick(value, all))).toEqual(['-0.0002', '0', '0.0002']);
    expect(short(0.00125)).toBe('0.00125');
  });

  it('are short in a label', () => {
    expect([-50_000, 0, 1_250_000, 2e9, 0.25, 999, 1000].map((value) => short(value))).toEqual([
      '-50k',
      '0',
      '1.25M',
      '2B',
      '0.25',
      '999',
      '1k',
    ]);
  });

  it('are in one unit along an axis, and tell its values apart', () => {
    const [english, chinese] = [tick, chineseTick].map(
      (text) => (values: readonly number[]) => values.map((value) => text(value, values)),
    );
    expect(english!([1_000_000, 1_250_000, 1_500_000])).toEqual(['1M', '1.25M', '1.5M']);
    expect(english!([-200, 0, 200, 1000])).toEqual(['-0.2k', '0', '0.2k', '1k']);
    expect(english!([3_326_000, 3_328_000])).toEqual(['3,326,000', '3,328,000']);
    expect(english!([3_325_000])).toEqual(['3,325,000']);
    expect(english!([0, 0.2, 0.4, 0.6000000000000001])).toEqual(['0', '0.2', '0.4', '0.6']);
    expect(chinese!([-5000, 0, 5000, 10_000, 15_000])).toEqual(['-0.5万', '0', '0.5万', '1万', '1.5万']);
    expect(chinese!([0, 50_000_000, 100_000_000])).toEqual(['0', '0.5亿', '1亿']);
    expect(chinese!([1_000_050, 1_000_100])).toEqual(['1,000,050', '1,000,100']);
    expect(chinese!([0, 2500, 5000])).toEqual(['0', '2,500', '5,000']);
  });

  it('that no draw changes are shown whole when they are', () => {
    expect([exact(5600, 'money'), exact(12.5, 'money'), exact(1234.56, 'money')]).toEqual(['5,600', '12.50', '1,235']);
    expect(spaced(percent(0.4, 0))).toBe('40 %');
  });
});
