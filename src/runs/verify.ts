import type { ScenarioFacts } from '../domain.ts';
import { ScenarioError, type Issue } from '../errors.ts';
import { reportJson } from '../report/json.ts';
import { sha256 } from '../report/sha256.ts';
import { lookInto, readScenario, type ScenarioReading } from '../scenario/read.ts';
import { VERSION } from '../version.ts';
import { decisionOf, type DecisionRecord, type RecordedFile, type RecordedOptions } from './record.ts';
import { optimize } from './run.ts';
import { type RunOptions } from './run-options.ts';
import { type Engine } from './engine.ts';
import { simulate } from './simulate.ts';
import {
  compareDecisions,
  compared,
  isSameDecision,
  type Compared,
  type ComparedDecision,
} from './verify/compare-decisions.ts';

/** What came of running a record again: plain data to be shown. */
export interface Verification {
  /**
   * `same`: every figure, to the last bit; `other figures`: another engine gives others; `altered`: something in the record is
   * not as it was made.
   */
  readonly verdict: 'same' | 'other figures' | 'altered';
  /** When it was made, as who made it says. */
  readonly made?: string;
  /** Version of the engine that made it, and of this one. */
  readonly engine: Compared<string>;
  readonly command: DecisionRecord['command'];
  /** With which it was run again. */
  readonly options: RecordedOptions;
  /** SHA-256 of the text of each file, as recorded and of the text that the record holds. */
  readonly files: readonly ({ readonly name: string } & Compared<string>)[];
  /** SHA-256 of the whole report. */
  readonly report: Compared<string>;
  readonly decision: ComparedDecision;
  readonly scenario: ScenarioFacts;
}

/**
 * Runs a record again and compares.
 *
 * @throws ScenarioError  when its scenario is not one that this engine reads, or none for its options
 */
export async function verify(
  engine: Engine,
  record: DecisionRecord,
  options: Pick<RunOptions, 'signal' | 'onProgress'> = {},
): Promise<Verification> {
  const files = record.files.map(({ name, text, sha256: hash }) => ({ name, ...compared(hash, sha256(text)) }));
  const isText = files.every(({ same }) => same);
  const reading = readRecorded(record.files, isText);
  expectStresses(record.options.stresses ?? [], reading);
  const run = record.command === 'simulate' ? simulate : optimize;
  const found = await run(engine, reading, { ...record.options, ...options });
  const report = compared(record.reportSha256, sha256(reportJson(found)));
  const decision = compareDecisions(record.decision, decisionOf(found));
  const version = compared(record.engine, VERSION);
  const isDecision = isSameDecision(decision);
  const isAltered = !isText || (version.same && !(report.same && isDecision)) || (report.same && !isDecision);
  return {
    verdict: isAltered ? 'altered' : report.same ? 'same' : 'other figures',
    ...(record.made === undefined ? {} : { made: record.made }),
    engine: version,
    command: record.command,
    options: record.options,
    files,
    report,
    decision,
    scenario: found.scenario,
  };
}

const ALTERED: Issue = {
  severity: 'error',
  path: 'files',
  message: 'a text in the record is not the one that was recorded, and can no longer be run',
  advice: 'Look for the record as it was made; what is wrong with this text follows.',
};

/** @param isText  whether the texts are those that were recorded */
function readRecorded(files: readonly RecordedFile[], isText: boolean): ScenarioReading {
  const [main] = files;
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const source = { file: main!.name, load: (path: string) => texts.get(path) };
  if (!isText) {
    const errors = lookInto(main!.text, source).issues.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new ScenarioError([ALTERED, ...errors]);
  }
  return readScenario(main!.text, source);
}

function expectStresses(asked: readonly string[], { scenario }: ScenarioReading): void {
  const issues = asked.flatMap((name, k): readonly Issue[] =>
    Object.hasOwn(scenario.stresses, name)
      ? []
      : [{ severity: 'error', path: `options.stresses[${k}]`, message: 'is no stress of the scenario in the record' }],
  );
  if (issues.length > 0) throw new ScenarioError(issues);
}
