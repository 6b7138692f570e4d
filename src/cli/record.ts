import { Option, type Command } from 'commander';
import type { Report } from '../domain.ts';
import { recordOf, type DecisionRecord } from '../runs/record.ts';
import { jsonText } from '../report/json.ts';
import type { RunOptions } from '../runs/run-options.ts';
import type { Session } from './session.ts';
import { writeFile } from './write-file.ts';

/** What commands that can be verified let the user choose. */
export interface RecordChoices {
  readonly record?: string;
}

/** Adds the option that keeps a record. A search that is ended by the clock gives another plan another time. */
export function addRecordOption(command: Command): Command {
  return command.addOption(
    new Option('--record <file>', 'keep a record of the decision that `verify` can check').conflicts('timeLimit'),
  );
}

/** Writes the record of a run: the files that were read, the options, and what came out. */
export async function writeRecord(
  file: string,
  command: DecisionRecord['command'],
  options: RunOptions,
  report: Report,
  { sources }: Session,
): Promise<void> {
  const files = [...sources].map(([name, text]) => ({ name, text }));
  const made = new Date().toISOString();
  writeFile(file, jsonText(recordOf({ command, options, files, report, made })));
}
