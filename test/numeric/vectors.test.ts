import { describe, expect, it } from 'vitest';
import { betaLower, lnBeta } from '../../src/numeric/beta.ts';
import { exp, expm1 } from '../../src/numeric/exp.ts';
import { gammaLower, gammaUpper, lnGamma } from '../../src/numeric/gamma.ts';
import { ln, log1p } from '../../src/numeric/ln.ts';
import { normalCumulative, normalQuantile } from '../../src/numeric/normal.ts';
import { pow } from '../../src/numeric/pow.ts';
import { tanh } from '../../src/numeric/tanh.ts';
import vectors from '../fixtures/numeric/vectors.json' with { type: 'json' };

type Table = readonly (readonly number[])[];

/** The distance of `got` from the rounded exact value, in units in the last place of the exact value. */
function unitsApart(got: number, exact: number): number {
  const bits = new BigUint64Array(new Float64Array([Math.abs(exact)]).buffer);
  bits[0]! += 1n;
  const next = new Float64Array(bits.buffer)[0]!;
  return Math.abs(got - exact) / (next - Math.abs(exact));
}

const farthest = (table: Table, f: (...x: number[]) => number, distance: (got: number, exact: number) => number) =>
  table.reduce((most, row) => Math.max(most, distance(f(...row.slice(0, -1)), row.at(-1)!)), 0);
const relative = (got: number, exact: number) => Math.abs(got / exact - 1);

describe('functions against 50-digit arithmetic', () => {
  it.each([
    ['exp', exp, 1],
    ['expm1', expm1, 1],
    ['ln', ln, 1],
    ['log1p', log1p, 1],
    ['pow', pow, 1],
    ['tanh', tanh, 2],
  ] as const)('%s is within its units in the last place', (name, f, units) => {
    expect(vectors[name].length).toBe(90);
    expect(farthest(vectors[name], f, unitsApart)).toBeLessThanOrEqual(units);
  });

  it.each([
    ['normalCumulative', normalCumulative, 80, 1e-15],
    ['normalQuantile', normalQuantile, 80, 1e-15],
    ['lnGamma', lnGamma, 140, 1e-15],
    ['gammaLower', gammaLower, 40, 1e-13],
    ['gammaUpper', gammaUpper, 40, 1e-13],
    ['betaLower', betaLower, 80, 3e-13],
    ['lnBeta', lnBeta, 40, 1e-14],
  ] as const)('%s has its relative accuracy', (name, f, count, accuracy) => {
    expect(vectors[name].length).toBe(count);
    expect(farthest(vectors[name], f, relative)).toBeLessThanOrEqual(accuracy);
  });
});
