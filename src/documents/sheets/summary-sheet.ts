import type { MetricSummary } from '../../domain.ts';
import { percent } from '../../report/numbers/exact.ts';
import { unitOf, type WishUnit } from '../../report/sentences/wishes.ts';
import { plain } from '../../report/plain.ts';
import type { DocumentWords } from '../languages/document-words.ts';
import { summary } from '../parts/summary.ts';
import type { Reported } from '../reported.ts';
import { planLabel } from './plan-label.ts';
import { cell, type NumberFormat, type Sheet, type SheetCell } from './sheet.ts';

const FORMATS: Readonly<Record<WishUnit, NumberFormat>> = {
  money: 'money',
  count: 'count',
  hours: 'count',
  ratio: 'ratio',
  periods: 'count',
  share: 'share',
};

/** The report in a paragraph, what one more of scarce resources would add, and every figure of every plan with its noise and its spread. */
export function summarySheet(reported: Reported, words: DocumentWords): Sheet {
  const { report } = reported;
  const { sheets } = words;
  const { plans, optimization } = report;
  const probabilities = plans[0]!.metrics['profit']!.quantiles.map(({ probability }) => probability);
  const figures = Object.keys(plans[0]!.metrics).filter((name) =>
    plans.some(({ metrics }) => metrics[name]!.mean.value !== 0 || metrics[name]!.sd.value !== 0),
  );
  const row = (name: string, of: (p: number) => MetricSummary) =>
    plans.map((plan, p): readonly SheetCell[] => {
      const { mean, sd, worstMean, quantiles } = of(p);
      const format = FORMATS[unitOf(name)];
      return [
        sheets.totals[name] ?? plain(name),
        planLabel(plan.plan, words),
        cell(mean.value, format),
        cell(mean.standardError, format),
        cell(sd.value, format),
        ...quantiles.map(({ estimate }) => cell(estimate.value, format)),
        cell(worstMean.value, format),
      ];
    });
  return {
    name: sheets.summary,
    headings: [
      sheets.figure,
      sheets.planColumn,
      sheets.mean,
      words.noise,
      sheets.sd,
      ...probabilities.map((probability) => sheets.quantile(percent(probability, 0))),
      sheets.worstMean,
    ],
    rows: [
      ...figures.flatMap((name) => row(name, (p) => plans[p]!.metrics[name]!)),
      ...plans.map(({ plan, chanceOfLoss }): readonly SheetCell[] => [
        sheets.totals['chanceOfLoss']!,
        planLabel(plan, words),
        cell(chanceOfLoss.value, 'share'),
        cell(chanceOfLoss.standardError, 'share'),
      ]),
      [],
      [summary(reported, words)],
      ...(optimization !== undefined && 'plan' in optimization
        ? words.result.limits.resources(report, optimization).map((sentence): readonly SheetCell[] => [sentence])
        : []),
    ],
  };
}
