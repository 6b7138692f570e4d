import type { TargetFamily } from '../families/target.ts';

/** How satisfied the customers are that the plan acquires. */
export const satisfaction: TargetFamily = {
  about: 'Mean satisfaction of customers acquired, over channels whose satisfaction is known.',
  side: 'atLeast',
  unit: 'ratio',
  noChance: {
    message: 'cannot be asked of satisfaction, which is a mean of all draws together',
    advice: 'Remove it.',
  },
  name: 'mean satisfaction of customers',
};
