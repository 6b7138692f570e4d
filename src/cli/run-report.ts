import { ScenarioError } from '../errors.ts';
import { nearest } from '../formula/nearest.ts';
import { openNodeEngine } from '../node.ts';
import { reportJson } from '../report/json.ts';
import { reportText } from '../report/text.ts';
import { issueLines } from '../report/text/issues.ts';
import { noPaint } from '../report/text/paint.ts';
import type { Report } from '../domain.ts';
import type { Engine, RunOptions } from '../run.ts';
import type { ScenarioReading } from '../scenario/read.ts';
import { nextCommands } from './next-commands.ts';
import { progressLine } from './progress.ts';
import { inputName } from './read-input.ts';
import { runOptions, type RunChoices } from './run-options.ts';
import type { Session } from './session.ts';
import { expectWritable, writeFile } from './write-file.ts';

/** Beside this folder in the compiled sources, and in the bundle made of them. */
const WORKER = new URL('../worker/entry.node.js', import.meta.url);

export interface ReportRun {
  readonly file: string;
  readonly choices: RunChoices;
  readonly session: Session;
  /** Options of the command's own. */
  readonly further?: RunOptions;
  readonly run: (engine: Engine, reading: ScenarioReading, options: RunOptions) => Promise<Report>;
}

/** From a scenario file to a printed or written report. */
export async function runReport({ file, choices, session, further, run }: ReportRun): Promise<Report> {
  const { terminal, sources, signal } = session;
  if (choices.output !== undefined) expectWritable(choices.output);
  // The reader is loaded when there is something to read: help and version need not wait for it.
  const { readScenarioFile } = await import('./scenario-file.ts');
  const reading = await readScenarioFile(file, sources);
  expectStresses(choices.stress ?? [], reading, file);
  const warnings = issueLines({
    issues: reading.warnings,
    source: (name) => sources.get(name),
    paint: terminal.paintTold,
  });
  if (warnings.length > 0) terminal.tell(`${warnings.join('\n')}\n\n`);

  const report = await drawn();
  const ofFile = choices.output !== undefined;
  const text = () =>
    reportText(report, {
      ...(ofFile ? {} : { width: terminal.width }),
      paint: ofFile ? noPaint : terminal.paint,
      further: nextCommands(file, report, reading.scenario),
    });
  const content = choices.json === true ? reportJson(report) : text();
  if (choices.output === undefined) await terminal.print(content);
  else writeFile(choices.output, content);
  return report;

  async function drawn(): Promise<Report> {
    const engine = openNodeEngine({
      entry: WORKER,
      ...(choices.workers === undefined ? {} : { workers: choices.workers }),
    });
    const progress = progressLine(terminal, further?.gap);
    // A process that is ended in the middle takes the line away, too.
    process.once('exit', progress.clear);
    try {
      const options = { ...runOptions(choices), ...further, signal, onProgress: progress.show };
      return await run(engine, reading, options);
    } finally {
      process.off('exit', progress.clear);
      progress.clear();
      await engine.close();
    }
  }
}

/** @throws ScenarioError  that names the stresses there are, when one that is asked for is none of them */
function expectStresses(asked: readonly string[], { scenario }: ScenarioReading, file: string): void {
  const known = Object.keys(scenario.stresses);
  const issues = asked
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      const there = known.length === 0 ? 'The file has no stresses.' : `The file has ${known.join(', ')}.`;
      return {
        severity: 'error' as const,
        path: 'stresses',
        file: inputName(file),
        message: `there is no stress \`${name}\``,
        advice: meant === undefined ? there : `Did you mean \`${meant}\`? ${there}`,
      };
    });
  if (issues.length > 0) throw new ScenarioError(issues);
}
