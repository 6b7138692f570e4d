/** What a number is measured in: decides how its text is read, checked, drawn and shown. */
export type Unit = 'money' | 'rate' | 'count' | 'periods' | 'hours' | 'number';

/** One field of a family member. */
export interface ParameterSpec {
  readonly name: string;
  readonly unit: Unit;
  /** One sentence for help, schema and documentation. */
  readonly about: string;
  /** Allowed range; the ends themselves are allowed unless `open`. */
  readonly least?: number;
  readonly most?: number;
  /** The ends of the range are themselves not allowed. */
  readonly open?: boolean;
  /** Used when the field is left out; without it the field must be given. */
  readonly standard?: number;
  /** The field is a list of numbers, each in the range. */
  readonly list?: boolean;
}
