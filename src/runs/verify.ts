import { decisionOf, type Decision, type DecisionRecord } from './record.ts';
import { sha256 } from '../report/sha256.ts';
import { reportJson } from '../report/json.ts';
import { optimize, type Engine, type RunOptions } from './run.ts';
import { simulate } from './simulate.ts';
import { readScenario } from '../scenario/read.ts';
import { VERSION } from '../version.ts';

/** What came of running a record again: plain data to be shown. */
export interface Verification {
  /**
   * `same`: every figure, to the last bit; `other figures`: another engine gives others; `altered`: something in the record is
   * not as it was made.
   */
  readonly verdict: 'same' | 'other figures' | 'altered';
  readonly engine: { readonly recorded: string; readonly here: string };
  readonly made?: string;
  readonly scenario: string;
  /** Names of files whose text is not what was hashed. */
  readonly alteredFiles: readonly string[];
  /** Whether the decision for people is that of the run. */
  readonly sameDecision: boolean;
  readonly sameReport: boolean;
  readonly recorded: Decision;
  readonly found: Decision;
}

/**
 * Runs a record again and compares.
 *
 * @throws ScenarioError  when its scenario is not one that this engine reads
 */
export async function verify(
  engine: Engine,
  record: DecisionRecord,
  options: Pick<RunOptions, 'signal' | 'onProgress'> = {},
): Promise<Verification> {
  const alteredFiles = record.files.filter((file) => file.sha256 !== sha256(file.text)).map(({ name }) => name);
  const [main] = record.files;
  const texts = new Map(record.files.map(({ name, text }) => [name, text]));
  const reading = readScenario(main!.text, { file: main!.name, load: (path) => texts.get(path) });
  const run = record.command === 'simulate' ? simulate : optimize;
  const report = await run(engine, reading, { ...record.options, ...options });
  const found = decisionOf(report);
  const sameReport = sha256(reportJson(report)) === record.reportSha256;
  const sameDecision = JSON.stringify(found) === JSON.stringify(record.decision);
  const sameEngine = record.engine === VERSION;
  const altered =
    alteredFiles.length > 0 || (sameEngine && !(sameReport && sameDecision)) || (sameReport && !sameDecision);
  return {
    verdict: altered ? 'altered' : sameReport ? 'same' : 'other figures',
    engine: { recorded: record.engine, here: VERSION },
    ...(record.made === undefined ? {} : { made: record.made }),
    scenario: reading.scenario.name,
    alteredFiles,
    sameDecision,
    sameReport,
    recorded: record.decision,
    found,
  };
}
