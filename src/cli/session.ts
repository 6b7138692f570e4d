import type { ExitCode } from './exit.ts';
import type { InsteadOfFirst } from './interruption.ts';
import type { Sources } from './scenario-file.ts';
import type { Terminal } from './terminal.ts';

/** What commands are given of the world around them. */
export interface Session {
  readonly terminal: Terminal;
  readonly sources: Sources;
  /** Aborts when the user wants to stop. */
  readonly signal: AbortSignal;
  readonly insteadOfFirst: InsteadOfFirst;
  /** Says how a command ended, where that is not simply done. */
  readonly end: (code: ExitCode) => void;
}
