import { CommanderError } from 'commander';
import { Cancelled, ScenarioError } from '../errors.ts';
import { issueLines } from '../report/text/issues.ts';
import { VERSION } from '../version.ts';
import type { Call } from './call.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit.ts';
import type { InsteadOfFirst } from './interruption.ts';
import { languageOf, textWordsIn } from './language.ts';
import { openProgram } from './program.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const CANCELLED = 'Cancelled: there is no result.';

export interface CommandLineInput {
  /** What follows the name of the program. */
  readonly args: readonly string[];
  readonly terminal: Terminal;
  /** How the program is typed; `apportion` when left out. */
  readonly call?: Call;
  /** Of the environment, such as `zh_CN.UTF-8`: the language, where the arguments name none; English when left out. */
  readonly locale?: string | undefined;
  /** Has `signal` hear of a wish to stop from now on; nothing when left out. */
  readonly listen?: () => void;
  /** Aborts when the user wants to stop. */
  readonly signal: AbortSignal;
  /** Lets the first wish to stop do something else; nothing when left out. */
  readonly insteadOfFirst?: InsteadOfFirst;
  /** Whether to say where a failure of ours happened. */
  readonly debug: boolean;
}

/** Runs one command to its end, explains what went wrong, and gives the exit code. Throws nothing. */
export async function commandLine(input: CommandLineInput): Promise<ExitCode> {
  const {
    args,
    terminal,
    call = 'apportion',
    locale,
    listen = () => undefined,
    signal,
    insteadOfFirst = () => () => undefined,
    debug,
  } = input;
  const language = languageOf(args, locale);
  let ended: ExitCode = exitCodes.done;
  const session: Session = {
    terminal,
    call,
    language,
    words: await textWordsIn(language),
    listen,
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

function explain(error: unknown, { terminal, words, sources, signal }: Session, debug: boolean): void {
  // Commander has said what is wrong with the command.
  if (error instanceof CommanderError) return;
  if (error instanceof Cancelled) {
    // Of a search that had nothing when it was stopped, the command has told.
    if (signal.aborted) terminal.tell(`${words.say(CANCELLED)}\n`);
    return;
  }
  if (error instanceof ScenarioError) {
    const source = (file: string) => sources.get(file);
    const { issues } = error;
    terminal.tell(`${issueLines({ issues, source, paint: terminal.paintTold, words }).join('\n')}\n`);
    return;
  }
  const what = error instanceof Error ? error.message : String(error);
  const where = error instanceof Error ? error.stack : undefined;
  terminal.tell(
    [
      words.say(`Apportion ${VERSION} failed: ${what}`),
      words.say(
        'This is a mistake of ours, not of yours. Please report it with the command and, if you can share it, the scenario.',
      ),
      debug && where !== undefined ? where : words.say('With --debug it shows where it happened.'),
      '',
    ].join('\n'),
  );
}
