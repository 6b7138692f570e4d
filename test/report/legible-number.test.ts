import { describe, expect, it } from 'vitest';
import { editOf } from '../../src/report/sentences/conflict.ts';
import { legibleNumber } from '../../src/report/sentences/legible-number.ts';
import { limitOf } from './sample.ts';

const limit = limitOf('total', 'budget.total', { most: 10_000 });
const change = (by: number, byAtMost?: number) =>
  ({ limit, side: 'most', kind: 'change', by, ...(byAtMost === undefined ? {} : { byAtMost }) }) as const;

describe('the number that a field is to hold', () => {
  it('is rounded the way that gives room', () => {
    expect(legibleNumber(10_000, change(1234.5678), 'money')).toBe(11_235);
    expect(legibleNumber(10_000, change(-1234.5678), 'money')).toBe(8765);
    expect(legibleNumber(20, change(1.2345), 'money')).toBe(21.24);
    expect(legibleNumber(0.3, change(0.12345), 'rate')).toBe(0.424);
  });

  it('goes no further than it may', () => {
    expect(legibleNumber(10_000, change(0.04, 0.04), 'money')).toBe(10_000.04);
  });

  it('is told with its change in the digits that both have', () => {
    // In floating point, 10,000.04 less 10,000 is 0.0400000000009.
    expect(editOf(change(0.04, 0.04))).toMatchObject({ by: '0.04', to: '10,000.04' });
  });
});
