import type { Goal } from '../domain.ts';

/** What a goal makes as large as possible, with what else counts in its units: without risk, stresses and other wishes. */
export function plainGoal({ maximize, plus }: Goal): Pick<Goal, 'maximize' | 'plus'> {
  return { maximize, ...(plus === undefined ? {} : { plus }) };
}
