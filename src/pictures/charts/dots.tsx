import type { Report } from '../../domain.ts';
import { percent } from '../../report/numbers/exact.ts';
import { isPoint, rangeOf } from '../../report/sentences/spread.ts';
import { chanceOfAtLeast, evenQuantiles } from '../chances.ts';
import type { Chart } from '../chart.ts';
import { DotsPicture } from '../dots-picture.tsx';
import type { ChartWords } from '../words.ts';
import { money, plansShown, quantile, shortMoney } from './plans-shown.ts';

const DOTS = 50;

export interface DotsWishes {
  /** A profit to be reached, with its chance. */
  readonly target?: number | undefined;
  /** Where a document has the chart more than once. */
  readonly id?: string;
}

/** Equally likely profits, a dot each, today and recommended; nothing where no profit is uncertain. */
export function dotsChart(
  report: Pick<Report, 'plans' | 'scenario'>,
  words: ChartWords,
  { target, id = 'profit-dots' }: DotsWishes = {},
): Chart | undefined {
  const { currency } = report.scenario;
  const plans = plansShown(report, words).filter(({ plan }) => !isPoint(rangeOf(plan)));
  if (plans.length === 0) return undefined;
  const { title, caption, summary, label, below, chance, target: targetText } = words.dots;
  const sets = plans.map(({ kind, name, plan }) => ({
    kind,
    label: label(name, shortMoney(quantile(plan, 0.5), words)),
    values: evenQuantiles(plan.profitDistribution, DOTS),
  }));
  const { edges } = plans[0]!.plan.profitDistribution;
  const spread = plans.map(({ name, plan }) => ({
    name,
    median: money(quantile(plan, 0.5)),
    low: money(quantile(plan, 0.05)),
    high: money(quantile(plan, 0.95)),
  }));
  const reached = plans.map(
    ({ name, plan }) =>
      [name, words.number(percent(chanceOfAtLeast(plan.profitDistribution, target ?? 0), 0))] as const,
  );
  const line = target === undefined ? undefined : targetText(shortMoney(target, words), reached);
  const told = summary(spread, currency) + (line === undefined ? '' : ` ${line}.`);
  return {
    id,
    title,
    caption: caption(currency, DOTS),
    summary: told,
    table: {
      columns: [chance, ...plans.map(({ name }) => name)],
      rows: plans[0]!.plan.metrics['profit']!.quantiles.map(({ probability }) => [
        below(words.number(percent(probability, 0))),
        ...plans.map(({ plan }) => money(quantile(plan, probability))),
      ]),
    },
    draw: (width, theme) => (
      <DotsPicture
        id={id}
        title={title}
        description={told}
        width={width}
        theme={theme}
        sets={sets}
        span={[edges[0]!, edges.at(-1)!]}
        tick={words.tick}
        {...(target === undefined ? {} : { target: { value: target, label: line! } })}
      />
    ),
  };
}
