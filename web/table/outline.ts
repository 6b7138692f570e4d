/** A scenario as tables and forms: plain data that the worker makes of a text, cell by cell. */
import type { Field } from '../../src/scenario/quantity/field.ts';
import type { Path } from '../../src/scenario/text/finding.ts';
import type { TextEdit } from '../text/text-edit.ts';

export interface Outline {
  /** The text that this is about. */
  readonly text: string;
  readonly currency: string;
  readonly sections: readonly Section[];
  /** Correlations that cannot all hold together, and what is used in their place; none while there are errors. */
  readonly repairs: readonly RepairedPair[];
}

export interface RepairedPair {
  readonly a: string;
  readonly b: string;
  readonly asked: number;
  readonly used: number;
}

/** A part of the file: one set of fields, or several that have names, or a list of them. */
export interface Section {
  /** Its field in the file; `limits` for those fields of the file itself that are limits, empty for the others. */
  readonly name: string;
  readonly kind: 'fields' | 'named' | 'list';
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** About the section as a whole. */
  readonly faults: readonly CellFault[];
}

/** One field of every row. */
export interface Column {
  /** From the row to the field; of a set with names of its own, the last part is a name. */
  readonly path: readonly string[];
  /** Path as one text, and key of the row's cells. */
  readonly key: string;
  readonly kind: 'quantity' | 'number' | 'choice' | 'season' | 'text' | 'prose';
  readonly about: string;
  /** Of a quantity: how it is read. */
  readonly field?: Field;
  readonly options?: readonly string[];
  /** Some row has it, or it must be given. */
  readonly used: boolean;
  /** Names are the planner's own: there may be any number of these, and this one stands for a new one. */
  readonly open?: true;
  /** What cells draw their shapes on. */
  readonly scale?: Scale;
  /** Fields beside it, in the order in which they are written. */
  readonly order: readonly string[];
}

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Equal steps are equal factors. */
  readonly isLog: boolean;
}

export interface Row {
  /** Its name, or place in a list; empty for the only row of a set of fields. */
  readonly key: string | number;
  readonly path: Path;
  /** By key of the column; no cell where nothing is written and nothing is wrong. */
  readonly cells: Readonly<Record<string, CellContent>>;
  /** About the row as a whole. */
  readonly faults: readonly CellFault[];
  /** Something in it is wrong. */
  readonly isWrong: boolean;
}

export interface CellContent {
  /** As it stands in the file, on one line. */
  readonly text: string;
  /** What was understood, by language. */
  readonly words?: Readonly<Record<string, string>>;
  readonly shape?: Shape;
  readonly fault?: CellFault;
  /** It is computed from something that is wrong. */
  readonly follows?: true;
  /** The field does not go with what the row has chosen: the parameter of another curve. */
  readonly isForeign?: true;
}

export interface Shape {
  /** Of an uncertain quantity, in equal steps from the low end of the scale: 1 is the largest. */
  readonly bars?: readonly number[];
  /** Place of its median, or of a certain number, on the scale from 0 to 1. */
  readonly at: number;
}

export interface CellFault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly advice?: string;
  /** Mends it. */
  readonly fix?: { readonly label: string; readonly edit: TextEdit };
}
