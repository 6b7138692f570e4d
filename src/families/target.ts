/** What a ratio of totals can be made of. */
export type RatioPart = 'revenue' | 'media' | 'customers' | 'cashCost' | 'fullCost';

/** A figure of a plan as a whole, no total, that a target can be about. */
export interface TargetFamily {
  /** One sentence for help, schema and documentation. */
  readonly about: string;
  /** The side that can be asked for: of the other a plan would be better off without. */
  readonly side: 'atLeast' | 'atMost';
  readonly unit: 'ratio' | 'money' | 'periods';
  /** A ratio of two totals is kept and proven by a search and has a chance; any other needs a search of its own. */
  readonly ofTotals?: { readonly of: RatioPart; readonly per: RatioPart };
  /** Why nobody can ask for its chance, and what to do instead. */
  readonly noChance?: { readonly message: string; readonly advice: string };
  /** Within English sentences. */
  readonly name: string;
}
