/**
 * Correlation of two normal scores under which what they drive has Spearman's rank correlation `rank`, in [-1, 1]:
 * 2 sin(π rank / 6), to 1e-15.
 *
 * Source: Kruskal, "Ordinal measures of association" (1958).
 */
export function scoreCorrelation(rank: number): number {
  return 2 * sine((Math.PI * rank) / 6);
}

/** Spearman's rank correlation of two normals of correlation `correlation`, in [-1, 1]: 6 asin(correlation / 2) / π. */
export function rankCorrelation(correlation: number): number {
  return (6 * arcsine(correlation / 2)) / Math.PI;
}

/** Taylor's series; at |x| <= π / 6 the last of its terms is below 1e-17. */
function sine(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 2; k <= 14; k += 2) {
    term *= (-x * x) / (k * (k + 1));
    sum += term;
  }
  return sum;
}

/** Taylor's series; at |x| <= 1/2 what follows its last term is below 1e-17. */
function arcsine(x: number): number {
  let power = x;
  let sum = x;
  for (let k = 1; k <= 47; k += 2) {
    power *= (x * x * k) / (k + 1);
    sum += power / (k + 2);
  }
  return sum;
}
