import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELLS, cellsOf, lowerEnd, PER_COARSE, placesIn, upperEnd } from '../../src/statistics/cells.ts';
import { rankedInCells, replicatesInCells, type CellCounts } from '../../src/statistics/counted.ts';
import { quantileOf, rankedOf, worstMeanOf } from '../../src/statistics/ranked.ts';

/** Finite values in any proportion of a few that come again and again, and the seed of the rest. */
const samples = fc
  .tuple(
    fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 20, maxLength: 400 }),
    fc.constantFrom(1, 1e-6, 1e6),
    fc.boolean(),
  )
  .map(([values, scale, cubed]) =>
    Float64Array.from(values, (value) => (cubed ? (value / 1e6) * value * value : value) * scale + 0),
  );

describe('cells made from a pilot', () => {
  it('rise with the value', () => {
    fc.assert(
      fc.property(samples, samples, (pilot, values) => {
        const places = placesIn(cellsOf(pilot), Float64Array.from([...pilot, ...values]).sort());
        for (let i = 1; i < places.length; i++) expect(places[i]!).toBeGreaterThanOrEqual(places[i - 1]!);
        expect(places.at(-1)!).toBeLessThan(CELLS);
      }),
      { seed: 21 },
    );
  });

  it('hold the values between their ends', () => {
    fc.assert(
      fc.property(samples, samples, (pilot, values) => {
        const cells = cellsOf(pilot);
        const [least, greatest] = [Math.min(...values), Math.max(...values)];
        placesIn(cells, values).forEach((place, i) => {
          const [low, high] = [lowerEnd(cells, place, least), upperEnd(cells, place, greatest)];
          // Below 1e-300, numbers have fewer digits.
          const rounding = 1e-12 * Math.max(Math.abs(low), Math.abs(high)) + 1e-300;
          expect(values[i]!).toBeGreaterThanOrEqual(low - rounding);
          expect(values[i]!).toBeLessThanOrEqual(high + rounding);
        });
      }),
      { seed: 22 },
    );
  });

  it('hold about equally many draws of any distribution', () => {
    const n = 200_000;
    // The quantiles of a heavy tail, 1 / (1 - u)²: half of all is below 4, a thousandth above a million.
    const values = Float64Array.from({ length: n }, (_, i) => 1 / (1 - (i + 0.5) / n) ** 2);
    const pilot = values.filter((_, i) => i % 25 === 0);
    const counts = new Uint32Array(CELLS);
    for (const place of placesIn(cellsOf(pilot), values)) counts[place]! += 1;
    const inner = counts.slice(PER_COARSE, CELLS - PER_COARSE);
    // All but the last segment, which ends where the tail does: 200,000 / (32 × 2032) is 3.1 draws. They are densest at the
    // low end of a segment: between x = 256 and 1,024, the 31st, by dF/dx = x^-1.5 / 2 three times the average.
    expect(Math.max(...inner.subarray(0, inner.length - 2032))).toBeLessThanOrEqual(3 * 3.1 + 1);
  });
});

/** Values counted in fine cells and in coarse ones, with exact sums of the lowest tenth or so. */
function counted(pilot: Float64Array, values: Float64Array, width: number): CellCounts {
  const cells = cellsOf(pilot);
  const places = placesIn(cells, values);
  const counts = new Uint32Array(CELLS / width);
  for (const place of places) counts[Math.floor(place / width)]! += 1;
  const sorted = pilot.toSorted();
  const [edge] = placesIn(cells, Float64Array.of(sorted[Math.floor(0.1 * sorted.length)]!));
  const before = Math.max(1, Math.floor(edge! / PER_COARSE)) * (PER_COARSE / width);
  const sum = values.reduce((total, value, i) => (places[i]! < before * width ? total + value : total), 0);
  return {
    cells,
    counts,
    width,
    least: Math.min(...values),
    greatest: Math.max(...values),
    anchors: [{ before, sum }],
  };
}

