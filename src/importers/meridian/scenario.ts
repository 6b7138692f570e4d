import { Document, isSeq, Scalar, visit } from 'yaml';
import type { ReportedChannel } from './channels.ts';
import { amount, inSinglePrecision } from './figures.ts';
import { oneLine, scenarioNames } from '../name.ts';
import { totalOf, type MeridianReport } from './report.ts';

/** The report as a scenario file. */
export function scenarioText(report: MeridianReport, notes: readonly string[]): string {
  const names = scenarioNames(report.channels.map((channel) => channel.name));
  const document = new Document({
    apportion: 1,
    name: `Meridian report${report.window === undefined ? '' : `, ${report.window}`}`,
    notes: textBlock(notes.join('\n')),
    source: `Google Meridian's budget optimization report${report.file === undefined ? '' : `, ${report.file}`}`,
    currency: report.currency ?? 'USD',
    horizon: { periods: 1, unit: 'year' },
    budget: budgetOf(report),
    ...(report.counts === 'revenue' ? { value: { grossMargin: '100%' } } : {}),
    channels: Object.fromEntries(
      report.channels.map((channel, c) => [names[c]!, fieldsOf(channel, names[c]!, report)]),
    ),
    goal: { maximize: report.counts === 'customers' ? 'customers' : report.flexible ? 'profit' : 'revenue' },
  });
  document.commentBefore = HEAD;
  visit(document, {
    // A point a line: [spend, response].
    Seq(_key, list) {
      if (!list.items.some(isSeq)) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: true });
}

const HEAD = ` yaml-language-server: $schema=./apportion.schema.json
 Which split of the budget brings most, by the response curves of a media-mix model? Made from Meridian's report; change
 anything here.`;

function budgetOf(report: MeridianReport) {
  if (!report.flexible) return { total: totalOf(report, 'today').spend };
  return report.counts === 'revenue' ? { flexible: true } : { total: totalOf(report, 'optimized').spend };
}

function fieldsOf(channel: ReportedChannel, name: string, { counts }: MeridianReport) {
  const { today, optimized, bounds, points } = channel;
  return {
    ...(channel.name === name ? {} : { label: oneLine(channel.name, LONGEST_LABEL) || name }),
    source:
      `Meridian report: ${amount(today.outcome)} for ${amount(today.spend)} today, ` +
      `${amount(optimized.outcome)} for ${amount(optimized.spend)} in Meridian's plan.`,
    response: { curve: 'table', of: counts, ...multiplierOf(channel), points },
    plan: today.spend,
    limits: { min: Math.min(bounds[0], optimized.spend), max: Math.max(bounds[1], optimized.spend) },
  };
}

function multiplierOf({ band: { ends } }: ReportedChannel) {
  return ends === undefined
    ? {}
    : { multiplier: { mean: 1, p5: inSinglePrecision(ends[0]), p95: inSinglePrecision(ends[1]) } };
}

function textBlock(text: string): Scalar {
  const block = new Scalar(text);
  block.type = Scalar.BLOCK_LITERAL;
  return block;
}

const LONGEST_LABEL = 200;
