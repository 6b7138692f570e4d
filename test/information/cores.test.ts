import { describe, expect, it } from 'vitest';
import { againstBest } from '../../src/compare/best.ts';
import { counted, weightsAfter } from '../../src/information/pilot.ts';
import { fitted } from '../../src/information/regression.ts';
import { bestOf, ruleValue } from '../../src/information/rule-value.ts';
import { keyOf } from '../../src/random/key.ts';
import { normalScores, pointStream, uniforms } from '../../src/random/points.ts';
import { meanOf } from '../../src/simulate/tally/row-estimates.ts';
import { weightedMean } from '../../src/sensitivity/weights.ts';

const N = 16_384;
const stream = (id: string, fill: typeof uniforms) => {
  const row = new Float64Array(N);
  fill(pointStream(keyOf('information'), 'sobol', id), 0, N, row);
  return row;
};
const normal = (id: string) => stream(id, normalScores);
const perfect = (rows: readonly Float64Array[]) => meanOf(againstBest(rows).regret[bestOf(rows)]!);

describe("Raiffa's oil wildcatter", () => {
  // Raiffa, "Decision analysis" (1968): a hole is dry (0.5, -70), wet (0.3, 50) or soaking (0.2, 200); not to drill is 0. Drilling is
  // worth 20; knowing the hole 0.3 × 50 + 0.2 × 200 = 55, so 35 more. Seismic soundings, by dry, wet, soaking: no structure 0.6,
  // 0.3, 0.1; open 0.3, 0.4, 0.4; closed 0.1, 0.3, 0.5. After none the hole is worth -21 + 4.5 + 4 < 0: not drilled. After open
  // -10.5 + 6 + 16 = 11.5, after closed -3.5 + 4.5 + 20 = 21: 32.5 in all, so the sounding is worth 12.5.
  const hole = stream('hole', uniforms).map((u) => (u < 0.5 ? 0 : u < 0.8 ? 1 : 2));
  const luck = stream('luck', uniforms);
  const none = [0.6, 0.3, 0.1];
  const open = [0.9, 0.7, 0.5];
  const sounding = hole.map((state, i) => (luck[i]! < none[state]! ? 0 : luck[i]! < open[state]! ? 1 : 2));
  const drill = hole.map((state) => [-70, 50, 200][state]!);
  const rows = [drill, new Float64Array(N)];

  it('values knowing the hole at 35', () => {
    const { value, standardError } = perfect(rows);
    expect(Math.abs(value - 35)).toBeLessThan(4 * standardError + 1e-9);
  });

  it('values the sounding at 12.5, and knowing one of it at 35', () => {
    const found = ruleValue([sounding], rows);
    expect(Math.abs(found.value - 12.5)).toBeLessThan(4 * found.standardError);
    expect(found.standardError).toBeLessThan(0.6);
    const known = ruleValue([hole], rows);
    expect(Math.abs(known.value - 35)).toBeLessThan(4 * known.standardError + 1e-9);
  });
});

describe('a Gaussian choice', () => {
  // The gain of one plan over another is 1 + 2 x + z. Knowing a part of it with standard deviation s is worth s L(1 / s), with the unit
  // normal loss L(t) = φ(t) - t Φ(-t): Raiffa and Schlaifer (1961). Digits from math.erfc in Python.
  const [x, z] = [normal('x'), normal('z')];
  const rows = [x.map((value, i) => 1 + 2 * value + z[i]!), new Float64Array(N)];
  const near = (found: { value: number; standardError: number }, exact: number) => {
    expect(Math.abs(found.value - exact)).toBeLessThan(4 * found.standardError);
    expect(found.standardError).toBeLessThan(0.03);
  };

  it('has the value of perfect information in closed form', () => near(perfect(rows), 0.47981070634839257));
  it('has that of knowing x in closed form', () => near(ruleValue([x], rows), 0.39559311480261217));
  it('has that of knowing both', () => near(ruleValue([x, z], rows), 0.47981070634839257));
  it('has that of four measurements of x with error 2', () => {
    const error = normal('error');
    // Their mean has an error of 1, so it tells half of the variance of 2 x.
    near(ruleValue([x.map((value, i) => value + error[i]!)], rows), 0.1996412283742457);
  });
  it('gives nothing for knowing what does not matter', () => {
    expect(ruleValue([normal('other')], rows).value).toBeLessThan(0.01);
  });
});

it('takes a signal that does harm for worth nothing: nobody has to use it', () => {
  // What one half of the draws says of the signal is the other way round in the other half: a plan chosen by it loses 2 in half of them.
  const signal = Float64Array.from({ length: 64 }, (_, i) => (i >> 1) % 2);
  const gain = signal.map((told, i) => ((told === 1) === (i % 2 === 0) ? 1 : -2));
  expect(ruleValue([signal], [new Float64Array(64), gain]).value).toBe(0);
});

describe('least squares', () => {
  it('finds the plane through points, and leaves out a column that follows from others', () => {
    const one = Float64Array.of(1, 1, 1, 1);
    const a = Float64Array.of(0, 1, 2, 3);
    const twice = a.map((value) => 2 * value);
    const [values] = fitted([one, a, twice], [Float64Array.of(5, 7, 9, 11)], [one, a, twice]);
    [5, 7, 9, 11].forEach((value, k) => expect(values![k]).toBeCloseTo(value, 9));
  });

  it('tells other draws than it learns from', () => {
    const row = (...values: number[]) => Float64Array.from(values);
    const [values] = fitted([row(1, 1), row(0, 1)], [row(2, 4)], [row(1, 1, 1), row(5, -1, 0.5)]);
    expect([...values!]).toEqual([12, 0, 3].map((value) => expect.closeTo(value, 9)));
  });
});

describe('a pilot', () => {
  it('counts what Poisson says: mean and variance are what is expected', () => {
    const counts = counted(new Float64Array(N).fill(6), 'pilot', 'seed');
    const mean = counts.reduce((sum, count) => sum + count, 0) / N;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / N;
    expect(mean).toBeCloseTo(6, 1);
    expect(variance).toBeCloseTo(6, 0);
    expect([...counted(Float64Array.of(0, 0), 'pilot', 'seed')]).toEqual([0, 0]);
  });

  it('moves beliefs as Bayes: a gamma prior and a count have a gamma posterior', () => {
    // Exponential prior with mean 10; after a count of 20 in one unit of exposure: gamma(21) with rate 1.1, mean 19.0909.
    const prior = stream('prior', uniforms).map((u) => -10 * Math.log(u));
    expect(Math.abs(weightedMean(prior, weightsAfter([prior], [20])!) - 21 / 1.1)).toBeLessThan(0.15);
    expect(weightsAfter([Float64Array.of(0, 0)], [3])).toBeUndefined();
  });
});
