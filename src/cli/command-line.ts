import { CommanderError } from 'commander';
import { Cancelled, ScenarioError } from '../errors.ts';
import { issueLines } from '../report/text/issues.ts';
import { VERSION } from '../version.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit.ts';
import type { InsteadOfFirst } from './interruption.ts';
import { openProgram } from './program.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface CommandLineInput {
  /** What follows the name of the program. */
  readonly args: readonly string[];
  readonly terminal: Terminal;
  /** Aborts when the user wants to stop. */
  readonly signal: AbortSignal;
  /** Lets the first wish to stop do something else; nothing when left out. */
  readonly insteadOfFirst?: InsteadOfFirst;
  /** Whether to say where a failure of ours happened. */
  readonly debug: boolean;
}

/** Runs one command to its end, explains what went wrong, and gives the exit code. Throws nothing. */
export async function commandLine(input: CommandLineInput): Promise<ExitCode> {
  const { args, terminal, signal, insteadOfFirst = () => () => undefined, debug } = input;
  let ended: ExitCode = exitCodes.done;
  const session: Session = {
    terminal,
    signal,
    insteadOfFirst,
    sources: new Map(),
    end: (code) => {
      ended = code;
    },
  };
  try {
    await parsed(args, session);
    return ended;
  } catch (error) {
    explain(error, session, debug);
    return exitCodeOf(error);
  }
}

/** Help comes out of parsing as an error, after its text. */
async function parsed(args: readonly string[], session: Session): Promise<void> {
  let help = '';
  const program = await openProgram(args, session, (text) => {
    help += text;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    if (help !== '') await session.terminal.print(help);
  }
}

function explain(error: unknown, { terminal, sources }: Session, debug: boolean): void {
  // Commander has said what is wrong with the command.
  if (error instanceof CommanderError || error instanceof Cancelled) return;
  if (error instanceof ScenarioError) {
    const source = (file: string) => sources.get(file);
    terminal.tell(`${issueLines({ issues: error.issues, source, paint: terminal.paintTold }).join('\n')}\n`);
    return;
  }
  const what = error instanceof Error ? error.message : String(error);
  const where = error instanceof Error ? error.stack : undefined;
  terminal.tell(
    [
      `Apportion ${VERSION} failed: ${what}`,
      'This is a mistake of ours, not of yours. Please report it with the command and, if you can share it, the scenario.',
      debug && where !== undefined ? where : 'With --debug it shows where it happened.',
      '',
    ].join('\n'),
  );
}
