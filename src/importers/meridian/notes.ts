import { max } from 'd3-array';
import type { ReportedChannel } from './channels.ts';
import { amount, percent } from './figures.ts';
import { oneLine } from '../name.ts';
import { totalOf, type MeridianReport } from './report.ts';

/** What was taken from the report, what it does not say, and what it recommends, for comparison. */
export function notesOn(report: MeridianReport): readonly string[] {
  return [
    time(report),
    answer(report),
    ...budget(report),
    ...value(report),
    ...band(report),
    ...shape(report),
    ...bounds(report),
  ];
}

function time({ window }: MeridianReport): string {
  const whole =
    window === undefined ? 'the whole time window of the report, which it does not name' : `all of ${window}`;
  return `The one period of this scenario stands for ${whole}: every amount is for that time, whatever the unit says.`;
}

function answer(report: MeridianReport): string {
  const [today, optimized] = [totalOf(report, 'today'), totalOf(report, 'optimized')];
  const outcome = report.counts === 'revenue' ? 'incremental revenue' : 'of the incremental KPI';
  return (
    `Meridian's own answer: ${amount(optimized.outcome)} ${outcome} for ${amount(optimized.spend)}, where today's plan ` +
    `brings ${amount(today.outcome)} for ${amount(today.spend)}; its spend by channel stands at each channel.`
  );
}

function budget(report: MeridianReport): string[] {
  if (!report.flexible) return [];
  const why = 'Meridian was free to change the total, down to a return that the report does not name.';
  return report.counts === 'revenue'
    ? [
        `${why} Here it is free as well, and profit is made as large as possible: the last unit of money must pay for itself.`,
      ]
    : [`${why} Here the total is the one it came to.`];
}

function value({ counts, currency }: MeridianReport): string[] {
  const goods =
    counts === 'revenue'
      ? 'Gross margin is set to 100%, an assumption to change: the report knows revenue, but not what goods cost.'
      : 'The report counts a KPI without a value in money. Here it counts customers; give `value` to see profit.';
  const money =
    currency === undefined
      ? ['The report does not say which currency it is in: USD is an assumption.']
      : currency === 'USD'
        ? ['The report prints $, which Meridian also does when it is not told the currency.']
        : [];
  return [goods, ...money];
}

function band({ channels }: MeridianReport): string[] {
  const without = channels.filter((channel) => channel.band.ends === undefined);
  const change = max(channels, (channel) => channel.band.change)!;
  return [
    'Each curve is uncertain by one factor for all of it, with mean 1 and the 90% interval that the report gives at ' +
      `today's spend. At other spends within the limits, the ends of the report's interval differ from that by up to ` +
      `${percent(change)} of the curve.`,
    'The factors of different channels are drawn independently: the report does not say how they move together.',
    ...(without.length === 0
      ? []
      : [`Taken as certain, as the report has no interval for them that goes with the mean: ${listed(without)}.`]),
  ];
}

function shape({ channels }: MeridianReport): string[] {
  const bent = channels.filter((channel) => !channel.concave);
  const raised = max(channels, (channel) => channel.raised)!;
  const undone = `Points of the curves were raised by at most ${percent(raised)} to undo the rounding of the report.`;
  const unproven =
    `Returns do not diminish from the first unit of money on for ${listed(bent)}: plans can be simulated, but none can ` +
    'be proven best.';
  return [...(raised === 0 ? [] : [undone]), ...(bent.length === 0 ? [] : [unproven])];
}

function bounds({ channels }: MeridianReport): string[] {
  const beyond = channels.map(({ bounds: [least, most], optimized }) =>
    Math.max(0, least - optimized.spend, optimized.spend - most),
  );
  const widened = channels.filter((_channel, c) => beyond[c]! > 0);
  if (widened.length === 0) return [];
  const most = amount(max(beyond)!);
  return [
    `Meridian rounds its limits, so that its plan can lie outside those it prints. For ${listed(widened)} they were ` +
      `widened, by up to ${most}, to hold that plan.`,
  ];
}

/** The names of the first few channels, and how many more there are. */
function listed(channels: readonly ReportedChannel[]): string {
  const names = channels.slice(0, MOST_NAMED).map((channel) => oneLine(channel.name, LONGEST_NAMED));
  const more = channels.length - names.length;
  return `${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

const MOST_NAMED = 10;
const LONGEST_NAMED = 80;
