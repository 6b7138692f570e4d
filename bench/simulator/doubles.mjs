/**
 * The numbers of a reference model for the peer in C: sizes, Cholesky factor, and for every channel its parameters and
 * tables of quantile functions. Tables are read off our own marginals, which the peers in Python do not share.
 */
import { marginalTable, transform } from '../../dist/distributions/marginal.js';

const CELLS = 4096;
const REACH = 7;

export function modelAsDoubles({ channels, periods, correlations, target, each }) {
  const numbers = cholesky(correlations).flat();
  for (const { price, value, halfSaturation, clickRate, conversionRate, slope, retention, ...rest } of each) {
    for (const { mu, sigma } of [price, value, halfSaturation]) numbers.push(mu, sigma);
    numbers.push(rest.reach, ...rest.spend, ...rest.season);
    const laws = [
      ['beta', clickRate],
      ['beta', conversionRate],
      ['pert', slope],
      ['beta', retention],
    ];
    for (const [family, parameters] of laws) numbers.push(...nodes({ family, parameters }));
  }
  return Float64Array.from([channels, periods, CELLS, REACH, target, numbers.length].concat(numbers));
}

function nodes(distribution) {
  const scores = Float64Array.from({ length: CELLS + 1 }, (_, i) => -REACH + (2 * REACH * i) / CELLS);
  transform(marginalTable(distribution), scores, scores, scores.length);
  return scores;
}

function cholesky(matrix) {
  const factor = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
    }
  });
  return factor;
}
