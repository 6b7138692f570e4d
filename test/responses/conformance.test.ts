import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responses } from '../../src/responses/table.ts';
import { slopeAt, valueAt } from '../../src/responses/value-at.ts';
import { samples } from './samples.ts';

const SEED = 20270104;

it('tries every curve of the table', () => {
  expect(new Set(samples.map((sample) => sample.family))).toEqual(new Set(Object.keys(responses)));
});

describe.each(samples)('$family $parameters', ({ family: name, parameters, points, scale }) => {
  const family = responses[name]!;
  const value = (spend: number) => valueAt(family, spend, parameters, points);
  const slope = (spend: number) => slopeAt(family, spend, parameters, points);
  const curvature = family.curvature(parameters, points);
  const ceiling = family.ceiling(parameters, points);
  /** From nothing to 1e6 times the scale, every size as likely as another. */
  const spends = fc.oneof(
    fc.constant(0),
    fc.integer({ min: -8000, max: 6000 }).map((size) => scale * 10 ** (size / 1000)),
  );
  const check = (holds: (...spend: number[]) => void, count: number) =>
    fc.assert(
      fc.property(fc.array(spends, { minLength: count, maxLength: count }), (all) => {
        holds(...all);
      }),
      {
        seed: SEED,
        numRuns: 200,
      },
    );

  it('brings nothing without spend, but for a floor', () => {
    const floor = name === 'adbudg' ? ceiling * (parameters[2]! / (1 + parameters[2]!)) : 0;
    expect(value(0)).toBeCloseTo(floor, 8);
  });

  it('has its derivative as slope', () => {
    const kinks = [...points.map(([spend]) => spend!), scale * 1e-6];
    check((spend) => {
      const step = 1e-5 * spend;
      if (spend === 0 || kinks.some((kink) => Math.abs(kink - spend) <= step)) return;
      const difference = (value(spend + step) - value(spend - step)) / (2 * step);
      // 1e-6 of the slope, and what a rounding in the value makes of the difference (1e-16 / 1e-5 of the average).
      expect(Math.abs(difference - slope(spend))).toBeLessThanOrEqual(
        1e-6 * slope(spend) + 1e-10 * (value(spend) / spend),
      );
    }, 1);
  });

  it('never falls, and has a finite slope of at least 0 everywhere', () => {
    check((a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(value(more)).toBeGreaterThanOrEqual(value(less) * (1 - 1e-14));
      expect(slope(a)).toBeGreaterThanOrEqual(0);
      expect(slope(a)).toBeLessThan(Infinity);
    }, 2);
  });

  it.runIf(curvature === 'concave')('is concave: its lines touch it from above and its chords lie below', () => {
    check((at, to) => {
      const line = value(at) + slope(at) * (to - at);
      expect(line).toBeGreaterThanOrEqual(value(to) - 1e-12 * (value(to) + value(at) + slope(at) * at));
      expect(value((at + to) / 2)).toBeGreaterThanOrEqual(((value(at) + value(to)) / 2) * (1 - 1e-13));
    }, 2);
  });

  it('bends as it says it does', () => {
    const grid = Array.from({ length: 400 }, (_, i) => (i + 1) * 0.01 * scale);
    const bends = grid
      .map((spend) => (value(spend + 0.01 * scale) + value(spend - 0.01 * scale)) / 2 / value(spend) - 1)
      .filter((bend) => Math.abs(bend) > 1e-12)
      .map(Math.sign);
    const turns = bends.filter((bend, i) => i > 0 && bend !== bends[i - 1]).length;
    if (curvature === 'concave') expect(bends.every((bend) => bend === -1)).toBe(true);
    if (curvature === 'S-shaped') expect([bends[0], bends.at(-1), turns]).toEqual([1, -1, 1]);
    expect(curvature).not.toBe('other');
  });

  it('nears its ceiling and never passes it', () => {
    if (ceiling === Infinity) {
      expect(value(1e12 * scale)).toBeGreaterThan(10 * value(scale));
    } else {
      // The slowest sample, a Hill curve of slope 0.5, is 1e12^-0.5 away.
      expect(value(1e12 * scale) / ceiling).toBeGreaterThan(1 - 1.1e-6);
      check((spend) => expect(value(spend)).toBeLessThanOrEqual(ceiling * (1 + 1e-14)), 1);
    }
  });

  it('survives spends near the ends of the number range', () => {
    for (const spend of [5e-324, 1e-300, 1e300]) {
      expect(Number.isFinite(value(spend))).toBe(true);
      expect(Number.isFinite(slope(spend))).toBe(true);
    }
  });

  it('quotes the efficiency it says it quotes', () => {
    if (family.quotes === 'first money') expect(slope(0)).toBe(1);
    if (family.quotes === 'average at reference') expect(value(parameters[1]!) / parameters[1]!).toBeCloseTo(1, 14);
    if (family.quotes !== 'best average' || parameters[1]! < 1) return;
    const averages = Array.from({ length: 20_001 }, (_, i) => {
      const spend = scale * 10 ** (-8 + i / 2000);
      return (value(spend) - value(0)) / spend;
    });
    // Steps of 0.12 % around a smooth maximum miss it by less than 1e-5; near zero spend 1 / (1 + 1e-8) is missed.
    expect(Math.max(...averages)).toBeGreaterThan(1 - 1e-5);
    expect(Math.max(...averages)).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('gives the same bits for a draw in a block as alone', () => {
    const spend = Float64Array.from({ length: 37 }, (_, i) => (scale * i * i) / 50);
    const rows = parameters.map((parameter) => new Float64Array(37).fill(parameter));
    const values = new Float64Array(37);
    const slopes = new Float64Array(37);
    family.respond({ spend, parameters: family.prepare?.(rows) ?? rows, points }, values, slopes);
    expect([...values]).toEqual([...spend].map(value));
    expect([...slopes]).toEqual([...spend].map(slope));
  });
});

describe('hill', () => {
  const hill = responses['hill']!;

  it('with slope 1 is Michaelis-Menten', () => {
    for (const spend of [0, 1e-3, 50, 4e4, 1e9]) {
      const expected = valueAt(responses['michaelis-menten']!, spend, [40_000]);
      expect(valueAt(hill, spend, [40_000, 1])).toBeCloseTo(expected, 9);
      expect(slopeAt(hill, spend, [40_000, 1])).toBeCloseTo(
        slopeAt(responses['michaelis-menten']!, spend, [40_000]),
        14,
      );
    }
  });

  it('changes without a jump when the slope passes 1', () => {
    // dC/ds near 1 is -ln(s - 1), so 1e-9 above 1 the ceiling is 2e-8 larger.
    for (const spend of [4_000, 40_000, 400_000]) {
      const [below, above] = [1 - 1e-9, 1 + 1e-9].map((slope) => valueAt(hill, spend, [40_000, slope]));
      expect(Math.abs(above! / below! - 1)).toBeLessThan(3e-8);
    }
  });

  it('below slope 1 has half of the quoted efficiency as its average at the half saturation', () => {
    expect(valueAt(hill, 40_000, [40_000, 0.6]) / 40_000).toBeCloseTo(0.5, 14);
  });
});
