/** All that a written report is made from, beyond what a run has found. */
import { details } from '../runs/details.ts';
import type { Report } from '../domain.ts';
import type { RunOptions } from '../runs/run-options.ts';
import type { Engine } from '../runs/engine.ts';
import { finance, type FinanceWishes } from '../runs/finance.ts';
import { pilots } from '../runs/pilots.ts';
import { screen } from '../runs/screen.ts';
import { sensitivity } from '../runs/sensitivity.ts';
import type { ScenarioReading } from '../scenario/read.ts';
import { stress } from '../runs/stress.ts';
import type { ReportFormat } from './formats.ts';
import { partsShown, type SheetName } from './parts-shown.ts';
import type { Reported, ReportedFile } from './reported.ts';

/** Each assumption is drawn anew: these draws tell which matter and their shares to a few hundredths. */
const DRIVER_DRAWS = 1024;

export interface GatherOptions extends RunOptions {
  /** What it is gathered for, where that is known: what a format does not show is not looked for. */
  readonly format?: ReportFormat;
  /** Of comma-separated values. */
  readonly sheet?: SheetName;
  /** Of finance's view; see {@link finance}. */
  readonly finance?: Pick<FinanceWishes, 'chance' | 'lags'>;
}

/**
 * Adds to a report what makes the outcome of its plan uncertain, what the plan loses under the stresses of the file, how it moves with
 * each assumption, the plan as finance sees it, what the pilots of the file have changed, its scorecard, and what its pictures show.
 * Where a plan was searched and none was found there is nothing to add but pictures and the scorecard; where none was searched,
 * finance looks at today's.
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
  { format, sheet, finance: financeWishes = {}, ...options }: GatherOptions = {},
): Promise<Reported> {
  const { scenario, believed } = read;
  const { optimization } = report;
  const parts = partsShown(format, sheet);
  const onSame = { ...options, draws: report.draws.judging };
  const recommended = optimization !== undefined && 'plan' in optimization ? optimization.plan : undefined;
  const wishes = recommended === undefined ? undefined : ({ plan: 'recommended', recommended } as const);
  const judged = { plan: wishes?.plan ?? 'today', judged: report.plans.at(-1)! } as const;
  const hasPilots = Object.values(scenario.channels).some(({ pilot }) => pilot !== undefined);
  return {
    report,
    files,
    believed,
    ...(parts.has('details') ? { details: await details(engine, read, report, options) } : {}),
    ...(parts.has('scorecard') && scenario.screening !== undefined
      ? { scorecard: await screen(engine, read, onSame) }
      : {}),
    ...(parts.has('finance') && (wishes !== undefined || optimization === undefined)
      ? { finance: await finance(engine, read, { ...financeWishes, ...judged }, onSame) }
      : {}),
    ...(parts.has('influence') && wishes !== undefined
      ? { influence: await sensitivity(engine, read, wishes, { ...options, draws: DRIVER_DRAWS }) }
      : {}),
    ...(parts.has('stresses') && wishes !== undefined
      ? { stresses: await stress(engine, read, { ...wishes, names: Object.keys(scenario.stresses) }, onSame) }
      : {}),
    ...(parts.has('lessons') && wishes !== undefined && hasPilots
      ? { lessons: await pilots(engine, read, wishes, onSame) }
      : {}),
  };
}
