import type { DistributionParameters } from '../../src/families/distribution.ts';

/** Parameters by family: usual ones, skewed ones, and ones near the edge of what `check` allows. */
export const EXAMPLES: Readonly<Record<string, readonly DistributionParameters[]>> = {
  normal: [
    { mean: 3, sd: 2 },
    { mean: -1e5, sd: 0.5 },
  ],
  lognormal: [
    { mu: 1.956, sigma: 0.2107 },
    { mu: 0, sigma: 1 },
    { mu: 4.6, sigma: 2.8 },
    { mu: 1, sigma: 0.01 },
  ],
  'logit-normal': [
    { mu: -3.5, sigma: 0.4 },
    { mu: 0.2, sigma: 2 },
  ],
  beta: [
    { alpha: 2, beta: 8 },
    { alpha: 200.5, beta: 7800.5 },
    { alpha: 0.5, beta: 0.5 },
    { alpha: 0.3, beta: 4 },
    { alpha: 1, beta: 1 },
    { alpha: 3e5, beta: 2e7 },
  ],
  uniform: [{ low: -2, high: 5 }],
  triangular: [
    { low: 10, likely: 20, high: 60 },
    { low: 0, likely: 0, high: 1 },
    { low: 0, likely: 1, high: 1 },
  ],
  pert: [
    { low: 10, likely: 20, high: 60 },
    { low: 1, likely: 1, high: 5, weight: 2 },
    { low: -3, likely: 4, high: 4.5, weight: 30 },
  ],
  'log-uniform': [
    { low: 1, high: 1000 },
    { low: 2, high: 2.001 },
  ],
  'student-t': [{ df: 3 }, { df: 5.5, location: 10, scale: 2 }, { df: 1 }, { df: 1e6 }],
  gamma: [
    { shape: 2, scale: 3 },
    { shape: 0.2, scale: 1 },
    { shape: 400, scale: 0.01 },
    { shape: 1e5, scale: 1 },
  ],
  poisson: [{ mean: 3 }, { mean: 0.05 }, { mean: 250 }, { mean: 1e5 }],
  binomial: [
    { trials: 20, rate: 0.3 },
    { trials: 8000, rate: 0.025 },
    { trials: 1, rate: 0.9 },
  ],
  bernoulli: [{ rate: 0.3 }, { rate: 0 }, { rate: 1 }],
  empirical: [{ values: [4, 1, 2, 2, 8] }, { values: [7] }, { values: Array.from({ length: 99 }, (_, i) => i * i) }],
  metalog: [
    { coefficients: [50, 6.826794199701281, 5.688995166417734] },
    { coefficients: [3.912023005428146, 0.12734606050462685, 0.06447263429280176], low: 0 },
    { coefficients: [-3, 0.25, -0.1], high: 100 },
    { coefficients: [-3.4760986898352733, 0.2155859097691173, 0.06595713041201474], low: 0, high: 1 },
    { coefficients: [10, 1, 0.3, 2, 1] },
  ],
};

/** Parameters that are no such distribution. */
export const REFUSED: Readonly<Record<string, readonly DistributionParameters[]>> = {
  normal: [{ mean: 0, sd: 0 }, { mean: NaN, sd: 1 }, { mean: 0 }, { mean: [1], sd: 1 }, { mean: 0, sd: 1, skew: 2 }],
  lognormal: [
    { mu: 0, sigma: -1 },
    { mu: Infinity, sigma: 1 },
  ],
  'logit-normal': [{ mu: 0, sigma: 0 }],
  beta: [
    { alpha: 0, beta: 1 },
    { alpha: 1, beta: -1 },
  ],
  uniform: [
    { low: 2, high: 2 },
    { low: 3, high: 2 },
  ],
  triangular: [
    { low: 1, likely: 0, high: 2 },
    { low: 1, likely: 3, high: 2 },
    { low: 1, likely: 1, high: 1 },
  ],
  pert: [
    { low: 1, likely: 0, high: 2 },
    { low: 2, likely: 1, high: 1 },
    { low: 0, likely: 1, high: 2, weight: -1 },
  ],
  'log-uniform': [
    { low: 0, high: 2 },
    { low: 3, high: 2 },
  ],
  'student-t': [{ df: 0 }, { df: 3, scale: 0 }],
  gamma: [
    { shape: 0, scale: 1 },
    { shape: 1, scale: 0 },
  ],
  poisson: [{ mean: 0 }, { mean: 1e12 }],
  binomial: [
    { trials: 2.5, rate: 0.3 },
    { trials: 0, rate: 0.3 },
    { trials: 10, rate: 1.5 },
    { trials: 1e9, rate: 0.5 },
  ],
  bernoulli: [{ rate: 1.1 }, { rate: -0.1 }],
  empirical: [{ values: [] }, { values: [1, NaN] }, { values: 3 }],
  metalog: [
    { coefficients: [1, 2] },
    { coefficients: [1, 1, 1, 1, 1, 1] },
    { coefficients: [0, 1, 1.7] }, // Keelin (2016): feasible up to 1.66711
    { coefficients: [0, -1, 0] },
    { coefficients: [0, 1, 0, -5] }, // falls in the middle
    { coefficients: [0, 1, 0], low: 1, high: 0 },
  ],
};
