import { describe, expect, it } from 'vitest';
import {
  check,
  cumulative,
  density,
  exceedance,
  kinks,
  mean,
  quantile,
  sd,
  support,
} from '../../src/distributions/distribution.ts';
import { lawOf } from '../../src/distributions/law-of.ts';
import { distributions } from '../../src/distributions/table.ts';
import type { Distribution } from '../../src/families/distribution.ts';
import { normalCumulative, normalDensity } from '../../src/numeric/normal.ts';
import { EXAMPLES, REFUSED } from './examples.ts';

const GRID = [1e-12, 1e-6, 0.001, ...Array.from({ length: 39 }, (_, i) => (i + 1) / 40), 0.999, 1 - 1e-6, 1 - 1e-12];
const UPPER_TAIL = [0.3, 0.01, 1e-6, 1e-12, 1e-15];

const all: [string, Distribution][] = Object.entries(EXAMPLES).flatMap(([family, examples]) =>
  examples.map((parameters): [string, Distribution] => [
    `${family} ${JSON.stringify(parameters).slice(0, 70)}`,
    { family, parameters },
  ]),
);
const discrete = all.filter(([, { family }]) => distributions[family]!.discrete);
const continuous = all.filter(([, { family }]) => !distributions[family]!.discrete);
/** A window that leaves out a fifth below and a tenth above. */
const truncated = continuous.map(([name, d]): [string, Distribution] => [
  `${name} truncated`,
  { ...d, truncate: { low: quantile(d, 0.2), high: quantile(d, 0.9) } },
]);

/** Mean and sd by the trapezoidal rule over the normal score, which is not how the code integrates. */
function momentsOverScores(d: Distribution): { mean: number; sd: number } {
  const law = lawOf(d);
  const centre = quantile(d, 0.5);
  const step = 1 / 48;
  let first = 0;
  let second = 0;
  for (let z = -37; z <= 37; z += step) {
    const weight = normalDensity(z) * step;
    const x = law.quantile(normalCumulative(z), normalCumulative(-z)) - centre;
    first += weight * x;
    second += weight * x * x;
  }
  return { mean: centre + first, sd: Math.sqrt(second - first * first) };
}

it('tries every family of the table', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(distributions).sort());
  expect(Object.keys(REFUSED).sort()).toEqual(Object.keys(distributions).sort());
  for (const [name, family] of Object.entries(distributions)) expect(family.name).toBe(name);
});

describe.each(all)('%s', (_, d) => {
  it('is accepted', () => expect(check(d)).toBeUndefined());

  it('has quantiles that never fall and stay in the support', () => {
    const [low, high] = support(d);
    const values = [0, ...GRID, 1].map((p) => quantile(d, p));
    values.forEach((x, i) => expect(x).toBeGreaterThanOrEqual(i === 0 ? low : values[i - 1]!));
    expect(values.at(-1)).toBeLessThanOrEqual(high);
    expect(values.every((x) => !Number.isNaN(x))).toBe(true);
  });

  it('has all its probability in its support', () => {
    const [low, high] = support(d);
    expect([cumulative(d, low - 1), cumulative(d, high)]).toEqual([0, 1]);
    expect([exceedance(d, low - 1), exceedance(d, high)]).toEqual([1, 0]);
  });

  it('has probabilities below and above that add up to 1', () => {
    for (const p of GRID) {
      const x = quantile(d, p);
      expect(cumulative(d, x) + exceedance(d, x)).toBeCloseTo(1, 12);
    }
  });
});

