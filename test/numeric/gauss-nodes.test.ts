import { describe, expect, it } from 'vitest';
import { gaussNodes, orthogonalAt } from '../../src/numeric/gauss-nodes.ts';
import { lagrangeSums } from '../../src/numeric/lagrange.ts';

const points = Float64Array.of(0.3, 1.1, 1.7, 2.9, 3.2, 4.8, 5.5, 6.1, 7.7, 9.4);
const weights = Float64Array.of(1, 2, 0.5, 1.5, 3, 1, 0.25, 2, 1, 0.75);
const polynomials = orthogonalAt(points, weights, 12);

/** Weights of nodes for all the points. */
function weightsAt(nodes: Float64Array): Float64Array {
  const found = new Float64Array(nodes.length);
  const add = lagrangeSums(nodes);
  points.forEach((point, i) => add(point, weights[i]!, found));
  return found;
}

const sum = (at: Float64Array, times: Float64Array, of: (x: number) => number) =>
  at.reduce((total, x, i) => total + times[i]! * of(x), 0);

describe('Gauss nodes of points with weights', () => {
  // Eigenvalues and eigenvectors by NumPy of the Jacobi matrix that SciPy's QR of the weighted Vandermonde matrix gives.
  it.each([
    [
      3,
      [1.099605414384895, 4.432189789209943, 8.577271548902733],
      [4.658100697585206, 6.332277580979257, 2.0096217214355385],
    ],
    [
      5,
      [0.5392220426013946, 2.347688275459858, 4.410388431418792, 6.90824444150654, 9.333871817840729],
      [2.188600498485064, 4.138198313844299, 3.4700366270062135, 2.338561217833803, 0.8646033428306209],
    ],
  ])('of %i are those of Golub and Welsch, with the same weights', (count, nodes, found) => {
    const own = gaussNodes(polynomials, count);
    // Bisection ends at 2e-11 of a range of 9.
    own.forEach((node, k) => expect(node).toBeCloseTo(nodes[k]!, 9));
    weightsAt(own).forEach((weight, k) => expect(weight).toBeCloseTo(found[k]!, 8));
  });

  it.each([2, 4, 6])('of %i give sums of polynomials of a degree below twice that, and not the next', (count) => {
    const nodes = gaussNodes(polynomials, count);
    const times = weightsAt(nodes);
    const missed = (degree: number) => {
      const power = (x: number) => (x / 10) ** degree;
      return Math.abs(sum(nodes, times, power) / sum(points, weights, power) - 1);
    };
    for (let degree = 0; degree < 2 * count; degree++) expect(missed(degree)).toBeLessThan(1e-9);
    expect(missed(2 * count)).toBeGreaterThan(1e-7);
  });

  it('are the points themselves where there are no more of them', () => {
    const nodes = gaussNodes(orthogonalAt(Float64Array.of(4, 1, 4, 2, 1), Float64Array.of(1, 1, 1, 1, 1), 8), 8);
    expect(nodes.length).toBe(3);
    [1, 2, 4].forEach((point, k) => expect(nodes[k]).toBeCloseTo(point, 9));
    expect([...gaussNodes(orthogonalAt(Float64Array.of(7), Float64Array.of(2), 4), 4)]).toEqual([7]);
  });

  it('have weights that give polynomials of a degree below their number for any nodes', () => {
    const nodes = Float64Array.of(0, 2, 5, 9);
    const times = weightsAt(nodes);
    for (const power of [() => 1, (x: number) => x, (x: number) => x ** 3]) {
      expect(sum(nodes, times, power) / sum(points, weights, power)).toBeCloseTo(1, 12);
    }
  });
});
