import type { Path } from '../../src/scenario/text/finding.ts';

/** A change of one field in the text of a scenario. */
export type TextEdit =
  /** Gives a field a value, written as in the file; what is empty removes it, and what then holds nothing. */
  | { readonly kind: 'set'; readonly path: Path; readonly text: string; readonly order?: readonly string[] }
  /** Of a thing with a name of its own all else that speaks of it follows. */
  | { readonly kind: 'rename'; readonly path: Path; readonly name: string }
  /** A copy behind the original; of an entry of a list the name is not used. */
  | { readonly kind: 'copy'; readonly path: Path; readonly name: string }
  /** Some places up (less than 0) or down among its siblings. */
  | { readonly kind: 'move'; readonly path: Path; readonly by: number };
