import type { TextReading } from '../text/read.ts';

/** One file of those that a scenario is made of. */
export interface Layer {
  readonly file?: string;
  /** Its content in the words of the current version, without `extends`. */
  readonly value: unknown;
  readonly locate: (TextReading & { readonly ok: true })['locate'];
}
