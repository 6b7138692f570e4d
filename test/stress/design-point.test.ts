import { describe, expect, it } from 'vitest';
import { exp } from '../../src/numeric/exp.ts';
import { chanceBeyond } from '../../src/stress/chance-beyond.ts';
import { crossing } from '../../src/stress/crossing.ts';
import { designPoint, type ValuesAt } from '../../src/stress/design-point.ts';

const each =
  (f: (...scores: number[]) => number): ValuesAt =>
  (scores) =>
    scores[0]!.map((_, i) => f(...scores.map((row) => row[i]!)));

describe('the design point', () => {
  it('of a Gaussian sum is known in closed form', () => {
    // 100 + 3 u + 4 v falls to 82.5 at distance 17.5 / 5 in the direction (-3, -4).
    const found = designPoint(
      each((u, v) => 100 + 3 * u + 4 * v),
      [0, 0],
      82.5,
    )!;
    expect(found.distance).toBeCloseTo(3.5, 6);
    expect(found.scores[0]).toBeCloseTo(-2.1, 6);
    expect(found.scores[1]).toBeCloseTo(-2.8, 6);
    expect(found.shares[1]).toBeCloseTo(0.64, 6);
  });

  it('of two lognormals is known in closed form', () => {
    // ln R - ln S is normal with mean 0.8 and variance 0.34: distance 0.8 / sqrt(0.34).
    const found = designPoint(
      each((u, v) => exp(1 + 0.3 * u) - exp(0.2 + 0.5 * v)),
      [0, 0],
      0,
    )!;
    expect(found.distance).toBeCloseTo(1.371988681140071, 6);
  });

  it('of the plastic moment of a beam is the nearest point of the curve on which it yields', () => {
    // A golden section search of min u² + v² along v = (1140 / (38 + 3.8 u) - 54) / 2.7, done apart in Python.
    const found = designPoint(
      each((u, v) => (38 + 3.8 * u) * (54 + 2.7 * v) - 1140),
      [0, 0],
      0,
    )!;
    expect(found.distance).toBeCloseTo(4.261350761434608, 4);
  });

  it('is none where the figure never falls so far, or is there already', () => {
    expect(
      designPoint(
        each((u) => 10 + exp(u)),
        [0],
        5,
      ),
    ).toBeUndefined();
    expect(
      designPoint(
        each((u) => 10 + u),
        [0],
        12,
      ),
    ).toBeUndefined();
  });
});

describe('the chance beyond a level', () => {
  it('is Φ(-3.5) for a Gaussian sum, within its error, where 4,096 plain draws would hardly see one', () => {
    const valuesAt = each((u, v) => 100 + 3 * u + 4 * v);
    const found = chanceBeyond(valuesAt, ['a', 'b'], [-2.1, -2.8], 82.5, { seed: 'test', draws: 4096 });
    expect(Math.abs(found.value - 0.00023262907903552502)).toBeLessThan(4 * found.standardError);
    expect(found.standardError).toBeLessThan(0.03 * found.value);
  });

  it('is what plain draws say around the middle', () => {
    const found = chanceBeyond(
      each((u) => u),
      ['a'],
      [0],
      0,
      { seed: 'test', draws: 1024 },
    );
    expect(found.value).toBeCloseTo(0.5, 2);
  });
});

describe('a crossing', () => {
  it('is found to a thousandth of the bracket, rising or falling', () => {
    expect(crossing([0, 2], [-2, 2], (x) => x * x - 2)).toBeCloseTo(Math.SQRT2, 2);
    expect(crossing([0, 2], [2, -2], (x) => 2 - x * x)).toBeCloseTo(Math.SQRT2, 2);
  });

  it('is none between equal signs', () => {
    expect(crossing([0, 1], [1, 2], () => 1)).toBeUndefined();
  });
});
