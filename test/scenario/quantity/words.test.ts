import { describe, expect, it } from 'vitest';
import { distributions } from '../../../src/distributions/table.ts';
import type { Unit } from '../../../src/families/parameter.ts';
import { readQuantity } from '../../../src/scenario/quantity/read.ts';
import { chinese } from '../../../src/scenario/quantity/vocabulary.ts';
import { inWords } from '../../../src/scenario/quantity/words.ts';

function words(raw: unknown, unit: Unit, options = {}): string {
  const reading = readQuantity(raw, { unit });
  if (!reading.ok) throw new Error(reading.message);
  return inWords(reading.quantity, unit, options).replaceAll('\u00a0', ' ');
}

describe('a quantity in words', () => {
  it.each<[unknown, Unit, string]>([
    // √(1.2 · 2.1) = 1.5875
    ['1.2 to 2.1', 'money', '90 % between 1.20 and 2.10, median 1.59, lognormal'],
    ['380 to 460', 'money', '90 % between 380 and 460, median 418, lognormal'],
    ['1,234,567 to 2.5M', 'money', '90 % between 1,234,567 and 2,500,000, median 1,756,820, lognormal'],
    ['2.4% to 3.6%', 'rate', '90 % between 2.4 % and 3.6 %, median 2.9 %, logit-normal'],
    ['30% to 45%', 'rate', '90 % between 30 % and 45 %, median 37 %, logit-normal'],
    ['0.05 to 8000', 'number', '90 % between 0.050 and 8,000, median 20, lognormal'],
    ['-5 ± 10', 'number', '90 % between -21 and 11, median -5, normal'],
    ['410; 388; 402', 'money', '90 % between 388 and 410, median 402, from the values given'],
    ['1.2M', 'money', '1,200,000'],
    [0.07, 'rate', '7 %'],
    ['12.5%', 'rate', '12.5 %'],
    ['-1234.5', 'number', '-1,234.5'],
    ['= cpm * 1.1', 'money', 'computed as cpm * 1.1'],
  ])('%j (%s) is "%s"', (raw, unit, expected) => {
    expect(words(raw, unit)).toBe(expected);
  });

  it('tells the currency and what is cut off', () => {
    expect(words('3 to 5', 'money', { currency: 'CNY' })).toBe(
      '90 % between 3.0 and 5.0 CNY, median 3.9 CNY, lognormal',
    );
    expect(words('5k', 'money', { currency: 'CNY' })).toBe('5,000 CNY');
    expect(words('3 to 5', 'hours', { currency: 'CNY' })).not.toContain('CNY');
    expect(words({ distribution: 'normal', mean: 5, sd: 3, truncate: { low: 1, high: 8 } }, 'number')).toMatch(
      /normal, never below 1, never above 8$/,
    );
  });

  it('speaks Chinese', () => {
    expect(words('6万 to 14万', 'money', { words: chinese, currency: 'CNY' })).toBe(
      '90 % 的可能在 60,000 到 140,000 CNY 之间，中位数 91,652 CNY，对数正态分布',
    );
    for (const family of Object.keys(distributions)) expect(chinese.families).toHaveProperty([family]);
  });
});
