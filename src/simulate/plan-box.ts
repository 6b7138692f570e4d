import type { Plan } from '../domain.ts';

/** Bounds of spend by channel and period. */
export interface PlanBox {
  readonly lower: Plan;
  readonly upper: Plan;
}
