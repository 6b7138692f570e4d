/** Spend on media by channel and period: `spend[channel][period]`, in the model's order. */
export interface Plan {
  readonly name: string;
  readonly spend: readonly Float64Array[];
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
