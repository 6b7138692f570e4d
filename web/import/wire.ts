/** What is said between the page and the worker that reads exports. */
import type { Issue } from '../../src/errors.ts';
import type { ImportedExports } from '../../src/importers/exports.ts';
import type { ImportLanguage } from '../../src/importers/exports/languages/languages.ts';
import type { Outcome } from '../../src/importers/exports/stages.ts';

/** What the planner says of the plan, as it was typed; nothing where the standard is meant. */
export interface Wishes {
  readonly start: string;
  readonly periods: string;
  readonly budget: string;
  readonly currency: string;
  /** Channel by source, where it is another one than was found. */
  readonly map: Readonly<Record<string, string>>;
  /** By stage of deals, likewise. */
  readonly stages: Readonly<Record<string, Outcome>>;
}

export type ImportQuestion =
  | { readonly kind: 'read'; readonly id: number; readonly file: File }
  /** What was read of it is not needed any more. */
  | { readonly kind: 'forget'; readonly id: number }
  /** @param ids  of files that were read, in the order they are joined in */
  | {
      readonly kind: 'join';
      readonly number: number;
      readonly ids: readonly number[];
      readonly wishes: Wishes;
      readonly language: ImportLanguage;
    };

/** An export that was found in a file. */
export interface FoundExport {
  readonly name: string;
  readonly sheet?: string;
  readonly rows: number;
}

export type Joined = Omit<ImportedExports, 'notes'>;

export type ImportAnswer =
  | { readonly kind: 'read'; readonly id: number; readonly found: readonly FoundExport[] }
  | { readonly kind: 'not read'; readonly id: number; readonly issues: readonly Issue[] }
  | { readonly kind: 'joined'; readonly number: number; readonly joined: Joined }
  | { readonly kind: 'not joined'; readonly number: number; readonly issues: readonly Issue[] };
