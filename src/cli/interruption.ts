import { exitCodes, type ExitCode } from './exit.ts';

/** A wish to stop, from Ctrl-C or from the system. */
export interface Interruption {
  /** Begins to listen. Until then a wish to stop ends the process at once, as the system does it: also in work without a pause. */
  readonly listen: () => void;
  readonly signal: AbortSignal;
  /** The exit code that tells of it; undefined while there was none. */
  code(): ExitCode | undefined;
  /** Lets the next Ctrl-C do this instead, once; what is returned ends that. */
  readonly insteadOfFirst: InsteadOfFirst;
}

export type InsteadOfFirst = (act: () => void) => () => void;

/** Milliseconds in which the work may come to an end by itself. */
const PATIENCE = 900;

/**
 * Knows of Ctrl-C and of the system's wish to end, once it listens. The first one aborts `signal`, unless a Ctrl-C is to do something
 * else; a second one, or time without an end, ends the process. Files are written in one go, so that none is left half-written by that.
 */
export function openInterruption(): Interruption {
  const stop = new AbortController();
  let code: ExitCode | undefined;
  let listens = false;
  let instead: (() => void) | undefined;
  const heard = (itsCode: ExitCode) => () => {
    if (code !== undefined) process.exit(code);
    code = itsCode;
    setTimeout(() => process.exit(itsCode), PATIENCE).unref();
    stop.abort();
  };
  const interrupted = heard(exitCodes.interrupted);
  return {
    listen() {
      if (listens) return;
      listens = true;
      process.on('SIGINT', () => {
        const act = instead ?? interrupted;
        instead = undefined;
        act();
      });
      process.on('SIGTERM', heard(exitCodes.terminated));
    },
    signal: stop.signal,
    code: () => code,
    insteadOfFirst(act) {
      instead = act;
      return () => {
        if (instead === act) instead = undefined;
      };
    },
  };
}
