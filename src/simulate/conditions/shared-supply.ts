import type { Row } from '../../domain/row.ts';

/** A supply that some channels share, in a block of draws. */
export interface SharedSupply {
  readonly users: readonly { readonly channel: number; readonly need: Row }[];
  /** What there is in each period, by draw; of a stock what there is over all of them. */
  readonly capacity: readonly Row[];
}
