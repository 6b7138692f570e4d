import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { openKernel } from '../../src/kernel/kernel.ts';
import { exp } from '../../src/numeric/exp.ts';

const kernel = openKernel()!;

function exponentials(row: readonly number[]): Float64Array {
  kernel.release();
  const even = Float64Array.from(row.length % 2 === 0 ? row : [...row, 0]);
  const at = kernel.put(even);
  kernel.code.expRow(at, at, even.length);
  return kernel.numbers().slice(at / 8, at / 8 + row.length);
}

describe('the exponential of the kernel', () => {
  it('has the bits of its plain twin for any number', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.double({ min: -750, max: 720 })), { minLength: 1 }), (row) => {
        expect([...exponentials(row)]).toEqual(row.map((x) => exp(x)));
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('has them at the edges of doubles', () => {
    const edges = [0, -0, 1, -1, 700, -700, 709.78, 709.79, -745.13, -745.14, -708, -720, Infinity, -Infinity, NaN];
    expect([...exponentials(edges)]).toEqual(edges.map((x) => exp(x)));
  });
});
