import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concaveHull } from '../../src/responses/hull.ts';
import { responses } from '../../src/responses/table.ts';
import { slopeAt, valueAt } from '../../src/responses/value-at.ts';

const table = responses['table']!;

describe('table', () => {
  const points = [
    [100, 50],
    [300, 90],
    [400, 100],
  ];

  it.each([
    [0, 0, 0.5],
    [40, 20, 0.5],
    [100, 50, 0.2],
    [250, 80, 0.2],
    [300, 90, 0.1],
    [399, 99.9, 0.1],
    [400, 100, 0],
    [1e9, 100, 0],
  ])('at %d is %d, with slope %d to the right', (spend, value, slope) => {
    expect(valueAt(table, spend, [1], points)).toBeCloseTo(value, 12);
    expect(slopeAt(table, spend, [1], points)).toBeCloseTo(slope, 12);
  });

  it('is looked up anew where draws spend differently', () => {
    const spend = Float64Array.of(40, 40, 350, 250, 100, 1e9, 0);
    const value = new Float64Array(spend.length);
    const slope = new Float64Array(spend.length);
    table.respond({ spend, parameters: [new Float64Array(spend.length).fill(2)], points }, value, slope);
    [40, 40, 190, 160, 100, 200, 0].forEach((expected, i) => expect(value[i]).toBeCloseTo(expected, 12));
    [1, 1, 0.2, 0.4, 0.4, 0, 1].forEach((expected, i) => expect(slope[i]).toBeCloseTo(expected, 12));
  });

  it('is multiplied as a whole', () => {
    expect(valueAt(table, 250, [1.5], points)).toBeCloseTo(120, 12);
    expect(slopeAt(table, 250, [1.5], points)).toBeCloseTo(0.3, 12);
    expect(table.ceiling([1.5], points)).toBe(150);
  });

  it('keeps a response without spend', () => {
    const withFloor = [[0, 30], ...points];
    expect(valueAt(table, 0, [1], withFloor)).toBe(30);
    expect(valueAt(table, 50, [1], withFloor)).toBe(40);
  });

  it('takes a concave curve in single precision for concave, though its second differences are not all negative', () => {
    const exported = Array.from({ length: 400 }, (_, i) => [
      Math.fround(5_000 * i),
      Math.fround(3e7 * (1 - Math.exp(-i / 30))),
    ]);
    const bent = exported.filter((_, i) => i > 0 && i < 399 && isAboveNeighbours(exported, i) < 0);
    expect(bent.length).toBeGreaterThan(0);
    expect(table.curvature([1], exported)).toBe('concave');
    const { raised } = concaveHull(exported);
    expect(raised).toBeGreaterThan(0);
    expect(raised).toBeLessThan(2 ** -23); // two roundings to 24 bits
  });

  it('takes a dent of 1 in 10,000 for what it is', () => {
    const at300 = (response: number) => [points[0]!, [300, response], points[2]!];
    expect(table.curvature([1], at300(250 / 3))).toBe('concave'); // on the line from (100, 50) to (400, 100)
    expect(table.curvature([1], at300((250 / 3) * (1 - 1e-4)))).toBe('other');
  });

  it('tells an S-curve and a curve with two rises from concave ones', () => {
    const curve = (response: (x: number) => number) =>
      Array.from({ length: 101 }, (_, i) => [i, Math.fround(response(i / 10))]);
    const sigmoid = (x: number) => x ** 3 / (27 + x ** 3);
    expect(table.curvature([1], curve(sigmoid))).toBe('S-shaped');
    expect(
      table.curvature(
        [1],
        curve((x) => sigmoid(x) + sigmoid(Math.max(0, x - 5))),
      ),
    ).toBe('other');
    expect(
      table.curvature(
        [1],
        curve((x) => x * x),
      ),
    ).toBe('S-shaped'); // flat after the last point
    expect(
      table.curvature(
        [1],
        curve((x) => x),
      ),
    ).toBe('concave');
    expect(table.curvature([1], [[100, 50]])).toBe('concave');
  });
});

describe('concaveHull', () => {
  it('cuts the corner of a dent and says how much of the curve that is', () => {
    const dented = [
      [100, 50],
      [200, 60],
      [300, 90],
      [400, 100],
    ];
    // the line from (100, 50) to (300, 90) is at 70 where the table has 60
    expect(concaveHull(dented)).toEqual({
      points: [
        [0, 0],
        [100, 50],
        [300, 90],
        [400, 100],
      ],
      raised: 10 / 70,
    });
  });

  it('is the least concave curve above any table', () => {
    const tables = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 1000 })), {
        minLength: 1,
        maxLength: 12,
      })
      .map((steps) => {
        let [spend, response] = [0, 0];
        return steps.map(([width, rise]) => [(spend += width), (response += rise)] as const);
      });
    fc.assert(
      fc.property(tables, (points) => {
        const hull = concaveHull(points);
        const all = [[0, 0] as const, ...points];
        let worst = 0;
        for (const [x, y] of all) {
          // by definition: the highest chord between two points of the table, at x
          let highest = y;
          for (const [x0, y0] of all) {
            for (const [x1, y1] of all) {
              if (x0 < x && x < x1) highest = Math.max(highest, y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
            }
          }
          expect(valueAt(table, x, [1], hull.points)).toBeCloseTo(highest, 9);
          if (highest > 0) worst = Math.max(worst, (highest - y) / highest);
        }
        expect(hull.raised).toBeCloseTo(worst, 12);
        expect(table.curvature([1], hull.points)).toBe('concave');
      }),
      { seed: 20270104, numRuns: 200 },
    );
  });
});

/** By how much a point is above the line between its neighbours; all of them equally far apart. */
function isAboveNeighbours(points: readonly (readonly number[])[], i: number): number {
  return points[i]![1]! - (points[i - 1]![1]! + points[i + 1]![1]!) / 2;
}
