import type { PlanSummary } from '../domain.ts';

type Distribution = PlanSummary['profitDistribution'];

/** Chance of reaching at least `value`; exact at the edges of classes, even between them. */
export function chanceOfAtLeast({ edges, shares }: Distribution, value: number): number {
  let chance = 0;
  for (let k = shares.length - 1; k >= 0; k--) {
    const [from, to] = [edges[k]!, edges[k + 1]!];
    if (value >= to) break;
    chance += shares[k]! * (value <= from ? 1 : (to - value) / (to - from));
  }
  return chance;
}

/** Value that a case falls below with the given probability, from 0 to 1. */
export function quantileOf({ edges, shares }: Distribution, probability: number): number {
  let below = 0;
  for (let k = 0; k < shares.length; k++) {
    const share = shares[k]!;
    if (share > 0 && below + share >= probability) {
      return edges[k]! + ((probability - below) / share) * (edges[k + 1]! - edges[k]!);
    }
    below += share;
  }
  return edges.at(-1)!;
}

/** So many values that are equally likely. */
export function evenQuantiles(distribution: Distribution, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => quantileOf(distribution, (k + 0.5) / count));
}
