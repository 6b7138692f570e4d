import type { Plan } from '../../domain.ts';

/** Bounds of spend by channel and period. */
export interface PlanBox {
  readonly lower: Plan;
  readonly upper: Plan;
  /** Whether sums over draws that carry over nearly alike are bounded together where that is nearer; of separable models only. */
  readonly pooled?: boolean;
  /** Whether what channels share is bounded as well, where figures need not be concave in what they bring: people, things and segments. */
  readonly shared?: boolean;
}
