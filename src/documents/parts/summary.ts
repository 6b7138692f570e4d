import type { Report } from '../../domain.ts';
import { chanceFigure, figure, inline } from '../../report/numbers/estimate.ts';
import { exact, percent } from '../../report/numbers/exact.ts';
import { goalUnit } from '../../report/sentences/goal.ts';
import { samePlan } from '../../report/sentences/same-plan.ts';
import { isPoint, rangeOf } from '../../report/sentences/spread.ts';
import type { Driver } from '../../sensitivity/influence.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import type { Reported } from '../reported.ts';

/** Drivers that are named in a sentence, and the share of the variance below which one is not worth it. */
const MOST_DRIVERS = 3;
const SMALLEST_SHARE = 0.01;

/** One paragraph: what is recommended, how likely it is better, what can be lost, why, and how exact that is. */
export function summary({ report, influence }: Reported, words: DocumentWords): string {
  const { say } = words.result;
  const { summary: own } = words;
  const { first } = words.past.headline(report, say.headline(report));
  const last = report.plans.at(-1)!;
  const found = report.optimization === undefined || 'plan' in report.optimization;
  if (!found || isPoint(rangeOf(last))) return first;
  const { currency } = report.scenario;
  const { mean, worstMean } = last.metrics['profit']!;
  const number = exact(last.draws, 'count');
  const shown = figure(mean, 'money');
  return [
    first,
    ...chanceOf(report).map((chance) => own.chance(say.number(chance))),
    own.downside(
      own.money(figure(worstMean, 'money'), currency),
      say.number(inline(chanceFigure(last.chanceOfLoss, last.draws))),
    ),
    ...(influence === undefined ? [] : driversText(report, influence.drivers, words)),
    shown.noise === undefined ? own.noNoise(number) : own.noise(own.money({ text: shown.noise }, currency), number),
  ].join(own.space);
}

/** That the plan is better than today's, where it is another plan for more of the goal. */
function chanceOf(report: Report): readonly string[] {
  const change = report.differences.find(({ a }) => a === 'today');
  const unit = goalUnit(report.scenario.goal);
  if (change === undefined || isPoint(change.range) || samePlan(report) !== undefined || unit === 'spend') return [];
  return [inline(chanceFigure(change.chanceBetter, report.draws.judging))];
}

function driversText(report: Report, drivers: readonly Driver[], words: DocumentWords): readonly string[] {
  const names = drivers
    .filter(({ total }) => total.value >= SMALLEST_SHARE)
    .slice(0, MOST_DRIVERS)
    .map(
      ({ members, total }) =>
        `${words.drivers.and(members.map(({ id }) => words.assumptionInText(report, id)))} (${words.result.say.number(percent(Math.min(1, total.value), 0))})`,
    );
  return names.length === 0 ? [] : [words.summary.drivers(names)];
}
