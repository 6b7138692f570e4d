import { describe, expect, it } from 'vitest';
import { conditioned } from '../../src/random/correlation/condition.ts';
import { expectationPropagation } from '../../src/random/correlation/expectation-propagation.ts';
import { correlationOf, dependence } from '../../src/random/dependence.ts';

const ids = ['a', 'b', 'c'];
const [three] = dependence(ids, [
  { of: ['a', 'b'], rank: 0.5 },
  { of: ['a', 'c'], rank: 0.3 },
  { of: ['b', 'c'], rank: -0.2 },
]).clusters;
/** A measurement of so much with a variance. */
const measured = (id: string, value: number, variance: number) => ({
  id,
  precision: 1 / variance,
  shift: value / variance,
});

describe('a cluster after measurements of two of its scores', () => {
  // NumPy: R = 2 sin(pi rank / 6), K = R Hᵀ (H R Hᵀ + T)⁻¹, mean K y, covariance R - K H R; y = (1.5, -0.4), T = diag(0.25, 2).
  const mean = [1.16204864, 0.33316399, 0.49957443];
  const sd = [0.44289098, 0.75104235, 0.93836468];
  const correlation = [1, 0.22346004, 0.18084625, 0.22346004, 1, -0.3449693, 0.18084625, -0.3449693, 1];
  const evidence = [measured('a', 1.5, 0.25), measured('b', -0.4, 2)];

  it.each([[evidence], [evidence.toReversed()]])(
    'is what linear algebra says, in whatever order they are learned',
    (seen) => {
      const after = conditioned(three!, seen);
      expect([...after.mean]).toEqual(mean.map((value) => expect.closeTo(value, 7)));
      expect([...after.sd]).toEqual(sd.map((value) => expect.closeTo(value, 7)));
      expect([...correlationOf(after.cluster)]).toEqual(correlation.map((value) => expect.closeTo(value, 7)));
    },
  );

  it('is found from normal sights as if they were measurements', () => {
    // A normal score of mean m and deviation s, measured: precisions add up.
    const sight = (value: number, variance: number) => (m: number, s: number) => {
      const precision = 1 / (s * s) + 1 / variance;
      return { mean: (m / (s * s) + value / variance) / precision, variance: 1 / precision };
    };
    const found = expectationPropagation(
      three!,
      new Map([
        ['a', sight(1.5, 0.25)],
        ['b', sight(-0.4, 2)],
      ]),
    );
    expect(found).toEqual(
      evidence.map(({ id, precision, shift }) => ({
        id,
        precision: expect.closeTo(precision, 9),
        shift: expect.closeTo(shift, 9),
      })),
    );
  });
});

it('leaves what only another common factor moves as it was, and unmixed', () => {
  const [cluster] = dependence(
    ['a', 'b', 'c', 'd'],
    [
      { of: ['a', 'b', 'c'], rank: 0.8, factor: 'market' },
      { of: ['c', 'd'], rank: 0.5, factor: 'season' },
    ],
  ).clusters;
  const after = conditioned(cluster!, [measured('a', 2, 0.1)]);
  const place = (id: string) => cluster!.ids.indexOf(id);
  expect([after.mean[place('d')], after.sd[place('d')]]).toEqual([0, expect.closeTo(1, 15)]);
  expect(after.mean[place('b')]).toBeGreaterThan(0.5);
  // b is made of the market, of a's own rest, which is known better now, and of its own rest.
  const shares = after.cluster.factor.subarray(
    place('b') * cluster!.sources.length,
    (place('b') + 1) * cluster!.sources.length,
  );
  expect(cluster!.sources.filter((_, k) => shares[k] !== 0)).toEqual(['factors.market', 'a', 'b']);
});