describe('values that are known by their cells', () => {
  it.each([1, PER_COARSE])('have quantiles right to the width of a cell, of %i', (width) => {
    fc.assert(
      fc.property(samples, samples, fc.double({ min: 0, max: 1, noNaN: true }), (pilot, values, probability) => {
        const given = counted(pilot, values, width);
        const exact = rankedOf(values.toSorted());
        const found = rankedInCells(given);
        expect(found.count).toBe(values.length);
        const place = Math.floor((values.length - 1) * probability);
        const rounding = 1e-9 * Math.max(Math.abs(given.least), Math.abs(given.greatest));
        const error = (at: number) => Math.abs(found.at(at) - exact.at(at));
        expect(error(place)).toBeLessThanOrEqual(found.widthAt(place) + rounding);
        const next = Math.min(place + 1, values.length - 1);
        expect(Math.abs(quantileOf(found, probability) - quantileOf(exact, probability))).toBeLessThanOrEqual(
          Math.max(found.widthAt(place), found.widthAt(next)) + rounding,
        );
      }),
      { seed: 23 },
    );
  });

  it('have a mean of the worst share that is off by cells between its end and the exact sums only', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const given = counted(values, values, 1);
        const found = rankedInCells(given);
        const exact = worstMeanOf(rankedOf(values.toSorted()), share);
        const widest = Math.max(...Array.from({ length: values.length }, (_, place) => found.widthAt(place)));
        const { before } = given.anchors[0]!;
        const summed = given.counts.subarray(0, before).reduce((count, each) => count + each, 0);
        const draws = share * values.length;
        const bound = (widest * (Math.abs(summed - draws) + 1)) / draws;
        const rounding = (1e-9 / share) * Math.max(Math.abs(given.least), Math.abs(given.greatest));
        expect(Math.abs(worstMeanOf(found, share) - exact)).toBeLessThanOrEqual(bound + rounding);
      }),
      { seed: 24 },
    );
  });

  it('are counted by whole cells', () => {
    fc.assert(
      fc.property(samples, samples, (pilot, values) => {
        const given = counted(pilot, values, PER_COARSE);
        const found = rankedInCells(given);
        for (const value of values.slice(0, 20)) {
          const place = values.filter((other) => other < value).length;
          const width = found.widthAt(place) + 1e-9 * Math.max(Math.abs(given.least), Math.abs(given.greatest));
          const upTo = found.upTo(found.holding(value));
          expect(upTo).toBeGreaterThanOrEqual(values.filter((other) => other < value - width).length);
          expect(upTo).toBeLessThanOrEqual(values.filter((other) => other <= value + width).length);
        }
      }),
      { seed: 25, numRuns: 40 },
    );
  });

  it('tell what replicates have below a value where that varies most', () => {
    // A stratum of each replicate is two coarse cells wide: at its ends all have as many values below, in its middle half of them
    // one more.
    const strata = (CELLS / PER_COARSE - 2) / 2;
    const pilot = Float64Array.from({ length: 1025 }, (_, i) => i / 1024);
    const replicates = Array.from({ length: 16 }, (_, r) =>
      Float64Array.from({ length: strata }, (__, j) => (j + (r % 2 === 0 ? 0.25 : 0.75)) / strata),
    );
    const all = counted(pilot, Float64Array.from(replicates.flatMap((values) => [...values])), 1);
    const parts = replicates.map((values) => counted(pilot, values, PER_COARSE));
    const { whole, upTo } = replicatesInCells(all, parts);
    for (const place of [16 * 1000 + 4, 16 * 1000 + 12]) {
      expect(whole.at(place) * strata).toBeGreaterThan(1000);
      expect(whole.at(place) * strata).toBeLessThan(1001);
      const below = upTo(place);
      expect(below.map((count) => count - below[1]!)).toEqual(replicates.map((_, r) => (r % 2 === 0 ? 1 : 0)));
    }
  });

  it('that many draws share are found exactly', () => {
    const values = Float64Array.from({ length: 4000 }, (_, i) => (i % 10 < 6 ? 0 : ((i * 37) % 101) - 30));
    for (const width of [1, PER_COARSE]) {
      const found = rankedInCells(counted(values, values, width));
      expect(quantileOf(found, 0.5)).toBe(0);
    }
  });

  it('beyond the pilot lie between its end and the extreme', () => {
    const pilot = Float64Array.from({ length: 1000 }, (_, i) => i);
    const values = Float64Array.from({ length: 1000 }, (_, i) => i * 2 - 500);
    const found = rankedInCells(counted(pilot, values, 1));
    expect(found.at(0)).toBeGreaterThanOrEqual(-500);
    expect(found.at(0)).toBeLessThanOrEqual(0);
    expect(found.at(999)).toBeLessThanOrEqual(1498);
    expect(found.at(999)).toBeGreaterThanOrEqual(999);
    expect(worstMeanOf(found, 1)).toBeCloseTo(499, -1);
  });
});
