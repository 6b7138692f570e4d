/** All that a written report is made from, beyond what a run has found. */
import { details } from '../runs/details.ts';
import type { Report } from '../domain.ts';
import type { Engine, RunOptions } from '../runs/run.ts';
import { pilots } from '../runs/pilots.ts';
import { screen } from '../runs/screen.ts';
import { sensitivity } from '../runs/sensitivity.ts';
import type { ScenarioReading } from '../scenario/read.ts';
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
 * each assumption, what the pilots of the file have changed, its scorecard, and what its pictures show. Where there is no recommended
 * plan there is nothing to add but the last two.
 *
 * @param read     the scenario that the report is of
 * @param files    the files it was read from, the first one first
 * @param options  those of its run
 */
export async function gather(
  engine: Engine,
  read: ScenarioReading,
  report: Report,
  files: readonly ReportedFile[],
  { format, ...options }: GatherOptions = {},
): Promise<Reported> {
  if (format !== undefined && bareFormats.has(format)) return { report, files };
  const { scenario, believed } = read;
  const onSame = { ...options, draws: report.draws.judging };
  const reported: Reported = {
    report,
    files,
    believed,
    details: await details(engine, read, report, options),
    ...(scenario.screening === undefined ? {} : { scorecard: await screen(engine, read, onSame) }),
  };
  const { optimization } = report;
  if (optimization === undefined || !('plan' in optimization)) return reported;
  const wishes = { plan: 'recommended', recommended: optimization.plan } as const;
  const hasPilots = Object.values(scenario.channels).some(({ pilot }) => pilot !== undefined);
  return {
    ...reported,
    influence: await sensitivity(engine, read, wishes, { ...options, draws: DRIVER_DRAWS }),
    stresses: await stress(engine, read, { ...wishes, names: Object.keys(scenario.stresses) }, onSame),
    ...(hasPilots ? { lessons: await pilots(engine, read, wishes, onSame) } : {}),
  };
}
