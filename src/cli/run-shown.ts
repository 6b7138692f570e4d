import { Cancelled, ScenarioError } from '../errors.ts';
import { nearest } from '../formula/nearest.ts';
import { openNodeEngine } from '../node.ts';
import type { TextOptions } from '../report/text.ts';
import { issueLines } from '../report/text/issues.ts';
import { noPaint } from '../report/text/paint.ts';
import type { Engine } from '../runs/engine.ts';
import type { RunOptions } from '../runs/run-options.ts';
import type { ScenarioReading } from '../scenario/read.ts';
import { outputFormat, shownFormats, type OutputFormat } from './output-format.ts';
import { progressOn } from './progress.ts';
import { inputName } from './read-input.ts';
import { runOptions, type RunChoices } from './run-options.ts';
import type { SearchChoices } from './search-options.ts';
import type { Session } from './session.ts';
import { expectWritable, writeFile } from './write-file.ts';

/** Beside this folder in the compiled sources, and in the bundle made of them. */
export const WORKER = new URL('../worker/entry.node.js', import.meta.url);

const STOPPED = 'Stopped: the best plan so far is judged. Ctrl-C again leaves.';
const NOTHING_FOUND = 'The search was stopped before it had found a plan that reaches all targets.';

/** What a command makes of a scenario file, and how that is shown. */
export interface ShownRun<Result> {
  readonly file: string;
  readonly choices: RunChoices;
  readonly session: Session;
  /** What is to be written, where more than text and JSON could be; as the choices say when left out. */
  readonly format?: OutputFormat;
  /** Options of the command's own. */
  readonly further?: RunOptions;
  /** Of a command that searches plans: a time limit or the first Ctrl-C ends no more than that. */
  readonly search?: Pick<SearchChoices, 'timeLimit'> | undefined;
  readonly run: (engine: Engine, reading: ScenarioReading, options: RunOptions) => Promise<Result>;
  readonly json: (result: Result) => string | Uint8Array;
  /** What is printed or written; bytes are no text, such as a spreadsheet. */
  readonly text: (result: Result, options: TextOptions, reading: ScenarioReading) => string | Uint8Array;
}

/** From a scenario file to anything printed or written. */
export async function runShown<Result>(input: ShownRun<Result>): Promise<Result> {
  const { file, choices, session, further, search, run, json, text } = input;
  const { terminal, words, sources, listen, signal, insteadOfFirst } = session;
  const format = input.format ?? outputFormat(choices, shownFormats);
  if (choices.output !== undefined) expectWritable(choices.output);
  // The reader is loaded when there is something to read: help and version need not wait for it.
  const { readScenarioFile } = await import('./scenario-file.ts');
  const reading = await readScenarioFile(file, sources);
  expectStresses(choices.stress ?? [], reading, file);
  const warnings = issueLines({
    issues: reading.warnings,
    source: (name) => sources.get(name),
    paint: terminal.paintTold,
    words,
  });
  if (warnings.length > 0) terminal.tell(`${warnings.join('\n')}\n\n`);

  const result = await drawn();
  const ofFile = choices.output !== undefined;
  const look = ofFile ? { paint: noPaint, words } : { width: terminal.width, paint: terminal.paint, words };
  const content = format === 'json' ? json(result) : text(result, look, reading);
  if (choices.output === undefined) await terminal.print(content);
  else writeFile(choices.output, content);
  return result;

  async function drawn(): Promise<Result> {
    const options = { ...runOptions(choices), ...further };
    listen();
    const { workers } = choices;
    const engine = openNodeEngine({ entry: WORKER, ...(workers === undefined ? {} : { workers }) });
    const progress = progressOn(session, further?.gap);
    // A process that is ended in the middle takes the line away, too.
    process.once('exit', progress.clear);
    const stop = new AbortController();
    const timer = search?.timeLimit === undefined ? undefined : setTimeout(() => stop.abort(), search.timeLimit * 1000);
    const stopSearch = () => {
      progress.clear();
      terminal.tell(`${words.say(STOPPED)}\n`);
      stop.abort();
    };
    const asUsual = search === undefined ? () => undefined : insteadOfFirst(stopSearch);
    try {
      return await run(engine, reading, {
        ...options,
        signal,
        stop: stop.signal,
        onProgress(sign) {
          // Nothing is searched any more that a Ctrl-C could end.
          if (sign.phase === 'judge') asUsual();
          progress.show(sign);
        },
      });
    } catch (error) {
      if (error instanceof Cancelled && stop.signal.aborted && !signal.aborted)
        terminal.tell(`${words.say(NOTHING_FOUND)}\n`);
      throw error;
    } finally {
      clearTimeout(timer);
      asUsual();
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
