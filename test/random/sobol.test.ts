import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, sobolDirections } from '../../src/random/sobol.ts';
import answers from '../fixtures/known-answers/rng.json' with { type: 'json' };

describe("Sobol' points", () => {
  it('are those that Joe and Kuo publish', () => {
    const known = answers.cases.find(({ id }) => id === 'sobol_joe_kuo_first16_d6')!;
    const expected = (known.expected as { points_times_16: number[][] }).points_times_16;
    const directions = Array.from({ length: 6 }, (_, dimension) => sobolDirections(dimension));
    const points = expected.map((_, n) => {
      const gray = n ^ (n >>> 1);
      return directions.map((words) =>
        words.reduce((point, word, bit) => ((gray >>> bit) & 1 ? (point ^ word) >>> 0 : point), 0),
      );
    });
    expect(points.map((point) => point.map((coordinate) => coordinate / 2 ** 28))).toEqual(expected);
  });

  // hashlib.sha256(qmc.Sobol(64, scramble=False, bits=32)._sv.astype('<u4').tobytes()).hexdigest(), SciPy 1.17.1
  it("have SciPy's direction numbers in all dimensions", () => {
    const hash = createHash('sha256');
    for (let dimension = 0; dimension < DIMENSIONS; dimension++) {
      const bytes = new DataView(new ArrayBuffer(128));
      sobolDirections(dimension).forEach((word, k) => bytes.setUint32(4 * k, word, true));
      hash.update(bytes);
    }
    expect(DIMENSIONS).toBe(64);
    expect(hash.digest('hex')).toBe('e7859e3870546b11d8387d204847023bd369691e746411bf304c8dd58411698d');
  });

  it('have no further dimension', () => {
    expect(() => sobolDirections(64)).toThrow();
  });
});
