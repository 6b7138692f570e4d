/** A table of a file. */
export interface Place {
  readonly file: string;
  /** Of a spreadsheet. */
  readonly sheet?: string;
  /** How many more files hold rows of it. */
  readonly more?: number;
}

/** What of a table says something, as the file calls it. */
export interface Columns {
  readonly place: Place;
  readonly columns: readonly string[];
}

/** Rows of a table whose spend counted. */
export interface SpentIn {
  readonly place: Place;
  readonly column: string;
  /** The first and the last. */
  readonly rows: readonly [number, number];
}

/** What a row of a CRM is about. */
export type Counted = 'lead' | 'deal' | 'order' | 'customer';
