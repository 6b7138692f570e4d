import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernel } from '../../src/kernel/kernel.ts';
import { digestOf, layoutOf, plainDigest, type DigestCode } from '../../src/simulate/summary/digest.ts';
import { kernelDigest } from '../../src/simulate/summary/kernel-digest.ts';
import type { Wanted } from '../../src/simulate/summary/series-figures.ts';

const REPLICATES = 16;
const kernel = openKernel()!;
const wanted: readonly Wanted[] = [
  { quantiles: [], worst: [0.1, 0.5], chances: [{ atLeast: -Infinity, atMost: -Number.MIN_VALUE }] },
  { quantiles: [], worst: [], chances: [{ atLeast: 1, atMost: 1 }] },
  // Of these, draws near quantiles are counted.
  { quantiles: [0.1, 0.6], worst: [], chances: [{ atLeast: 1, atMost: 1 }], wholeOnly: true },
];

const series = fc
  .array(
    fc.oneof(
      fc.double(),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.constantFrom(0, -0, 1, 1, NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
    ),
    { minLength: 3 * 10 * REPLICATES, maxLength: 3 * 10 * REPLICATES },
  )
  .map((values) =>
    [0, 1, 2].map((s) => Float64Array.from(values.slice(s * 10 * REPLICATES, (s + 1) * 10 * REPLICATES))),
  );

/** Of the first draws' cells. */
function digest(rows: readonly Float64Array[], code: DigestCode) {
  const layouts = rows.map((row, s) => layoutOf(row.subarray(0, 64), wanted[s]!));
  return digestOf(rows, wanted, layouts, undefined, code);
}

describe('the compiled code that counts draws', () => {
  it('has the bits of the plain one', () => {
    fc.assert(
      fc.property(series, (rows) => {
        const compiled = digest(rows, kernelDigest(kernel, rows[0]!.length)!);
        const plain = digest(rows, plainDigest);
        expect(compiled.places).toEqual(plain.places);
        expect(compiled.sums).toEqual(plain.sums);
      }),
    );
  });

  it.each([5, 0, -0, Infinity, -Infinity, NaN])('has them where all draws are %d, too, or all but one', (value) => {
    const rows = [3, value, 3].map((last) => new Float64Array(10 * REPLICATES).fill(value).fill(last, -1));
    expect(digest(rows, kernelDigest(kernel, rows[0]!.length)!)).toEqual(digest(rows, plainDigest));
  });

  it('tells the least and the greatest, sums by replicate, and draws in a band', () => {
    const row = Float64Array.from({ length: 2 * REPLICATES }, (_, i) => i - 3);
    const one = { quantiles: [], worst: [], chances: [{ atLeast: 5, atMost: 6 }] };
    const layout = { ...layoutOf(row, one), about: 10 };
    const code = kernelDigest(kernel, row.length);
    expect(code).toBeDefined();
    const { sums } = digestOf([row], [one], [layout], undefined, code);
    expect([...sums.subarray(0, 2)]).toEqual([-3, 28]);
    // Replicate 0 has draws 0 and 16: values -3 and 13, which are 13 below 10 and 3 above.
    expect([sums[2], sums[2 + REPLICATES]]).toEqual([-10, 13 ** 2 + 3 ** 2]);
    // 5 and 6 are draws 8 and 9.
    expect([...sums.subarray(2 + 2 * REPLICATES)]).toEqual(Array.from({ length: 16 }, (_, r) => +(r === 8 || r === 9)));
  });

  it('is left to plain code where draws are not whole rounds of replicates', () => {
    expect(kernelDigest(kernel, 24)).toBeUndefined();
  });
});
