import type { Json, JsonObject } from '../../../tables/read-json.ts';
import type { CellContent } from '../../../tables/sheet.ts';

/** A program whose saved answers are read: how they are told from others, and what their records are as an export. */
export interface PageProgram {
  readonly name: string;
  /** Where an answer has what it is recognized by. */
  readonly has: string;
  /** What an answer is; undefined where it is none of this program's. */
  read(answer: JsonObject): Answer | undefined;
  /** Fields that name a record, and tell when it was last changed. */
  readonly key: string;
  readonly changed: string;
  /** Whether a record was deleted. */
  isDeleted?(record: JsonObject): boolean;
  /** How records of this kind are read; undefined where they are of no use. */
  recordsOf(object: string): RecordReader | undefined;
  /** The kinds of records that are read. */
  readonly objects: readonly string[];
  /** Days are told in the time of China, as its exports tell them. */
  readonly inChina?: true;
}

export type Answer = Failure | RecordPage | FieldList;

/** It says why there is no answer. */
export interface Failure {
  readonly kind: 'failure';
  readonly said: string;
}

export interface RecordPage {
  readonly kind: 'records';
  /** What the records are, in the program's words; pages of the same are one table. */
  readonly object: string;
  readonly records: readonly JsonObject[];
  /** Whether more records follow, as far as the page tells. */
  readonly follows: 'yes' | 'no' | 'maybe';
  /** From 1. */
  readonly number?: number;
  /** How many records there are, on this page and on all others. */
  readonly total?: number;
}

/** What fields and their options are called. */
export interface FieldList {
  readonly kind: 'fields';
  /** Of which object; absent where the list does not say it. */
  readonly object?: string;
  readonly fields: Fields;
}

export type Fields = ReadonlyMap<string, FieldName>;

export interface FieldName {
  readonly label: string;
  /** Label by value. */
  readonly options?: ReadonlyMap<string, string>;
  /** Fields of the lines of a sub-form. */
  readonly parts?: Fields;
}

export interface RecordReader {
  /** Name of the export that these records are; absent where their headings tell it. */
  readonly export?: string;
  /** Without the list of fields nobody knows what they are: where it comes from. */
  readonly needs?: string;
  /** Where options get their names from, for who has only their values. */
  readonly optionsFrom?: string;
  cells(record: JsonObject, fields: Fields): readonly PageCell[];
}

/** A field of a record as a cell of an export. */
export interface PageCell {
  readonly heading: string;
  readonly content: CellContent;
  /** It is the value of an option whose name is not known. */
  readonly isCode?: true;
}

/** What a cell has where a field has this; texts of a list are joined, and what has parts of its own is left out. */
export function contentOf(value: Json | undefined): CellContent {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join(', ');
  return '';
}
