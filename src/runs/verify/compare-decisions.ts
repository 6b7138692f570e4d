import type { Decision } from '../record.ts';

/** Something as it was recorded, and as it was found again; absent on a side where there is nothing of it. */
export interface Compared<T> {
  readonly recorded?: T;
  readonly found?: T;
  /** To the last bit. */
  readonly same: boolean;
}

/** Figures of a decision; the first two are money. */
export const decisionFigures = ['expectedProfit', 'worstTenth', 'chanceOfLoss'] as const;
export type DecisionFigure = (typeof decisionFigures)[number];

/** A decision, part by part. */
export interface ComparedDecision {
  readonly headline: Compared<readonly string[]>;
  /** Name of the plan that was decided on. */
  readonly plan: Compared<string>;
  readonly figures: Readonly<Record<DecisionFigure, Compared<number>>>;
  /** Media by channel, one number per period; channels of the run first, then those that only the record has. */
  readonly spend: readonly ({ readonly channel: string } & Compared<readonly number[]>)[];
}

export function compareDecisions(recorded: Decision, found: Decision): ComparedDecision {
  const spends = [new Map(Object.entries(recorded.spend)), new Map(Object.entries(found.spend))] as const;
  const channels = new Set([...spends[1].keys(), ...spends[0].keys()]);
  const figure = (name: DecisionFigure) => compared(recorded[name], found[name]);
  return {
    headline: compared(recorded.headline, found.headline),
    plan: compared(recorded.plan, found.plan),
    figures: {
      expectedProfit: figure('expectedProfit'),
      worstTenth: figure('worstTenth'),
      chanceOfLoss: figure('chanceOfLoss'),
    },
    spend: [...channels].map((channel) => ({
      channel,
      ...compared(spends[0].get(channel), spends[1].get(channel)),
    })),
  };
}

/** Whether all parts of two decisions are the same. */
export function isSameDecision({ headline, plan, figures, spend }: ComparedDecision): boolean {
  return [headline, plan, ...Object.values(figures), ...spend].every(({ same }) => same);
}

/** Texts, numbers, or lists of them. */
export function compared<T>(recorded: T | undefined, found: T | undefined): Compared<T> {
  return {
    ...(recorded === undefined ? {} : { recorded }),
    ...(found === undefined ? {} : { found }),
    same: JSON.stringify(recorded) === JSON.stringify(found),
  };
}
