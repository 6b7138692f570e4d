import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ceilingFactor, observedFactor } from '../../src/responses/observed.ts';
import { responses } from '../../src/responses/table.ts';
import { slopeAt, valueAt } from '../../src/responses/value-at.ts';

interface Case {
  readonly fn: string;
  readonly x: readonly number[];
  readonly expected: readonly number[];
  readonly [parameter: string]: unknown;
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/known-answers/${name}`, import.meta.url), 'utf8')) as never;
const { meridian, robyn, pymc, lightweight }: Record<string, { readonly cases: readonly Case[] }> =
  read('transforms_vectors.json');
const vectors = { meridian: meridian!, robyn: robyn!, pymc: pymc!, lightweight: lightweight! };

/** S times ceiling / S(infinity). */
function underCeiling(name: string, spend: number, parameters: readonly number[], ceiling: number): number {
  const family = responses[name]!;
  const factor = Float64Array.of(1);
  const rows = parameters.map((parameter) => Float64Array.of(parameter));
  ceilingFactor({ family, parameters: rows, points: [] }, Float64Array.of(ceiling), factor);
  return factor[0]! * valueAt(family, spend, parameters);
}

/** The curve of each tool in the words of ours; `at` reads a number of the case. */
const curves: Record<string, (x: number, at: (key: string) => number) => number> = {
  'meridian hill': (x, at) => underCeiling('hill', x, [at('ec'), at('slope')], 1),
  'robyn saturation_hill': (x, at) => underCeiling('hill', x, [at('gamma') * 40, at('alpha')], 1), // 40 = max(x)
  'pymc logistic': (x, at) => underCeiling('tanh', x, [2 / at('lam')], 1), // (1 - e^-lx) / (1 + e^-lx) = tanh(lx/2)
  'pymc inverse_scaled_logistic': (x) => underCeiling('tanh', x, [(2 * x) / Math.log(3)], 1),
  'pymc tanh': (x, at) => underCeiling('tanh', x, [at('b') * at('c')], at('b')),
  'pymc tanh_baselined': (x, at) => {
    // gain is the average at x0, r the share of the ceiling reached there
    const family = responses['tanh']!;
    const scale = at('x0') / Math.atanh(at('r'));
    const efficiency = Float64Array.of(at('gain'));
    observedFactor({ family, parameters: [Float64Array.of(scale)], points: [] }, at('x0'), efficiency);
    return efficiency[0]! * valueAt(family, x, [scale]);
  },
  'pymc michaelis_menten': (x, at) => underCeiling('michaelis-menten', x, [at('lam')], at('alpha')),
  'pymc hill_function': (x, at) => underCeiling('hill', x, [at('kappa'), at('slope')], 1),
  'pymc root': (x, at) => valueAt(responses['power']!, x, [at('alpha'), 1]),
  'lightweight hill': (x, at) => underCeiling('hill', x, [at('K'), at('S')], 1),
};

const inCurves = Object.entries(vectors).flatMap(([tool, { cases }]) =>
  cases.map((one) => ({ ...one, name: `${tool} ${one.fn}` })).filter(({ name }) => name in curves),
);

describe('curves of other tools', () => {
  it.each(inCurves)('$name', (one: Case & { readonly name: string }) => {
    one.x.forEach((spend, i) => {
      expect(curves[one.name]!(spend, (key) => one[key] as number)).toBeCloseTo(one.expected[i]!, 12);
    });
  });

  it('are all covered but the sigmoid with an offset, which is no curve of spend from zero', () => {
    const saturation = /hill|logistic|tanh|michaelis|root|price/;
    const all = Object.entries(vectors).flatMap(([tool, { cases }]) => cases.map(({ fn }) => `${tool} ${fn}`));
    const left = all.filter((name) => saturation.test(name) && !(name in curves));
    expect(left).toEqual(['pymc hill_saturation_sigmoid', 'pymc power_price_response']); // the second is below
    expect(inCurves).toHaveLength(10);
  });

  it('buys at a price that rises with spend, as in the price response of PyMC-Marketing', () => {
    // price = p0 (s / s_ref)^gamma, so units = s / price = s_ref (s / s_ref)^(1 - gamma) / p0: a power curve.
    const one = vectors.pymc.cases.find(({ fn }) => fn === 'power_price_response') as Case &
      Readonly<Record<'s' | 'units' | 'marginal_price', readonly number[]> & Record<'gamma' | 's_ref' | 'p0', number>>;
    const parameters = [1 - one.gamma, one.s_ref];
    one.s.forEach((spend, i) => {
      expect(valueAt(responses['power']!, spend, parameters) / one.p0).toBeCloseTo(one.units[i]!, 12);
      expect(one.p0 / slopeAt(responses['power']!, spend, parameters)).toBeCloseTo(one.marginal_price[i]!, 12);
    });
  });
});

describe('Hill in closed form', () => {
  const { cases }: { cases: readonly { id: string; inputs: never; expected: never }[] } =
    read('marketing_closed_forms.json');
  const point = cases.find(({ id }) => id === 'hill_curve_points')!;
  const { V, k, n, x }: { V: number; k: number; n: number; x: readonly number[] } = point.inputs;
  const expected: Record<'value' | 'marginal', readonly number[]> &
    Record<'inflection_x' | 'envelope_tangent_x' | 'best_average_return', number> = point.expected;
  const hill = responses['hill']!;

  it('has the values and marginals at four spends; its ceiling is V because V = 2k at n = 2', () => {
    expect(hill.ceiling([k, n], [])).toBeCloseTo(V, 12);
    x.forEach((spend, i) => {
      expect(valueAt(hill, spend, [k, n])).toBeCloseTo(expected.value[i]!, 12);
      expect(slopeAt(hill, spend, [k, n])).toBeCloseTo(expected.marginal[i]!, 12);
    });
  });

  it('is steepest at the inflection', () => {
    const slope = (spend: number) => slopeAt(hill, spend, [k, n]);
    const bend = (spend: number) => slope(spend + 1e-3) - slope(spend - 1e-3);
    expect(bend(expected.inflection_x - 0.01)).toBeGreaterThan(0);
    expect(bend(expected.inflection_x + 0.01)).toBeLessThan(0);
  });

  it('is touched by the line from the origin where its average is best', () => {
    const spend = expected.envelope_tangent_x;
    expect(slopeAt(hill, spend, [k, n])).toBeCloseTo(expected.best_average_return, 14);
    expect(valueAt(hill, spend, [k, n]) / spend).toBeCloseTo(expected.best_average_return, 14);
  });
});
