/** What stands in a cell: a number where the file says that it is one, else its text; dates as ISO text. */
export type CellContent = string | number;

/** What stands in for a formula of which the file does not say what it comes to: no number, no day, and no name. */
export const UNWORKED = '=';

export interface SheetRow {
  /** The line of a text, the row of a spreadsheet, or the record of a page, from 1. */
  readonly number: number;
  /** Of a record: the file with its page. */
  readonly page?: string;
  readonly cells: readonly CellContent[];
}

/** A table as it stands in a file, with whatever is above and below it; empty rows are left out. */
export interface Sheet {
  readonly file: string;
  /** Of a spreadsheet; a text has none. */
  readonly name?: string;
  /** How many more files hold rows of it: pages of one table. */
  readonly more?: number;
  readonly rows: readonly SheetRow[];
}
