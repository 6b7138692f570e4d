#!/usr/bin/env node
import { CommanderError } from 'commander';
import { Cancelled, ScenarioError } from '../errors.ts';
import type { Importer } from '../importers/importer.ts';
import { issueLines } from '../report/text/issues.ts';
import { VERSION } from '../version.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit.ts';
import { listenForInterruption } from './interruption.ts';
import { openProgram } from './program.ts';
import type { Session } from './session.ts';
import { openTerminal } from './terminal.ts';

const interruption = listenForInterruption();
// A reader who goes away (`| head`) is told to whoever writes; without a listener it would be a crash.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

let ended: ExitCode = exitCodes.done;
const session: Session = {
  terminal: openTerminal(!process.argv.includes('--no-color')),
  sources: new Map(),
  signal: interruption.signal,
  end: (code) => {
    ended = code;
  },
};

try {
  await openProgram(session, await formats()).parseAsync();
  process.exitCode = ended;
} catch (error) {
  explainFailure(error);
  process.exitCode = interruption.code() ?? exitCodeOf(error);
}

/** Importers bring the whole reader with them, so they are loaded only when there is something to import. */
async function formats(): Promise<readonly Importer[]> {
  if (!process.argv.includes('import')) return [];
  return Object.values((await import('../importers/table.ts')).importers);
}

function explainFailure(error: unknown): void {
  const { terminal, sources } = session;
  // Commander has said what was wrong with the command.
  if (error instanceof CommanderError || error instanceof Cancelled) return;
  if (error instanceof ScenarioError) {
    const source = (file: string) => sources.get(file);
    terminal.tell(`${issueLines({ issues: error.issues, source, paint: terminal.paintTold }).join('\n')}\n`);
    return;
  }
  const debug = process.argv.includes('--debug') || Boolean(process.env['APPORTION_DEBUG']);
  const what = error instanceof Error ? error.message : String(error);
  terminal.tell(
    [
      `Apportion ${VERSION} failed: ${what}`,
      'This is a mistake of ours, not of yours. Please report it with the command and, if you can share it, the scenario.',
      debug ? (error instanceof Error ? (error.stack ?? '') : '') : 'With --debug it shows where it happened.',
      '',
    ].join('\n'),
  );
}
