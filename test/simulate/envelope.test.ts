import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, Plan, Quantity } from '../../src/domain.ts';
import { responses } from '../../src/responses/table.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { envelopeOfTable } from '../../src/simulate/channel/envelope-of-table.ts';
import { raiseToEnvelope } from '../../src/simulate/channel/envelope.ts';
import { nothingKnown, relaxationOf } from '../../src/simulate/bounds/relaxation.ts';
import { certain, channel, lognormal, scenario, uniform } from '../support/scenario.ts';

/** The envelope of 40 (x/50)^s / (1 + (x/50)^s), as customers, between two spends; x in one period, one draw. */
function envelope(slope: number, low: number, high: number) {
  const { efficiency: _, ...bare } = channel();
  const curve = {
    curve: 'hill',
    parameters: { halfSaturation: certain(50), slope: certain(slope) },
    points: [],
    of: 'customers' as const,
    ceiling: certain(40),
  };
  const model = compile(scenario({ only: { ...bare, response: curve } }));
  const prepared = prepareDraws(model, { seed: '', method: 'plain', draws: 1 }, false);
  const [world] = [...conditionsIn(prepared, { first: 0, count: 1 })];
  const at = (spend: number): Plan => ({ name: '', spend: [Float64Array.of(spend)] });
  const [found] = relaxationOf(model, world!, { lower: at(low), upper: at(high) }).envelopes;
  return (spend: number) => {
    // S itself: a share of the ceiling.
    const ratio = (spend / 50) ** slope;
    const value = Float64Array.of(ratio / (1 + ratio));
    const steep = Float64Array.of(spend === 0 ? 0 : (slope * ratio) / (1 + ratio) ** 2 / spend);
    const plain = value[0]!;
    if (found !== undefined) raiseToEnvelope(found, 0, Float64Array.of(spend), value, steep);
    return { plain, raised: value[0]!, steep: steep[0]! };
  };
}

describe('envelopes of a block', () => {
  const boxes = 20;
  /** How many of so many boxes are known at the end, and whether the first one is not made again. */
  function remembered(periods: number, draws: number) {
    const curve = {
      curve: 'hill',
      parameters: { halfSaturation: certain(50), slope: certain(2) },
      points: [],
      of: 'customers' as const,
    };
    const plan = Array.from({ length: periods }, () => 10);
    const model = compile(
      scenario({ only: channel({ response: curve, plan }) }, { horizon: { periods, unit: 'week', tail: 0 } }),
    );
    const prepared = prepareDraws(model, { seed: '', method: 'plain', draws }, false);
    const [world] = [...conditionsIn(prepared, { first: 0, count: draws })];
    const at = (spend: number): Plan => ({ name: '', spend: [new Float64Array(periods).fill(spend)] });
    const known = nothingKnown();
    const upTo = (most: number) => relaxationOf(model, world!, { lower: at(0), upper: at(most) }, known).envelopes[0];
    const first = upTo(100);
    for (let k = 1; k < boxes; k++) upTo(100 + k);
    return { count: known.envelopes.size, isFirstKept: upTo(100) === first };
  }

  it('are remembered as long as they are small, and a few of them in any case', () => {
    expect(remembered(1, 16)).toEqual({ count: boxes, isFirstKept: true });
    // 4 × 52 × 4,096 numbers each: 7 MB.
    expect(remembered(52, 4096)).toEqual({ count: 4, isFirstKept: false });
  });
});