describe.each([...continuous, ...truncated])('%s', (_, d) => {
  it('has quantiles that undo the probabilities, in either tail', () => {
    const law = lawOf(d);
    for (const p of GRID) {
      const x = quantile(d, p);
      // One rounding of x moves its probability by density times the rounding.
      const rounding = 4 * Number.EPSILON * Math.abs(x) * (Number.isFinite(density(d, x)) ? density(d, x) : 0);
      expect(Math.abs(cumulative(d, x) - p)).toBeLessThanOrEqual(1e-11 + rounding);
      if (p <= 1e-6 && Math.abs(x) < 1e3 && rounding < 1e-30) expect(cumulative(d, x) / p).toBeCloseTo(1, 8);
    }
    for (const above of UPPER_TAIL) {
      const x = law.quantile(1 - above, above);
      const ofX = 4 * Number.EPSILON * Math.abs(x) * density(d, x);
      // Near the end of a window, what lies beyond is the difference of two probabilities of the whole.
      const rounding = ofX + (d.truncate === undefined ? 0 : 1e-15);
      expect(Math.abs(exceedance(d, x) - above)).toBeLessThanOrEqual(1e-10 * above + rounding);
    }
  });

  it('has the density as slope of the probability', () => {
    for (const p of [0.05, 0.3, 0.5, 0.8, 0.97]) {
      const x = quantile(d, p);
      const width = (quantile(d, p + 0.001) - quantile(d, p - 0.001)) / 2;
      const slope = (cumulative(d, x + width) - cumulative(d, x - width)) / (2 * width);
      expect(density(d, x) / slope).toBeCloseTo(1, 2);
    }
  });

  it('takes any value as a hint without another answer', () => {
    const law = lawOf(d);
    for (const p of [1e-9, 0.1, 0.5, 0.9]) {
      for (const hint of [0.2, 0.5, 0.999]) {
        const exact = law.quantile(p, 1 - p);
        expect(Math.abs(law.quantile(p, 1 - p, quantile(d, hint)) - exact)).toBeLessThanOrEqual(
          1e-13 * Math.abs(exact),
        );
      }
    }
  });

  it('has the moments of its quantile function', () => {
    const expected = momentsOverScores(d);
    const rough = kinks(d).length > 0 || d.truncate !== undefined; // the trapezoidal rule converges slowly there
    const spread = sd(d);
    if (spread !== undefined) {
      expect(Math.abs(mean(d)! - expected.mean)).toBeLessThanOrEqual(1e-7 * spread * (rough ? 1 : 0.01));
      expect(spread / expected.sd).toBeCloseTo(1, rough ? 6 : 8);
    } else {
      expect(d.family).toMatch(/student-t|metalog/);
    }
  });
});

describe.each(truncated)('%s', (_, d) => {
  it('spreads the probability outside over the inside', () => {
    const whole = { family: d.family, parameters: d.parameters };
    const { low, high } = d.truncate as { low: number; high: number };
    expect(check(d)).toBeUndefined();
    expect(quantile(d, 0)).toBe(low);
    expect(quantile(d, 1)).toBe(high);
    for (const p of GRID) {
      const x = quantile(d, p);
      expect(x >= low && x <= high).toBe(true);
      expect(Math.abs(x - quantile(whole, 0.2 + 0.7 * p))).toBeLessThanOrEqual(1e-9 * (high - low));
    }
    expect(density(d, low - 1)).toBe(0);
    expect(mean(d)! > low && mean(d)! < high).toBe(true);
  });
});

