import type { Row } from '../domain/row.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { ranksOf } from '../sensitivity/ranks.ts';

/** With more signals than these, products of two of them would be too many columns. */
const MOST_WITH_PRODUCTS = 14;
const DEGREE = 4;
const DEGREE_OF_MANY = 2;

/** A signal as normal scores of its ranks, so that neither its unit nor long tails matter. */
export function scoresOf(signal: Row): Row {
  return ranksOf(signal).map((rank) => normalQuantile((rank - 0.5) / signal.length));
}

/**
 * Columns by which a figure is told from what one would know: the constant, polynomials of each signal, and products of pairs.
 *
 * @param scores  of the signals, one number per draw each
 */
export function basisOf(scores: readonly Row[]): readonly Row[] {
  const draws = scores[0]?.length ?? 0;
  const many = scores.length > MOST_WITH_PRODUCTS;
  const degree = scores.length > 1 ? (many ? DEGREE_OF_MANY : DEGREE - 1) : DEGREE;
  const products = many
    ? []
    : scores.flatMap((a, k) => scores.slice(0, k).map((b) => a.map((score, i) => score * b[i]!)));
  return [new Float64Array(draws).fill(1), ...scores.flatMap((score) => hermite(score, degree)), ...products];
}

/** Hermite polynomials of degree 1 to `degree`, scaled to variance 1, so that columns of a Gaussian hardly depend on each other. */
function hermite(score: Row, degree: number): readonly Row[] {
  const columns: Row[] = [score];
  for (let n = 1; n < degree; n++) {
    // sqrt(n + 1) h[n + 1] = z h[n] - sqrt(n) h[n - 1]
    const [one, before] = [columns[n - 1]!, columns[n - 2]];
    columns.push(
      one.map(
        (value, i) => (score[i]! * value - Math.sqrt(n) * (before === undefined ? 1 : before[i]!)) / Math.sqrt(n + 1),
      ),
    );
  }
  return columns;
}
