/** What pictures of a report show beyond what it says. */
import { coursesOf, type Course, type DetailDraws } from './details/course.ts';
import { responseCurves, type ResponseCurve } from './details/response-curves.ts';
import type { Report } from '../domain.ts';
import { judgingDraws, wholeDraws } from './draws.ts';
import type { Read } from './run.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { planOfSummary } from '../optimize/plans.ts';
import { compile } from '../scenario/compile/compile.ts';

export type { Band } from './details/band.ts';
export type { Course } from './details/course.ts';
export type { CurvePoint, ResponseCurve } from './details/response-curves.ts';

/** See {@link details}. */
export interface Details {
  /** Of today's plan, and of the last plan of the report where that is another one. */
  readonly courses: readonly Course[];
  /** Around the last plan of the report. */
  readonly curves: readonly ResponseCurve[];
}

/** Bands are read off a picture: these draws place their ends to a few hundredths of their width. */
const COURSE_DRAWS = 4096;
const CURVE_DRAWS = 512;

/**
 * How profit runs over time, and what each channel adds at different spends: on the first of the draws that the report's
 * plans were judged on.
 *
 * @param read     the scenario that the report is of
 * @param options  those of its run
 */
export async function details(
  engine: Engine,
  { scenario }: Pick<Read, 'scenario'>,
  report: Report,
  options: Pick<RunOptions, 'seed' | 'method' | 'stresses' | 'signal'> = {},
): Promise<Details> {
  const model = compile(scenario, options.stresses);
  const drawn = (most: number): DetailDraws => ({
    engine,
    key: engine.newKey(),
    payload: {
      model,
      draws: { ...judgingDraws(options), draws: wholeDraws(Math.min(most, report.draws.judging)) },
      keep: true,
    },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const plans = report.plans.length === 1 ? report.plans : [report.plans[0]!, report.plans.at(-1)!];
  const shown = plans.map(planOfSummary);
  return {
    courses: await coursesOf(drawn(COURSE_DRAWS), shown),
    curves: await responseCurves(drawn(CURVE_DRAWS), shown[0]!, shown.at(-1)!, report.ranges),
  };
}
