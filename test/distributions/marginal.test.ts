import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/distributions/distribution.ts';
import { lawOf } from '../../src/distributions/law-of.ts';
import { marginalTable, transform } from '../../src/distributions/marginal.ts';
import { type MarginalTable } from '../../src/distributions/marginal-table.ts';
import { distributions } from '../../src/distributions/table.ts';
import type { Distribution } from '../../src/families/distribution.ts';
import { normalCumulative } from '../../src/numeric/normal.ts';
import { EXAMPLES } from './examples.ts';

const all: [string, Distribution][] = Object.entries(EXAMPLES).flatMap(([family, examples]) =>
  examples.flatMap((parameters): [string, Distribution][] => {
    const d = { family, parameters };
    const cut = { ...d, truncate: { low: quantile(d, 0.2), high: quantile(d, 0.9) } };
    const name = `${family} ${JSON.stringify(parameters).slice(0, 70)}`;
    return cut.truncate.low < cut.truncate.high
      ? [
          [name, d],
          [`${name} truncated`, cut],
        ]
      : [[name, d]];
  }),
);
const smooth = all.filter(([, { family }]) => !distributions[family]!.discrete);
const discrete = all.filter(([, { family }]) => distributions[family]!.discrete);

/** Scores spread evenly and irregularly over the range (multiples of the golden ratio). */
const scores = (count: number, reach = 8.3) =>
  Float64Array.from({ length: count }, (_, i) => (2 * ((i * 0.6180339887498949) % 1) - 1) * reach);
const exactAt = (d: Distribution, z: Float64Array) => {
  const law = lawOf(d);
  return z.map((score) => law.quantile(normalCumulative(score), normalCumulative(-score)));
};
const drawn = (table: MarginalTable, z: Float64Array) => {
  const out = new Float64Array(z.length);
  transform(table, z, out, z.length);
  return out;
};

describe.each(smooth)('%s', (_, d) => {
  const table = marginalTable(d);

  it('is drawn within 1e-10 of its standard deviation, or within the error it states', () => {
    const law = lawOf(d);
    if (table.kind === 'steps') throw new Error('a continuous distribution has no steps');
    const z = scores(1000);
    const exact = exactAt(d, z);
    const median = law.quantile(0.5);
    const spread = law.sd() ?? law.quantile(normalCumulative(1)) - median;
    const worst = drawn(table, z).reduce((most, x, i) => {
      const scale = Math.max(spread, Math.abs(exact[i]! - median));
      return Math.max(most, (Math.abs(x - exact[i]!) - 4 * Number.EPSILON * Math.abs(exact[i]!)) / scale);
    }, 0);
    expect(worst).toBeLessThanOrEqual(Math.max(1e-10, 1.2 * table.error));
    // Only tails that run off as a power of the score's probability, or as near to one as makes no difference, miss it.
    if (table.error > 1e-10) expect(JSON.stringify(d)).toMatch(/student-t.*"df":1\}/);
  });

  it('is drawn without a step back', () => {
    const x = drawn(table, scores(2000).sort());
    const slack = (value: number) => 1e-13 * (x.at(-1)! - x[0]!) + 4 * Number.EPSILON * Math.abs(value); // rounding
    expect(x.findIndex((value, i) => i > 0 && value < x[i - 1]! - slack(value))).toBe(-1);
  });

  it('stays at its ends beyond the scores covered', () => {
    const [low, lowest, high, highest] = drawn(table, Float64Array.of(-9, -Infinity, 9, Infinity));
    expect([low, high]).toEqual([lowest, highest]);
    expect([low, high].every(Number.isFinite)).toBe(true);
  });
});

describe.each(discrete)('%s', (_, d) => {
  it('is drawn exactly', () => {
    const z = scores(2000, 6);
    expect([...drawn(marginalTable(d), z)]).toEqual([...exactAt(d, z)]);
  });
});

it('puts a kink on a node', () => {
  const table = marginalTable({ family: 'triangular', parameters: { low: 10, likely: 20, high: 60 } });
  if (table.kind === 'steps') throw new Error('a triangular distribution has no steps');
  const node = (-0.8416212335729142 - table.from) * table.cellsPerUnit; // the score of probability 0.2
  expect(Math.abs(node - Math.round(node))).toBeLessThan(1e-9);
});

it('uses no larger table than it needs', () => {
  const cells = (d: Distribution) => {
    const table = marginalTable(d);
    return table.kind === 'steps' ? 0 : table.coefficients.length / 4;
  };
  expect(cells({ family: 'normal', parameters: { mean: 0, sd: 1 } })).toBe(256);
  expect(cells({ family: 'beta', parameters: { alpha: 40, beta: 3000 } })).toBe(256);
  expect(cells({ family: 'lognormal', parameters: { mu: 1, sigma: 0.2 } })).toBeLessThanOrEqual(512);
  expect(cells({ family: 'lognormal', parameters: { mu: 4.6, sigma: 2.8 } })).toBe(1024);
});

it('transforms in place and leaves the rest alone', () => {
  const z = Float64Array.of(0, 1, 2);
  transform(marginalTable({ family: 'normal', parameters: { mean: 10, sd: 2 } }), z, z, 2);
  expect(z[0]).toBeCloseTo(10, 12);
  expect(z[1]).toBeCloseTo(12, 12);
  expect(z[2]).toBe(2);
});
