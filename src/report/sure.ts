import type { Report } from '../domain.ts';
import type { ReportWords } from './languages/result-words.ts';
import { isCertain } from './sentences/spread.ts';

/** How far the plan can be from the best possible, and how much its figures are to be trusted: the same on every face. */
export function sureTexts(report: Report, say: ReportWords): readonly string[] {
  const { optimization } = report;
  return [
    ...(optimization !== undefined && 'plan' in optimization ? [say.proof(report, optimization)] : []),
    ...say.stability(report),
    ...say.farFromToday(report),
    say.draws(report),
    ...(isCertain(report) ? [] : [say.noises]),
  ];
}
