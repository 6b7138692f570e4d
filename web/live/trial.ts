/** What a planner tries out with sliders, beside what the file says. */
import type { Budget, Scenario } from '../../src/domain.ts';
import type { TextEdit } from '../text/text-edit.ts';

export interface Trial {
  readonly budget?: number;
  /** Media spend over the plan by channel: so much, no less and no more. */
  readonly totals: Readonly<Record<string, number>>;
}

export const NO_TRIAL: Trial = { totals: {} };

export function isTrying({ budget, totals }: Trial): boolean {
  return budget !== undefined || Object.keys(totals).length > 0;
}

/** The field of the budget that a slider moves; undefined where there is no sum for the whole plan. */
export function budgetField({ total, atMost }: Budget): 'total' | 'atMost' | undefined {
  if (total !== undefined) return 'total';
  return atMost === undefined ? undefined : 'atMost';
}

/** The scenario as tried out. */
export function withTrial(scenario: Scenario, { budget, totals }: Trial): Scenario {
  const field = budgetField(scenario.budget);
  return {
    ...scenario,
    budget: budget === undefined || field === undefined ? scenario.budget : { ...scenario.budget, [field]: budget },
    channels: Object.fromEntries(
      Object.entries(scenario.channels).map(([name, channel]) => {
        const total = totals[name];
        return [
          name,
          total === undefined
            ? channel
            : { ...channel, limits: { ...channel.limits, total: { min: total, max: total } } },
        ];
      }),
    ),
  };
}

/** What has to be written into the file for it to say the same. */
export function editsOf({ budget, totals }: Trial, scenario: { readonly budget: Budget }): readonly TextEdit[] {
  const field = budgetField(scenario.budget);
  return [
    ...(budget === undefined || field === undefined
      ? []
      : [{ kind: 'set' as const, path: ['budget', field], text: `${budget}` }]),
    ...Object.entries(totals).flatMap(([name, total]) =>
      (['min', 'max'] as const).map((end) => ({
        kind: 'set' as const,
        path: ['channels', name, 'limits', 'total', end],
        text: `${total}`,
      })),
    ),
  ];
}

/** The steps of a slider up to `most`: 1, 2 or 5 times a power of ten, some two hundred of them. */
export function stepOf(most: number): number {
  const least = most / 250;
  let power = 1;
  while (power * 10 <= least) power *= 10;
  while (power > least && power > 0.01) power /= 10;
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least)!;
}