describe.each(discrete)('%s', (_, d) => {
  it('has the smallest value that reaches a probability', () => {
    for (const p of GRID) {
      const x = quantile(d, p);
      const before = x - 1e-9 * Math.max(1, Math.abs(x));
      expect(cumulative(d, x)).toBeGreaterThanOrEqual(p);
      expect(cumulative(d, before)).toBeLessThan(p);
      expect(quantile(d, cumulative(d, x))).toBe(x);
    }
  });

  it('lists its outcomes with their probabilities', () => {
    const { values, probabilities } = lawOf(d).outcomes!();
    const total = probabilities.reduce((sum, p) => sum + p, 0);
    const middle = probabilities.reduce((sum, p, i) => sum + p * values[i]!, 0);
    const square = probabilities.reduce((sum, p, i) => sum + p * (values[i]! - middle) * (values[i]! - middle), 0);
    expect(total).toBeCloseTo(1, 11);
    expect(middle / (mean(d)! || 1)).toBeCloseTo(mean(d) === 0 ? 0 : 1, 11);
    expect(Math.abs(Math.sqrt(square) - sd(d)!)).toBeLessThanOrEqual(1e-9 * sd(d)!);
    const step = Math.ceil(values.length / 50);
    for (let i = 1; i < values.length - 1; i += step)
      expect(density(d, values[i]!) / probabilities[i]!).toBeCloseTo(1, 9);
  });

  it('truncates to the outcomes inside', () => {
    const { values } = lawOf(d).outcomes!();
    if (values.length < 5) return;
    const low = quantile(d, 0.3);
    const high = quantile(d, 0.8);
    const cut = { ...d, truncate: { low, high } };
    if (low === high) return;
    expect(check(cut)).toBeUndefined();
    expect(support(cut)).toEqual([low, high]);
    const inside = cumulative(d, high) - cumulative(d, low) + density(d, low);
    expect(density(cut, high)).toBeCloseTo(density(d, high) / inside, 11);
    for (const p of GRID) expect(quantile(cut, p) >= low && quantile(cut, p) <= high).toBe(true);
  });
});

describe.each(Object.entries(REFUSED))('%s', (family, examples) => {
  it('refuses what is no such distribution, in words', () => {
    for (const parameters of examples) {
      const why = check({ family, parameters });
      expect(why, JSON.stringify(parameters)).toMatch(/^[a-z].*[^.]$/i);
    }
  });

  it('refuses every parameter out of its range or left out', () => {
    const { parameters: specs } = distributions[family]!;
    for (const spec of specs) {
      const good = EXAMPLES[family]![0]!;
      const { [spec.name]: _, ...without } = good;
      if (spec.standard === undefined) expect(check({ family, parameters: without })).toBe(`${spec.name} is missing`);
      const wrong = [
        NaN,
        ...(spec.least === undefined ? [] : [spec.least - 1]),
        ...(spec.most === undefined ? [] : [spec.most + 1]),
      ];
      for (const value of wrong) {
        expect(check({ family, parameters: { ...good, [spec.name]: spec.list ? [value] : value } })).toBeDefined();
      }
    }
  });
});

describe('truncation', () => {
  const d = { family: 'normal', parameters: { mean: 0, sd: 1 } };

  it('is refused where nothing is left or the limits are crossed', () => {
    expect(check({ ...d, truncate: { low: 6.5 } })).toMatch(/almost no probability/);
    expect(check({ ...d, truncate: { low: 2, high: 1 } })).toMatch(/more than the lower limit/);
    expect(check({ family: 'cauchy', parameters: {} })).toMatch(/no family called cauchy/);
  });

  it('keeps its digits far out in the upper tail', () => {
    // P(X > 6.5 | X > 5.9) for a standard normal; mpmath: ncdf(-6.5)/ncdf(-5.9)
    expect(exceedance({ ...d, truncate: { low: 5.9 } }, 6.5)).toBeCloseTo(0.0220961937243592, 14);
  });

  it('leaves moments undefined where one open tail has none', () => {
    const heavy = { family: 'student-t', parameters: { df: 1.5 } };
    expect(mean({ ...heavy, truncate: { low: 0 } })).toBeGreaterThan(0);
    expect(sd({ ...heavy, truncate: { low: 0 } })).toBeUndefined();
    expect(sd({ ...heavy, truncate: { low: 0, high: 10 } })).toBeGreaterThan(0);
  });

  it('moves a kink with the probability', () => {
    const triangle = { family: 'triangular', parameters: { low: 10, likely: 20, high: 60 } };
    expect(kinks(triangle)).toEqual([0.2]); // (20 - 10) / (60 - 10)
    // Below 15 lies (15-10)² / (50·10) = 0.05, above 50 (60-50)² / (50·40) = 0.05.
    expect(kinks({ ...triangle, truncate: { low: 15, high: 50 } })[0]).toBeCloseTo(0.15 / 0.9, 14);
    expect(kinks({ ...triangle, truncate: { low: 25 } })).toEqual([]);
  });
});
