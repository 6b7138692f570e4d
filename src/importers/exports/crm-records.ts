import type { Outcome } from './stages.ts';

/** A lead, deal or order; `channel` is absent where no source is known, `day` where no day is. */
export interface Sourced {
  readonly channel?: string;
  readonly day?: number;
}

export interface Lead extends Sourced {
  readonly converted: boolean;
}

export interface Deal extends Sourced {
  readonly outcome: Outcome;
  readonly amount?: number;
  readonly closed?: number;
}

/** Somebody who bought, with all that was bought; the channel is that of the first order. */
export interface Customer extends Sourced {
  /** By day. */
  readonly orders: readonly { readonly day?: number; readonly amount?: number; readonly returned: boolean }[];
}
