import type { Alignment } from '../random/alignment.ts';

/** Spend on media by channel and period: `spend[channel][period]`, in the model's order. */
export interface Plan {
  readonly name: string;
  readonly spend: readonly Float64Array[];
}

export type DrawMethod = 'aligned' | 'sobol' | 'latin' | 'plain';

/** Which draws: a pure function of these, so equal requests give equal bits on any machine. */
export interface DrawRequest {
  readonly seed: string;
  readonly method: DrawMethod;
  readonly draws: number;
  /** What `aligned` draws are aligned with; that of the model itself when left out. The same for models to be compared. */
  readonly alignment?: Alignment;
}

/** The totals of one draw, in this order wherever they are stored as rows. */
export type TotalName =
  | 'spend'
  | 'cost'
  | 'leads'
  | 'customers'
  | 'referred'
  | 'revenue'
  | 'margin'
  | 'profit'
  | 'hours'
  | 'peopleCost'
  | 'outsideTarget'
  | 'lostLeads'
  | 'carryInProfit'
  | 'tailProfit';
