import { describe, expect, it } from 'vitest';
import { dayOrderOf, minuteIn, spanIn } from '../../src/importers/exports/days.ts';
import { currencyOf, headingOf } from '../../src/importers/exports/heading.ts';
import { decimalSignOf, numberIn } from '../../src/importers/exports/numbers.ts';
import { dayCalled, dayNumber } from '../../src/scenario/calendar.ts';

describe('numbers in cells', () => {
  it('are read as each country writes them', () => {
    for (const [text, sign, value] of [
      ['1,234.50', '.', 1234.5],
      ['1.234,50', ',', 1234.5],
      ['1\u202f020,50', ',', 1020.5],
      ["1'234.5", '.', 1234.5],
      ['6.573', ',', 6573],
      ['$1,117.10K', '.', 1_117_100],
      ['¥3.20', '.', 3.2],
      ['1.2万', '.', 12_000],
      ['1,586.17元', '.', 1586.17],
      ['(1,234)', '.', -1234],
      ['7.61%', '.', 0.0761],
      ['--', '.', undefined],
      ['', '.', undefined],
      ['<5', '.', 'masked'],
      ['=1+1', '.', 'bad'],
      ['12 apples', '.', 'bad'],
    ] as const) {
      expect([text, numberIn(text, sign)]).toEqual([text, value]);
    }
  });

  it('decide together which sign stands before decimals', () => {
    expect(decimalSignOf(['1.234', '175,14'])).toBe(',');
    expect(decimalSignOf(['1,234', '175.14'])).toBe('.');
    expect(decimalSignOf(['1.234.567'])).toBe(',');
    expect(decimalSignOf(['0.125'])).toBe('.');
    expect(decimalSignOf(['1,234', '12', '--'])).toBeUndefined();
    expect(decimalSignOf(['1,5', '1.5'])).toBeUndefined();
  });
});

describe('days in cells', () => {
  const day = (text: string | number, order: 'day first' | 'month first' = 'day first') => {
    const span = spanIn(text, order);
    return span === undefined ? undefined : [dayCalled(span.first), dayCalled(span.last)];
  };

  it('are read in every form that exports have', () => {
    // 46,039 is 2026-01-17 in a spreadsheet, as LibreOffice shows it.
    for (const text of [
      '2026-01-17',
      '2026/1/17',
      '20260117',
      '2026年1月17日',
      '17 Jan, 2026 00:03:00',
      'January 17, 2026',
      '2026-01-17 10:00:00',
      '2026-01-17T10:00:00Z',
      '17.1.2026',
      46_039,
    ]) {
      expect([text, day(text)]).toEqual([text, ['2026-01-17', '2026-01-17']]);
    }
    expect(day('1/17/2026', 'month first')).toEqual(['2026-01-17', '2026-01-17']);
    expect(day('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
    for (const text of ['2025年3月', '2025年03月', '2025-03', '2025/03', '2025.3'])
      expect([text, day(text)]).toEqual([text, ['2025-03-01', '2025-03-31']]);
    for (const text of ['', 'soon', '2026-13-01', '2026-02-29', '17', 17, '9999-12-31', '01.01.0001', '1900-01'])
      expect([text, day(text)]).toEqual([text, undefined]);
  });

  // By Python 3.12: `date.fromisocalendar(year, 1, 1)` and `date(year, 12, 28).isocalendar().week`.
  it.each([
    [2015, '2014-12-29', 53],
    [2016, '2016-01-04', 52],
    [2017, '2017-01-02', 52],
    [2018, '2018-01-01', 52],
    [2019, '2018-12-31', 52],
    [2020, '2019-12-30', 53],
    [2021, '2021-01-04', 52],
    [2022, '2022-01-03', 52],
    [2023, '2023-01-02', 52],
    [2024, '2024-01-01', 52],
    [2025, '2024-12-30', 52],
    [2026, '2025-12-29', 53],
    [2027, '2027-01-04', 52],
    [2028, '2028-01-03', 52],
    [2029, '2029-01-01', 52],
    [2030, '2029-12-31', 52],
    [2031, '2030-12-30', 52],
    [2032, '2031-12-29', 53],
  ] as const)('of %i are in weeks of ISO 8601, the first from %s on, %i of them', (year, first, weeks) => {
    const monday = dayNumber(first);
    for (let week = 1; week <= weeks; week += 1) {
      const span = { first: monday + 7 * (week - 1), last: monday + 7 * week - 1 };
      const two = String(week).padStart(2, '0');
      for (const text of [
        `${year}-W${two}`,
        `${year}W${two}`,
        `${year} KW ${week}`,
        `${year}年第${week}周`,
        `${year}年${week}周`,
      ])
        expect([text, spanIn(text, 'day first')]).toEqual([text, span]);
      expect(spanIn(`${year}-W${two}-7`, 'day first')).toEqual({ first: span.last, last: span.last });
    }
    expect(spanIn(`${year}-W${weeks + 1}`, 'day first')).toBeUndefined();
    expect(spanIn(`${year}-W00`, 'day first')).toBeUndefined();
  });

  it('decide together which comes first', () => {
    expect(dayOrderOf(['3/4/2026', '13/4/2026'])).toBe('day first');
    expect(dayOrderOf(['3/4/2026', '4/13/2026'])).toBe('month first');
    expect(dayOrderOf(['3/4/2026'])).toBe('either');
    expect(dayOrderOf(['2026-04-03'])).toBeUndefined();
  });
});

describe('headings', () => {
  it('are compared without marks, case, width and unit', () => {
    expect(headingOf('\ufeffAmount  spent (USD) ')).toEqual({ name: 'amount spent', unit: 'usd' });
    expect(headingOf('消耗（元）')).toEqual({ name: '消耗', unit: '元' });
    expect(headingOf('Start Date (in UTC)')).toEqual({ name: 'start date (in utc)' });
    expect([currencyOf('usd'), currencyOf('元'), currencyOf('%'), currencyOf(undefined)]).toEqual([
      'USD',
      'CNY',
      undefined,
      undefined,
    ]);
  });
});

describe('the time in a cell', () => {
  it.each([
    ['2026-01-01 12:27', 747],
    ['2026/1/1 9:05:59', 545],
    ['Jan 1, 2026 12:05 AM', 5],
    ['1/17/2026 1:30 PM', 810],
    ['2026-01-01T00:00', 0],
    // Half past nine in the morning of a day of spreadsheets.
    [46_023 + 9.5 / 24, 570],
    [46_023, undefined],
    ['2026-01-01', undefined],
    ['2026年1月1日', undefined],
  ])('%s is minute %s of the day', (cell, minute) => {
    expect(minuteIn(cell)).toBe(minute);
  });
});
