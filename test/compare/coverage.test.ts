import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream } from '../../src/random/points.ts';
import { changeOf } from '../../src/simulate/summary/difference.ts';

describe('the intervals of a comparison', () => {
  it.each(['plain', 'sobol'] as const)('hold the truth in 95 of 100 cases: %s', (method) => {
    // Two plans that share most of their luck; the second brings 0.3 more, and in skewed cases.
    const draws = 256;
    let held = 0;
    for (let seed = 0; seed < 400; seed++) {
      const scores = (id: string) => {
        const row = new Float64Array(draws);
        normalScores(pointStream(keyOf(`study ${seed}`), method, id), 0, draws, row);
        return row;
      };
      const [shared, own] = [scores('shared'), scores('own')];
      const after = shared.map((value, i) => value + 0.3 + own[i]! * own[i]! - 1);
      const { interval } = changeOf(shared, after);
      if (interval[0] <= 0.3 && 0.3 <= interval[1]) held += 1;
    }
    // Fewer than 366 of 400 happen in one of 1,000 studies of intervals that hold with 95 %.
    expect(held).toBeGreaterThanOrEqual(366);
  });
});
