import type { Estimate, Report } from '../../domain.ts';

/** What today's plan and the recommended one exceed in one of ten cases, where the goal is a chance that neither has in any draw. */
export interface NeverReached {
  readonly draws: number;
  /** Absent where the goal is a mix of figures. */
  readonly inTen?: { readonly today: Estimate; readonly recommended: Estimate };
}

/** See {@link NeverReached}; undefined where the recommended plan reaches it in some draw. */
export function neverReached({ plans, scenario: { goal } }: Report): NeverReached | undefined {
  const [today, recommended] = [plans[0]!, plans.at(-1)!];
  const { draws } = recommended;
  if (recommended.goal.chance!.value > 0) return undefined;
  const [before, after] = [today, recommended].map(
    ({ metrics }) => metrics[goal.maximize]!.quantiles.find(({ probability }) => probability === 0.9)?.estimate,
  );
  if (goal.plus !== undefined || before === undefined || after === undefined) return { draws };
  return { draws, inTen: { today: before, recommended: after } };
}
