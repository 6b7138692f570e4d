import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';
import { carryovers } from '../../src/carryover/table.ts';
import { weightsOf } from '../../src/carryover/weights.ts';

interface Case {
  readonly fn: string;
  readonly x: readonly number[];
  readonly expected: readonly number[];
  readonly kernel: readonly number[];
  readonly [parameter: string]: unknown;
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/known-answers/${name}`, import.meta.url), 'utf8')) as never;
const { meridian, robyn, pymc, lightweight }: Record<string, { readonly cases: readonly Case[] }> =
  read('transforms_vectors.json');

/** The only case of a tool with this name, and of this `type` where it has several. */
function caseOf(tool: { readonly cases: readonly Case[] } | undefined, fn: string, also: Partial<Case> = {}): Case {
  const found = tool!.cases.filter((one) => one.fn === fn && Object.entries(also).every(([k, v]) => one[k] === v));
  expect(found).toHaveLength(1);
  return found[0]!;
}

function kernel(family: string, parameters: readonly number[], lags: number): number[] {
  const weights = new Float64Array(lags + 1);
  carryovers[family]!.weights(parameters, weights);
  return [...weights];
}

function carried(
  family: string,
  parameters: readonly number[],
  x: readonly number[],
  { normalize, lags }: { readonly normalize: boolean; readonly lags?: number },
): number[] {
  const rows = parameters.map((parameter) => Float64Array.of(parameter));
  const weights = weightsOf({ family, parameters: rows, normalize, ...(lags === undefined ? {} : { lags }) }, 1);
  const plan = { bought: Float64Array.from(x), before: new Float64Array(0), count: 1, periods: x.length, tail: 0 };
  return [...spread(weights, plan)];
}

function expectEqual(got: readonly number[], expected: readonly number[]): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 12));
}

describe('Meridian', () => {
  it.each([
    ['geometric', 'geometric', 0.5],
    ['binomial', 'binomial', 0.5],
    ['binomial', 'binomial', 0.25],
  ])('has the %s weights', (type, family, alpha) => {
    const one = caseOf(meridian, 'decay_weights', { type, alpha });
    expectEqual(kernel(family, [alpha], 4), one.expected);
  });

  it('normalizes over the window', () => {
    const { x, expected } = caseOf(meridian, 'adstock');
    expectEqual(carried('geometric', [0.6], x, { normalize: true, lags: 3 }), expected);
    // Not normalized it is larger by 1 + 0.6 + 0.36 + 0.216.
    const plain = carried('geometric', [0.6], x, { normalize: false, lags: 3 });
    expectEqual(
      plain,
      expected.map((value) => value * 2.176),
    );
  });

  it('with all of the effect kept is the mean over the window: cumsum / (L + 1)', () => {
    const got = carried('geometric', [1], [100, 0, 50, 0, 0, 30], { normalize: true, lags: 9 });
    expectEqual(got, [10, 10, 15, 15, 15, 18]);
  });
});

describe('Robyn', () => {
  it('fades without end and does not normalize', () => {
    const { x, expected } = caseOf(robyn, 'geometric');
    expectEqual(carried('geometric', [0.4], x, { normalize: false }), expected);
    // Normalized it is smaller by 1 - 0.4.
    expectEqual(
      carried('geometric', [0.4], x, { normalize: true }),
      expected.map((value) => value * 0.6),
    );
  });

  // scale = round(quantile(1..10, 0.3)) = round(1 + 9 * 0.3) = 4 periods
  it.each([
    ['weibull_pdf', 'weibull-pdf', 2],
    ['weibull_cdf', 'weibull-cdf', 0.8],
  ])('%s', (fn, family, shape) => {
    const one = caseOf(robyn, fn);
    expect(one['scale_used']).toBe(4);
    expectEqual(kernel(family, [shape, 4], 9), one.kernel);
    expectEqual(carried(family, [shape, 4], one.x, { normalize: false, lags: 9 }), one.expected);
    const total = one.kernel.reduce((sum, weight) => sum + weight, 0);
    expectEqual(
      carried(family, [shape, 4], one.x, { normalize: true, lags: 9 }),
      one.expected.map((value) => value / total),
    );
  });
});

describe('PyMC-Marketing', () => {
  it('geometric_adstock', () => {
    const { x, expected } = caseOf(pymc, 'geometric_adstock');
    expectEqual(carried('geometric', [0.7], x, { normalize: true, lags: 3 }), expected); // l_max 4 is lags 0 to 3
    const plain = carried('geometric', [0.7], x, { normalize: false, lags: 3 });
    expectEqual(plain, [100, 70, 99, 69.3, 24.5, 17.15, 0, 0]); // 100, 70, 49, 34.3 and the half of it two later
  });

  it('delayed_adstock', () => {
    const { x, expected } = caseOf(pymc, 'delayed_adstock');
    expectEqual(carried('delayed', [0.6, 2], x, { normalize: true, lags: 4 }), expected);
    // weights 0.6^4, 0.6, 1, 0.6, 0.6^4
    const plain = carried('delayed', [0.6, 2], [1, 0, 0, 0, 0, 0], { normalize: false, lags: 4 });
    expectEqual(plain, [0.1296, 0.6, 1, 0.6, 0.1296, 0]);
  });

  it('weibull_adstock', () => {
    expectEqual(kernel('weibull-pdf', [3, 2], 4), caseOf(pymc, 'weibull_pdf').kernel);
    expectEqual(kernel('weibull-cdf', [1.5, 2], 5), caseOf(pymc, 'weibull_cdf').kernel);
  });
});

describe('LightweightMMM', () => {
  it('adstock', () => {
    const { x, expected } = caseOf(lightweight, 'adstock normalised');
    expectEqual(carried('geometric', [0.5], x, { normalize: true }), expected);
  });

  it('carryover is the delayed one, squares included', () => {
    const { x, expected } = caseOf(lightweight, 'carryover');
    expectEqual(carried('delayed', [0.6, 1], x, { normalize: true, lags: 4 }), expected);
  });
});

it('leaves out none of the adstock cases of the four tools', () => {
  const cases = [meridian, robyn, pymc, lightweight].flatMap((tool) => tool!.cases.map(({ fn }) => fn));
  expect(cases.filter((fn) => /adstock|decay|geometric|weibull|carryover/.test(fn))).toHaveLength(14);
});

describe('geometric adstock in closed form', () => {
  const { cases }: { cases: readonly { id: string; inputs: never; expected: never }[] } =
    read('marketing_closed_forms.json');
  const one = cases.find(({ id }) => id === 'geometric_adstock')!;
  const { spend, alpha, steady_spend }: { spend: number[]; alpha: number; steady_spend: number } = one.inputs;
  const expected: { adstock: number[]; steady_state: number; half_life_periods: number } = one.expected;

  it('adds up', () => {
    expectEqual(carried('geometric', [alpha], spend, { normalize: false }), expected.adstock);
  });

  it('reaches the steady state', () => {
    const steady = Array.from({ length: 80 }, () => steady_spend);
    const last = carried('geometric', [alpha], steady, { normalize: false }).at(-1);
    expect(last).toBeCloseTo(expected.steady_state, 12); // 0.6^80 = 2e-18 is still missing
    expect(carried('geometric', [alpha], steady, { normalize: true }).at(-1)).toBeCloseTo(steady_spend, 12);
  });

  it('has less than half left after the half-life, and not before', () => {
    expect(carryovers['geometric']!.reach([alpha], 0.5)).toBe(Math.floor(expected.half_life_periods));
  });
});
