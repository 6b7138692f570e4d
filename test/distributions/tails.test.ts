import { expect, it } from 'vitest';
import { distributions } from '../../src/distributions/table.ts';

// Solved with mpmath at 40 digits: findroot of log(betainc(a, b, 0, x, regularized=True)) - log(p), and so on.
it.each([
  ['beta', { alpha: 0.3, beta: 4 }, 1e-10, 8.842065761995658e-35],
  ['beta', { alpha: 2, beta: 8 }, 1e-15, 5.270462831762115e-9],
  ['beta', { alpha: 20.5, beta: 180.5 }, 0.01, 0.058464577995075505],
  ['beta', { alpha: 0.5, beta: 9.5 }, 0.7, 0.05638384713480429],
  ['gamma', { shape: 0.2, scale: 1 }, 1e-10, 6.525480843457275e-51],
  ['gamma', { shape: 25, scale: 1 }, 1e-15, 2.8520870854264015],
  ['gamma', { shape: 0.2, scale: 1 }, 0.9, 0.604902320986574],
  ['gamma', { shape: 400, scale: 1 }, 0.3, 389.2752631489452],
  ['student-t', { df: 3 }, 1e-10, -2225.7692846830932],
  ['student-t', { df: 1.5 }, 1e-3, -52.18443000899265],
  ['student-t', { df: 40 }, 0.2, -0.8506997957904543],
])('the quantile of %s %j at %d', (family, parameters, p, expected) => {
  expect(Math.abs(distributions[family]!.quantile(p, parameters) / expected - 1)).toBeLessThan(1e-12);
});

it.each([
  ['gamma', { shape: 2, scale: 1 }, 1e-10, 26.33398160553087],
  ['gamma', { shape: 25, scale: 1 }, 1e-20, 102.69075114560555],
  ['student-t', { df: 3 }, 1e-10, 2225.7692846830932],
])('the value that %s %j exceeds with probability %d', (family, parameters, above, expected) => {
  expect(Math.abs(distributions[family]!.quantile(1 - above, parameters, above) / expected - 1)).toBeLessThan(1e-12);
});
