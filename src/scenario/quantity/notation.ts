import type { Elicited } from '../../distributions/elicit.ts';
import type { Distribution } from '../../families/distribution.ts';
import type { Unit } from '../../families/parameter.ts';
import type { Field } from './field.ts';
import type { Mistake } from './number.ts';

/** An uncertain quantity before it is held to the bounds of its field. */
export type Built = { readonly ok: true; readonly distribution: Distribution } | Mistake;

/** A way to write an uncertain quantity as a text. */
export interface TextNotation {
  /** One sentence for help and the JSON Schema. */
  readonly about: string;
  /** A text in this notation; undefined where it cannot be used. */
  example(unit: Unit): string | undefined;
  /** What `text` says; undefined when it is not in this notation. */
  read(text: string, field: Field): Built | undefined;
}

export function built(elicited: Elicited): Built {
  return elicited.ok ? elicited : { ok: false, message: elicited.why };
}
