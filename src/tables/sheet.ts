/** What stands in a cell: a number where the file says that it is one, else its text; dates as ISO text. */
export type CellContent = string | number;

export interface SheetRow {
  /** The line of a text, or the row of a spreadsheet, from 1. */
  readonly number: number;
  readonly cells: readonly CellContent[];
}

/** A table as it stands in a file, with whatever is above and below it; empty rows are left out. */
export interface Sheet {
  readonly file: string;
  /** Of a spreadsheet; a text has none. */
  readonly name?: string;
  readonly rows: readonly SheetRow[];
}
