import type { Goal } from '../domain.ts';

/** Whether a goal is the mean of figures of each draw: without worst cases, stresses, chances and the least spend. */
export function isMean({ risk, worstOf, minimize, chanceOf }: Goal): boolean {
  return risk?.weight === undefined && worstOf === undefined && minimize === undefined && chanceOf === undefined;
}

/** What a goal makes as large as possible, with what else counts in its units: without risk, stresses and other wishes. */
export function plainGoal({ maximize, plus }: Goal): Pick<Goal, 'maximize' | 'plus'> {
  return { maximize, ...(plus === undefined ? {} : { plus }) };
}
