/** What rounding leaves of a polynomial that is 0 at all points, as a share of how far they lie apart. */
const NOTHING_LEFT = 1e-9;
/** How far apart the same numbers may be taken to lie for that, as a share of their size. */
const ROUNDING = 1e-6;
/** Halvings of the points' range: nodes are known to 2e-11 of it. */
const HALVINGS = 36;

/** Of points with weights the polynomials that are orthogonal there, each beginning with a power of x, and where the points lie. */
export interface Orthogonal {
  /** p(k + 1) = (x - centers[k]) p(k) - squares[k] p(k - 1); there are no more than there are different points. */
  readonly centers: readonly number[];
  readonly squares: readonly number[];
  readonly range: readonly [number, number];
}

/**
 * Nodes of a Gauss rule: the zeros, ascending, of the polynomial of degree `count`, or of the highest degree there is. With the
 * weights of `lagrange.ts` sums over the points of polynomials of a degree below twice the number of nodes are exact.
 *
 * Source: Golub and Welsch, "Calculation of Gauss quadrature rules" (1969); zeros by bisection with Sturm's sequence.
 */
export function gaussNodes({ centers, squares, range }: Orthogonal, count: number): Float64Array {
  const nodes = new Float64Array(Math.min(count, centers.length));
  for (let k = 0; k < nodes.length; k++) {
    let [from, to] = range;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (from + to) / 2;
      if (zerosBelow(middle, centers, squares, nodes.length) > k) to = middle;
      else from = middle;
    }
    nodes[k] = (from + to) / 2;
  }
  return nodes;
}

function rangeOf(points: Float64Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const point of points) {
    low = Math.min(low, point);
    high = Math.max(high, point);
  }
  return [low, high];
}

/**
 * See {@link Orthogonal}.
 *
 * @param weights  positive, one for each point
 * @param count  how many polynomials are asked for
 * Source: Stieltjes' procedure; Gautschi, "Orthogonal polynomials" (2004), section 2.2.3.
 */
export function orthogonalAt(points: Float64Array, weights: Float64Array, count: number): Orthogonal {
  const range = rangeOf(points);
  const least = NOTHING_LEFT * Math.max(range[1] - range[0], Math.abs(range[0]) * ROUNDING);
  const centers: number[] = [];
  const squares: number[] = [];
  let before = new Float64Array(points.length);
  let own = new Float64Array(points.length).fill(1 / Math.sqrt(sumOf(weights)));
  let length = 0;
  while (centers.length < count) {
    let center = 0;
    for (let i = 0; i < points.length; i++) center += weights[i]! * points[i]! * own[i]! * own[i]!;
    centers.push(center);
    squares.push(length * length);
    let square = 0;
    for (let i = 0; i < points.length; i++) {
      before[i] = (points[i]! - center) * own[i]! - length * before[i]!;
      square += weights[i]! * before[i]! * before[i]!;
    }
    length = Math.sqrt(square);
    if (length <= least) break;
    for (let i = 0; i < points.length; i++) before[i] = before[i]! / length;
    [before, own] = [own, before];
  }
  return { centers, squares, range };
}

function sumOf(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** How many zeros of the polynomial are below x: changes of sign, by ratios of each polynomial to the one before. */
function zerosBelow(x: number, centers: readonly number[], squares: readonly number[], degree: number): number {
  let below = 0;
  let ratio = 1;
  for (let k = 0; k < degree; k++) {
    ratio = x - centers[k]! - (k === 0 ? 0 : squares[k]! / ratio);
    if (ratio === 0) ratio = Number.MIN_VALUE;
    if (ratio > 0) below += 1;
  }
  return below;
}
