import type { Call } from './call.ts';
import type { ExitCode } from './exit.ts';
import type { InsteadOfFirst } from './interruption.ts';
import type { Sources } from './scenario-file.ts';
import type { Language } from './language.ts';
import type { Terminal } from './terminal.ts';
import type { TextWords } from '../report/languages/text-words.ts';

/** What commands are given of the world around them. */
export interface Session {
  readonly terminal: Terminal;
  /** How the program is typed. */
  readonly call: Call;
  /** What is said is said in it, but for help and what programs read. */
  readonly language: Language;
  readonly words: TextWords;
  readonly sources: Sources;
  /** To be called where work begins that looks at `signal`: before, a wish to stop ends the process. */
  readonly listen: () => void;
  /** Aborts when the user wants to stop. */
  readonly signal: AbortSignal;
  readonly insteadOfFirst: InsteadOfFirst;
  /** Says how a command ended, where that is not simply done. */
  readonly end: (code: ExitCode) => void;
}
