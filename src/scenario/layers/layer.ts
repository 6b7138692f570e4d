import type { TextReading } from '../text/read.ts';

type Read = Extract<TextReading, { readonly ok: true }>;

/** One file of those that a scenario is made of. */
export interface Layer {
  readonly file?: string;
  /** Its content in the words of the current version, without `extends`. */
  readonly value: unknown;
  readonly locate: Read['locate'];
  readonly unread: Read['unread'];
}
