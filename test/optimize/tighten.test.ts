import { describe, expect, it } from 'vitest';
import type { LinearLimit } from '../../src/domain.ts';
import { tightened } from '../../src/optimize/branch/tighten.ts';

/** Two amounts of 100 at most together, each of which is nothing or at least so much. */
const sum: LinearLimit = {
  name: 'total',
  path: 'budget.total',
  terms: [0, 1].map((channel) => ({ channel, period: 0, coefficient: 1 })),
  most: 100,
};
/** Bounds, which are given a billionth of their range as slack. */
const within = (lower: readonly number[], least: readonly number[]) => {
  const bounds = { lower: Float64Array.from(lower), upper: Float64Array.of(1000, 1000) };
  const found = tightened([sum], 1, bounds, Float64Array.from(least));
  return found && [found.lower, found.upper].map((side) => Array.from(side, (bound) => Math.round(bound * 1e3) / 1e3));
};

describe('bounds of amounts that are nothing or at least so much', () => {
  it('are 0 where the least is more than can be spent', () => {
    expect(within([0, 0], [101, 40])).toEqual([
      [0, 0],
      [0, 100],
    ]);
    expect(within([0, 0], [100, 40])).toEqual([
      [0, 0],
      [100, 100],
    ]);
  });

  it('are at least so much where something is spent, which may leave too little for the other', () => {
    expect(within([10, 0], [61, 40])).toEqual([
      [61, 0],
      [100, 0],
    ]);
  });

  it('are none where something has to be spent and so much cannot be', () => {
    expect(within([10, 10], [61, 40])).toBeUndefined();
  });
});
