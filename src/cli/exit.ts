import { CommanderError } from 'commander';
import { Cancelled, ScenarioError } from '../errors.ts';

/** What the command line tells whoever started it. */
export const exitCodes = {
  done: 0,
  /** The question was understood and has no answer: limits that cannot hold together, a gain without end, no plan yet when stopped. */
  noPlan: 1,
  /** Something outside the program must change: the command, the scenario, a file, the disk. */
  badInput: 2,
  /** As EX_SOFTWARE of sysexits.h. */
  ourBug: 70,
  /** As a shell reports a process that Ctrl-C ended. */
  interrupted: 130,
  /** As a shell reports a process that was asked to end. */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Who must act on what was thrown. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  if (error instanceof ScenarioError) return exitCodes.badInput;
  if (error instanceof Cancelled) return exitCodes.interrupted;
  return exitCodes.ourBug;
}
