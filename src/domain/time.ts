export interface Horizon {
  /** ISO date of the first day of the first period. */
  readonly start?: string;
  readonly periods: number;
  readonly unit: PeriodUnit;
  /** Periods after the plan's end in which its lasting effect is still counted; without it, as long as it lasts. */
  readonly tail?: number;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Periods in a row, from 1, both ends included. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}
