/** A report as tables of figures in full, to be calculated with. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A text, a number with the way it is shown, or nothing. */
export type SheetCell = string | SheetNumber | undefined;

export interface SheetNumber {
  readonly value: number;
  readonly format: NumberFormat;
}

export type NumberFormat = 'money' | 'count' | 'ratio' | 'share' | 'whole';

/** A cell with a number; empty where there is none. */
export function cell(value: number | undefined, format: NumberFormat): SheetCell {
  return value === undefined || !Number.isFinite(value) ? undefined : { value, format };
}
