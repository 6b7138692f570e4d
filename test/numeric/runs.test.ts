import { expect, it } from 'vitest';
import { runsOf } from '../../src/numeric/runs.ts';

it('puts neighbours together', () => {
  expect(runsOf([1, 2, 3, 7, 9, 10])).toEqual([
    { from: 1, to: 3 },
    { from: 7, to: 7 },
    { from: 9, to: 10 },
  ]);
  expect(runsOf([])).toEqual([]);
});
