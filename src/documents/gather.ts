/** All that a written report is made from, beyond what a run has found. */
import { details } from '../runs/details.ts';
import type { Report } from '../domain.ts';
import type { Engine, Read, RunOptions } from '../runs/run.ts';
import { sensitivity } from '../runs/sensitivity.ts';
import { stress } from '../runs/stress.ts';
import { bareFormats, type ReportFormat } from './formats.ts';
import type { Reported, ReportedFile } from './reported.ts';

/** Each assumption is drawn anew: these draws tell which matter and their shares to a few hundredths. */
const DRIVER_DRAWS = 1024;

export interface GatherOptions extends RunOptions {
  /** What it is gathered for, where that is known: what a format does not show is not looked for. */
  readonly format?: ReportFormat;
}

/**
 * Adds to a report what makes the outcome of its plan uncertain, what the plan loses under the stresses of the file, how it moves with
 * each assumption, and what its pictures show. Where there is no recommended plan there is nothing to add but pictures.
 *
 * @param read     the scenario that the report is of
 * @param files    the files it was read from, the first one first
 * @param options  those of its run
 */
export async function gather(
  engine: Engine,
  read: Read,
  report: Report,
  files: readonly ReportedFile[],
  { format, ...options }: GatherOptions = {},
): Promise<Reported> {
  if (format !== undefined && bareFormats.has(format)) return { report, files };
  const shown = await details(engine, read, report, options);
  const { optimization } = report;
  if (optimization === undefined || !('plan' in optimization)) return { report, files, details: shown };
  const wishes = { plan: 'recommended', recommended: optimization.plan } as const;
  const names = Object.keys(read.scenario.stresses);
  return {
    report,
    files,
    details: shown,
    influence: await sensitivity(engine, read, wishes, { ...options, draws: DRIVER_DRAWS }),
    stresses: await stress(engine, read, { ...wishes, names }, { ...options, draws: report.draws.judging }),
  };
}
