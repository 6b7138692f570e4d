/** Texts of the window that imports exports. */
import type { ImportedChannel } from '../../src/importers/exports.ts';
import type { ImportLanguage } from '../../src/importers/exports/languages/languages.ts';
import type { Outcome } from '../../src/importers/exports/stages.ts';

export interface ImportViewWords {
  /** What is said of the data is asked for in this language. */
  readonly language: ImportLanguage;
  readonly title: string;
  readonly about: string;
  /** Why this window came, where files were dropped on the page. */
  readonly dropped: (files: number) => string;
  readonly choose: string;
  readonly drop: string;
  readonly formats: string;
  readonly files: {
    readonly title: string;
    readonly reading: string;
    /** @param name  of the program and what of it is exported */
    readonly found: (name: string, rows: string, sheet: string | undefined) => string;
    readonly notUsed: string;
    /** The worker has stopped. */
    readonly lost: (reason: string) => string;
    readonly place: (line: number) => string;
    readonly remove: string;
    readonly removeOf: (name: string) => string;
  };
  readonly plan: {
    readonly title: string;
    readonly start: string;
    readonly startHint: (day: string) => string;
    readonly periods: string;
    readonly periodsHint: string;
    readonly budget: (currency: string) => string;
    readonly budgetHint: (today: string) => string;
    readonly currency: string;
    readonly currencyHint: string;
    /** Where files say it. */
    readonly currencySaid: (currency: string) => string;
  };
  /** Of a list that is too long to be shown whole. */
  readonly more: (count: number) => string;
  readonly sources: { readonly title: (count: number) => string; readonly hint: string };
  readonly stages: {
    readonly title: (count: number) => string;
    readonly hint: string;
    readonly outcomes: Readonly<Record<Outcome, string>>;
  };
  readonly found: {
    readonly doubtful: (count: number) => string;
    readonly joined: string;
    readonly counted: string;
    readonly facts: string;
  };
  readonly result: {
    readonly title: string;
    readonly caption: (currency: string) => string;
    readonly columns: readonly [channel: string, price: string, today: string];
    readonly prices: Readonly<Record<ImportedChannel['price']['kind'], string>>;
    readonly range: (from: string, to: string) => string;
    readonly all: string;
    readonly text: string;
  };
  readonly state: {
    readonly reading: (count: number) => string;
    readonly joining: string;
    readonly done: (channels: number, files: number) => string;
    readonly refused: string;
  };
  readonly use: string;
  readonly useHint: string;
  /** Forgets all files, and what was said of them. */
  readonly clear: string;
}
