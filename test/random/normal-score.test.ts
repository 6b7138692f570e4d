import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numeric/normal.ts';
import { normalScore } from '../../src/random/normal-score.ts';

describe('the normal score of a word', () => {
  // Places in every octave and every cell of the table, and the ends.
  const words = Array.from({ length: 31 * 600 }, (_, i) =>
    Math.floor(2 ** Math.floor(i / 600) * (1 + (i % 600) / 600)),
  );

  it('is the normal quantile of its probability to 4e-11', () => {
    for (const word of [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, ...words]) {
      expect(Math.abs(normalScore(word) - normalQuantile((word + 0.5) / 2 ** 32))).toBeLessThan(4e-11);
    }
  });

  // scipy.stats.norm.ppf(0.5 / 2**32), SciPy 1.17.1
  it('reaches to 6.34 standard deviations', () => {
    expect(normalScore(0)).toBeCloseTo(-6.337957754553787, 10);
  });

  it('increases, and is odd about the middle', () => {
    for (let i = 1; i < words.length; i++) {
      const word = words[i]!;
      expect(normalScore(word)).toBeGreaterThan(normalScore(word - 1));
      expect(normalScore(2 ** 32 - 1 - word)).toBe(-normalScore(word));
    }
  });
});
