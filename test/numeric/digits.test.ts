import { describe, expect, it } from 'vitest';
import { magnitude, withThousands } from '../../src/numeric/digits.ts';

describe('digits', () => {
  it('have the power of ten that one writes them with', () => {
    expect([1034, 999.99, 1000, 0.999, -0.031, 0.001, -250, 5e-324, 0, Infinity].map(magnitude)).toEqual([
      3, 2, 3, -1, -2, -3, 2, -324, 0, 0,
    ]);
  });

  it('stand in thousands before the point', () => {
    expect(['1', '123', '1234', '-1234', '-123', '1234567.12345', '0.123456', '1e+21'].map(withThousands)).toEqual([
      '1',
      '123',
      '1,234',
      '-1,234',
      '-123',
      '1,234,567.12345',
      '0.123456',
      '1e+21',
    ]);
  });
});
