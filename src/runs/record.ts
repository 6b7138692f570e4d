/** A decision as it can be checked later: what went in, by which engine and options, and what came out. */
import type { Report } from '../domain.ts';
import { reportJson } from '../report/json.ts';
import { headline } from '../report/sentences/headline.ts';
import { sha256 } from '../report/sha256.ts';
import type { RunOptions } from './run-options.ts';
import { VERSION } from '../version.ts';

/** Options of a run that its result depends on. */
export type RecordedOptions = Pick<
  RunOptions,
  'seed' | 'method' | 'draws' | 'precision' | 'searchDraws' | 'gap' | 'stresses' | 'ranges' | 'within' | 'batches'
>;

export interface RecordedFile {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal digits. */
  readonly sha256: string;
}

export interface DecisionRecord {
  /** Version of the format. */
  readonly apportionRecord: 1;
  readonly engine: string;
  /** When it was made, as who made it says. */
  readonly made?: string;
  readonly command: 'simulate' | 'optimize';
  readonly options: RecordedOptions;
  /** The scenario first, then the files it extends. */
  readonly files: readonly RecordedFile[];
  readonly decision: Decision;
  /** SHA-256 of the whole report as JSON. */
  readonly reportSha256: string;
}

/** What was decided on, for people: it follows from the report. */
export interface Decision {
  readonly headline: readonly string[];
  readonly plan: string;
  /** Media by channel, one number per period. */
  readonly spend: Readonly<Record<string, readonly number[]>>;
  readonly expectedProfit: number;
  readonly worstTenth: number;
  readonly chanceOfLoss: number;
}

export interface RecordInput {
  readonly command: DecisionRecord['command'];
  readonly options: RunOptions;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly report: Report;
  readonly made?: string;
}

/** See {@link DecisionRecord}. The report must be that of a run with these options on these files. */
export function recordOf({ command, options, files, report, made }: RecordInput): DecisionRecord {
  return {
    apportionRecord: 1,
    engine: VERSION,
    ...(made === undefined ? {} : { made }),
    command,
    options: recordedOptions(options),
    files: files.map(({ name, text }) => ({ name, text, sha256: sha256(text) })),
    decision: decisionOf(report),
    reportSha256: sha256(reportJson(report)),
  };
}

function recordedOptions(options: RunOptions): RecordedOptions {
  const { seed, method, draws, precision, searchDraws, gap, stresses, ranges, within, batches } = options;
  const all = { seed, method, draws, precision, searchDraws, gap, stresses, ranges, within, batches };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export function decisionOf(report: Report): Decision {
  const { first, rest } = headline(report);
  const plan = report.plans.at(-1)!;
  const profit = plan.metrics['profit']!;
  return {
    headline: [first, ...rest].map((sentence) => sentence.replaceAll('\u00a0', ' ')),
    plan: plan.plan,
    spend: Object.fromEntries(plan.channels.map(({ name }, c) => [name, plan.spend[c]!])),
    expectedProfit: profit.mean.value,
    worstTenth: profit.worstMean.value,
    chanceOfLoss: plan.chanceOfLoss.value,
  };
}
