import { totalNames } from '../../simulate/outcome/outcome.ts';
import type { Estimate, PlanSummary } from '../../domain.ts';
import { chanceFigure, figure } from '../numbers/estimate.ts';
import type { FigureKind } from '../numbers/exact.ts';
import { isPoint, rangeOf } from '../sentences/spread.ts';
import { planName } from '../sentences/words.ts';
import { peopleCost } from './channels.ts';
import type { Page, Section } from './page.ts';
import { plain } from '../plain.ts';
import { table, type Cell } from './table.ts';

interface Row {
  readonly name: string;
  /** Whether the name is the planner's. */
  readonly isOwn?: boolean;
  readonly cell: (plan: PlanSummary) => Cell;
}

/** What to expect of each plan, and how bad or good it may be. */
export function outlookSection(page: Page): Section {
  const { report, words } = page;
  const { currency, unit, goal } = report.scenario;
  const certain = report.plans.every((plan) => isPoint(rangeOf(plan)));
  const rows = [
    mean(certain ? 'profit' : 'expected profit', 'profit', 'money'),
    ...(certain ? [] : PROFIT_SPREAD),
    mean('customers', 'customers', 'count'),
    mean('revenue', 'revenue', 'money'),
    ...(goal.maximize === 'margin' ? [mean('margin', 'margin', 'money')] : []),
    ratio('revenue per unit spent (ROAS)', 'roas', 'ratio'),
    ratio('cost of a customer, cash (CAC)', 'cacCash', 'money'),
    ...(report.plans.some(peopleCost) ? [ratio("with people's time (CAC, full)", 'cacFull', 'money')] : []),
    ratio(`paid back after, ${unit}s`, 'payback', 'count'),
    mean('media on people outside the target', 'outsideTarget', 'money'),
    ratio('mean satisfaction of customers', 'satisfaction', 'ratio'),
    mean('hours of people', 'hours', 'hours'),
    mean('leads lost, no time or supply left', 'lostLeads', 'count'),
    mean('profit from spend before the plan', 'carryInProfit', 'money'),
    mean('profit after the end, own spend', 'tailProfit', 'money'),
    ...ownMetrics(report.plans[0]!).map((name) => ({ ...mean(plain(name), name, 'ratio'), isOwn: true })),
  ].filter(({ cell }) => report.plans.some((plan) => /[1-9]/.test(cell(plan).text)));
  return {
    title: `What to expect, ${currency}`,
    lines: table(
      [
        {
          heading: '',
          align: 'left',
          cells: rows.map(({ name, isOwn }) => ({ text: isOwn ? name : words.say(name) })),
        },
        ...report.plans.map((plan) => ({
          heading: planName(plan.plan).heading,
          align: 'right' as const,
          cells: rows.map(({ cell }) => cell(plan)),
        })),
      ],
      page,
    ),
  };
}

/** How bad or good profit may be. */
const PROFIT_SPREAD: readonly Row[] = [
  atLeast('90 % chance of at least', 0.1),
  atLeast('even chance of at least', 0.5),
  atLeast('10 % chance of at least', 0.9),
  { name: 'mean of the worst tenth', cell: ({ metrics }) => figure(metrics['profit']!.worstMean, 'money') },
  { name: 'chance of a loss', cell: ({ chanceOfLoss, draws }) => chanceFigure(chanceOfLoss, draws) },
];

function mean(name: string, metric: string, kind: FigureKind): Row {
  return { name, cell: ({ metrics }) => figure(metrics[metric]?.mean, kind) };
}

function ratio(name: string, of: keyof PlanSummary['ratios'], kind: FigureKind): Row {
  return { name, cell: ({ ratios }) => figure(ratios[of], kind) };
}

function atLeast(name: string, below: number): Row {
  const quantile = ({ metrics }: PlanSummary): Estimate | undefined =>
    metrics['profit']!.quantiles.find(({ probability }) => probability === below)?.estimate;
  return { name, cell: (plan) => figure(quantile(plan), 'money') };
}

/** Figures of the planner's own: what is not among the totals that every plan has. */
function ownMetrics({ metrics }: PlanSummary): readonly string[] {
  return Object.keys(metrics).filter((name) => !TOTALS.has(name));
}

const TOTALS: ReadonlySet<string> = new Set(totalNames);
