/** What one row of an export is. */
export type Kind = 'ads' | 'leads' | 'deals' | 'orders' | 'customers' | 'campaigns' | 'costs' | 'results' | 'sessions';

export const TEXT_FIELDS = [
  'campaign',
  'source',
  'status',
  'converted',
  'key',
  'deal',
  'customer',
  'person',
  'currency',
] as const;
/** `told` is what conversions paid in all, `each` what one of them paid. */
export const NUMBER_FIELDS = [
  'spend',
  'impressions',
  'clicks',
  'clickPrice',
  'conversions',
  'told',
  'each',
  'amount',
  'hours',
  'hourly',
] as const;
export const DAY_FIELDS = ['day', 'lastDay'] as const;

/** Money may be given back; what was counted is never below 0. */
export const SIGNED_FIELDS: readonly NumberField[] = ['spend', 'told', 'amount'];

export type TextField = (typeof TEXT_FIELDS)[number];
export type NumberField = (typeof NUMBER_FIELDS)[number];
export type DayField = (typeof DAY_FIELDS)[number];
export type Field = TextField | NumberField | DayField;

/** How the export of one program is recognized and read. Headings are in the form that `headingOf` gives them. */
export interface Fingerprint {
  readonly name: string;
  readonly kind: Kind;
  /** Of advertisements: the channel that the money goes to. */
  readonly channel?: string;
  /** What money is in where the file does not say. */
  readonly currency?: string;
  /** Headings that other exports do not have; one that ends in a point stands for all that begin like it. */
  readonly signs: readonly string[];
  /** What each field may be called, the best first. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Fields of which all columns are added, and not the best taken. */
  readonly added?: readonly NumberField[];
  /** Headings of `day` that begin a range, which ends on `lastDay`; beside others, that is passed over. */
  readonly rangeFrom?: readonly string[];
  /** Days are written 12/31/2026. */
  readonly monthFirst?: true;
  /** What to do when there is no column for days. */
  readonly byDay?: string;
}

/** Columns without which a row of this kind says nothing. */
export const NEEDED: Readonly<Record<Kind, readonly Field[]>> = {
  ads: ['day', 'spend'],
  leads: ['source', 'day'],
  deals: ['status', 'amount'],
  orders: ['customer', 'amount', 'day'],
  customers: ['customer', 'source'],
  campaigns: ['campaign', 'spend'],
  costs: ['source', 'day', 'spend'],
  results: ['day'],
  sessions: ['day', 'source'],
};
