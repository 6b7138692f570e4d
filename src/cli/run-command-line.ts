import { callOf } from './call.ts';
import { commandLine } from './command-line.ts';
import { openInterruption } from './interruption.ts';
import { localeOf } from './language.ts';
import { openTerminal } from './terminal.ts';

/** Does what the command line of this process says, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  const interruption = openInterruption();
  // A reader who goes away (`| head`) is told to whoever writes; without a listener it would be a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  const args = process.argv.slice(2);
  const code = await commandLine({
    args,
    terminal: openTerminal({ colour: !args.includes('--no-color'), progress: !args.includes('--no-progress') }),
    call: callOf(process.env),
    locale: localeOf(process.env),
    listen: interruption.listen,
    signal: interruption.signal,
    insteadOfFirst: interruption.insteadOfFirst,
    debug: args.includes('--debug') || Boolean(process.env['APPORTION_DEBUG']),
  });
  // Not `process.exit`: what is still on its way to a pipe would be lost.
  process.exitCode = interruption.code() ?? code;
}