describe('the concave envelope of an S-curve', () => {
  it('from nothing is the line to k (s - 1)^(1/s), then the curve', () => {
    // By hand: x f'(x) = f(x) for x^s / (k^s + x^s) where (x/k)^s = s - 1.
    const of = envelope(3, 0, 400);
    const touch = 50 * 2 ** (1 / 3);
    const best = 2 / 3 / touch;
    for (const share of [0.1, 0.5, 0.99]) expect(of(share * touch).raised).toBeCloseTo(best * share * touch, 8);
    for (const spend of [1.01 * touch, 100, 400]) expect(of(spend).raised).toBeCloseTo(of(spend).plain, 8);
  });

  it('is the line between the ends where the curve is steeper than that all the way', () => {
    const of = envelope(3, 10, 40);
    const [low, high] = [of(10).plain, of(40).plain];
    expect(of(25).raised).toBeCloseTo((low + high) / 2, 10);
  });

  it('is nowhere below the curve, meets it at the ends, and is concave', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.05, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (slope, low, width) => {
          const of = envelope(slope, low, low + width);
          const spends = Array.from({ length: 41 }, (_, k) => low + (k / 40) * width);
          const points = spends.map(of);
          const size = points.at(-1)!.plain;
          for (const { plain, raised } of points) expect(raised).toBeGreaterThanOrEqual(plain - 1e-12 * size);
          expect(points[0]!.raised).toBeLessThanOrEqual(points[0]!.plain + 1e-7 * size);
          expect(points.at(-1)!.raised).toBeLessThanOrEqual(size * (1 + 1e-7));
          for (let k = 1; k < 41; k++) {
            // A tangent lies above the next point; rounding of the line is 1e-9 of it.
            const ahead = points[k - 1]!.raised + points[k - 1]!.steep * (spends[k]! - spends[k - 1]!);
            expect(points[k]!.raised).toBeLessThanOrEqual(ahead + 1e-7 * size);
          }
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('the concave envelope of an S-curve above a floor', () => {
  it('is the line from the floor whose tangents lie above the curve, in every draw', () => {
    const model = compile(
      scenario({
        only: channel({
          response: {
            curve: 'adbudg',
            parameters: { halfSaturation: uniform(40, 60), slope: uniform(1.6, 2.3), floor: certain(0.05) },
            points: [],
            of: 'customers',
          },
        }),
      }),
    );
    const draws = 2048;
    const [world] = [
      ...conditionsIn(prepareDraws(model, { seed: '', method: 'plain', draws }, false), { first: 0, count: draws }),
    ];
    const at = (spend: number): Plan => ({ name: '', spend: [Float64Array.of(spend)] });
    for (const high of [20, 60, 80, 400]) {
      const [found] = relaxationOf(model, world!, { lower: at(0), upper: at(high) }).envelopes;
      const slopesAt = (spend: number): Float64Array => {
        const [value, steep] = [new Float64Array(draws), new Float64Array(draws)];
        raiseToEnvelope(found!, 0, new Float64Array(draws).fill(spend), value, steep);
        return steep;
      };
      // Lines touch at k (s - 1)^(1/s), 29 or more, or end with the box: the slope is the same twice, and of the line, not of the curve.
      const [near, further] = [slopesAt(0.01 * high), slopesAt(0.05 * high)];
      near.forEach((slope, i) => {
        expect(slope).toBeGreaterThan(0);
        expect(further[i]).toBe(slope);
      });
    }
  });
});

describe('the concave envelope of a table', () => {
  const points = [
    [30, 10],
    [50, 70],
    [100, 90],
  ];
  const table = (spend: number) => {
    const from = spend < 30 ? ([0, 0, 1 / 3] as const) : spend < 50 ? ([30, 10, 3] as const) : ([50, 70, 0.4] as const);
    return { value: spend < 100 ? from[1] + from[2] * (spend - from[0]) : 90, steep: spend < 100 ? from[2] : 0 };
  };

  /** The uncertain multiplier makes draws in which rounding of straight pieces goes either way. */
  function tangents(low: number, high: number) {
    const model = compile(scenario({ only: tabled(points, lognormal(1, 0.3)) }));
    const draws = 32;
    const [world] = [
      ...conditionsIn(prepareDraws(model, { seed: '', method: 'plain', draws }, false), { first: 0, count: draws }),
    ];
    const at = (spend: number): Plan => ({ name: '', spend: [Float64Array.of(spend)] });
    const [found] = relaxationOf(model, world!, { lower: at(low), upper: at(high) }).envelopes;
    const [multiplier] = world!.channels[0]!.curve;
    return (spend: number) => {
      const { value, steep } = table(spend);
      const [values, slopes] = [multiplier!.map((m) => m * value), multiplier!.map((m) => m * steep)];
      raiseToEnvelope(found!, 0, new Float64Array(draws).fill(spend), values, slopes);
      return Array.from(values, (raised, i) => ({ raised, steep: slopes[i]!, times: multiplier![i]! }));
    };
  }

  it('is nowhere below it, and neither are tangents, wherever it is cut off', () => {
    for (const [low, high] of [
      [0, 20],
      [0, 40],
      [0, 50],
      [0, 150],
      [10, 45],
      [35, 45],
      [40, 80],
      [60, 90],
      [30, 50],
    ] as const) {
      const at = tangents(low, high);
      const spends = Array.from({ length: 21 }, (_, k) => low + ((high - low) * k) / 20);
      for (const from of spends) {
        at(from).forEach(({ raised, steep, times }) => {
          for (const to of spends) {
            expect(raised + steep * (to - from)).toBeGreaterThanOrEqual(times * table(to).value - 1e-10);
          }
        });
      }
    }
  });

  it('is the line to the corner that it is steepest to', () => {
    const at = tangents(0, 150);
    at(20).forEach(({ raised, times }) => expect(raised).toBeCloseTo(times * 28, 10));
    // By hand: 70 at 50 is 1.4 a unit, 90 at 100 is less.
    at(75).forEach(({ raised, times }) => expect(raised).toBeCloseTo(times * 80, 10));
  });

  it('is the highest of all lines between two of its points, where a table bends to and fro', () => {
    const dented = [
      [20, 30],
      [50, 34],
      [80, 90],
      [120, 95],
      [160, 160],
      [200, 161],
    ];
    for (const [low, high] of [
      [0, 300],
      [0, 150],
      [30, 200],
      [60, 190],
      [125, 155],
      [90, 120],
    ] as const) {
      const { raised, value } = envelopeOf(dented, low, high);
      const spends = Array.from({ length: 61 }, (_, k) => low + ((high - low) * k) / 60);
      const ends = [low, ...dented.map(([spend]) => spend!).filter((spend) => spend > low && spend < high), high];
      for (const x of spends) {
        const chords = ends.flatMap((a) =>
          ends.flatMap((b) => (a <= x && b > x ? [value(a) + ((value(b) - value(a)) * (x - a)) / (b - a)] : [])),
        );
        expect(raised(x).value).toBeCloseTo(Math.max(value(x), ...chords), 9);
        // Its slopes are of tangents that lie above it everywhere.
        const here = raised(x);
        for (const to of ends) expect(here.value + here.steep * (to - x)).toBeGreaterThanOrEqual(value(to) - 1e-9);
      }
    }
  });

  it('is concave and nowhere below it with far more corners than lines, too', () => {
    // Stairs up a quarter of a circle: the hull has a line over each of 24 steps.
    const heightAt = (step: number) => 100 * Math.sqrt((step / 24) * (2 - step / 24));
    const stairs = Array.from({ length: 24 }, (_, step) => [
      [(100 * (step + 0.9)) / 24, heightAt(step)],
      [(100 * (step + 1)) / 24, heightAt(step + 1)],
    ]).flat();
    const { raised, value } = envelopeOf(stairs, 0, 150);
    const spends = Array.from({ length: 101 }, (_, k) => 1.5 * k);
    const heights = spends.map(value);
    for (const x of spends) {
      const here = raised(x);
      // A step, and what 8 lines of the circle leave above it.
      expect(here.value).toBeLessThanOrEqual(value(x) + heightAt(1) + 1);
      spends.forEach((to, k) => expect(here.value + here.steep * (to - x)).toBeGreaterThanOrEqual(heights[k]! - 1e-9));
    }
  });
});

/** The envelope of a table between two spends in one draw, and the table itself. */
function envelopeOf(points: readonly (readonly number[])[], low: number, high: number) {
  const channelModel = compile(scenario({ only: tabled(points, certain(1)) })).channels[0]!;
  const one = (number: number) => Float64Array.of(number);
  const curve = [one(1)];
  const found = envelopeOfTable(channelModel, { curve }, one(low), one(high), 1);
  const respond = (x: number) => {
    const [value, steep] = [one(0), one(0)];
    responses['table']!.respond({ spend: one(x), parameters: curve, points }, value, steep);
    return { value, steep };
  };
  return {
    value: (x: number) => respond(x).value[0]!,
    raised: (x: number) => {
      const { value, steep } = respond(x);
      raiseToEnvelope(found, 0, one(x), value, steep);
      return { value: value[0]!, steep: steep[0]! };
    },
  };
}

function tabled(points: readonly (readonly number[])[], multiplier: Quantity): Channel {
  const { efficiency: _, ...bare } = channel();
  return { ...bare, response: { curve: 'table', parameters: { multiplier }, points, of: 'customers' } };
}
