import type { Distribution } from '../../families.ts';

/** 1 with this probability, else 0. */
export function chance(probability: number): Distribution {
  return { family: 'bernoulli', parameters: { rate: probability } };
}
