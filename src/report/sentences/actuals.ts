/** A plan beside what came of it, in sentences. */
import type { PeriodUnit } from '../../domain.ts';
import type { ChannelOutturn, PlanAgainstActuals } from '../../finance/plan-against-actuals.ts';
import { amount, exact, percent } from '../numbers/exact.ts';
import { rough } from '../numbers/rough.ts';
import type { Headline } from './headline.ts';
import { channelLabel } from './names.ts';
import { about } from './sum.ts';
import { lengthText, listText } from './words.ts';

export function actualsHeadline(found: PlanAgainstActuals): Headline {
  const { total, channels, periods, scenario } = found;
  const { currency } = scenario;
  const after = `After ${periods} of ${lengthText(scenario)}`;
  const outside = channels.filter(({ standing }) => standing !== 'within');
  const first =
    outside.length === 0
      ? `${after}, no channel lies outside what was to be expected of what was spent.`
      : `${after}, ${listText(outside.map((each) => `${channelLabel(found, each.name)} lies ${each.standing} what was to be expected of what was spent`))}.`;
  const { customers, spend } = total;
  return {
    first,
    rest: [
      `${customersText(customers.actual)} came instead of ${rough(customers.planned, 'count')} planned by now; ${amount(spend.actual)}\u00a0${currency} of media were spent instead of ${amount(spend.planned)}.`,
      varianceText(found, total),
      ...outside.map((each) => warningText(found, each)),
      ...channels.flatMap((each) => boughtText(found, each)),
      ...channels.flatMap((each) => repeatsText(found, each)),
      calibrationText(found),
    ],
  };
}

/** What to do next on the command line, where something is left to be planned anew. */
export function actualsAdvice(found: PlanAgainstActuals): readonly string[] {
  const next = nextStepOf(found);
  if (next === undefined) return [];
  return [
    `Write what you learned into the file, then \`apportion replan\` finds the best for the ${next}s that are left.`,
  ];
}

/** The unit of the periods that are left to be planned anew; undefined where none is, or nothing was learned. */
export function nextStepOf({ channels, periods, scenario }: PlanAgainstActuals): PeriodUnit | undefined {
  const isOutside = channels.some(({ standing }) => standing !== 'within');
  return isOutside && periods < scenario.periods ? scenario.unit : undefined;
}

function customersText(count: number): string {
  return `${exact(count, 'count')} customer${count === 1 ? '' : 's'}`;
}

function varianceText(found: PlanAgainstActuals, { variance }: ChannelOutturn): string {
  const kind = found.of === 'revenue' ? 'money' : 'count';
  const part = (value: number, what: string) =>
    `${value < 0 ? '-' : '+'}${about(Math.abs(value), kind, found.scenario.currency)} by ${what}`;
  const parts = [
    part(variance.volume, 'other spend than planned'),
    part(variance.effectiveness, 'what that spend brought'),
    ...(variance.price === undefined ? [] : [part(variance.price, 'what customers paid')]),
  ];
  const much = about(Math.abs(variance.total), kind, found.scenario.currency);
  return `${found.of === 'revenue' ? 'Revenue of first orders' : 'Their number'} is ${much} ${variance.total < 0 ? 'below' : 'above'} plan: ${listText(parts)}.`;
}

function warningText(
  found: PlanAgainstActuals,
  { name, standing, customers, band, chanceOfNoMore }: ChannelOutturn,
): string {
  const chance = standing === 'below' ? chanceOfNoMore : 1 - chanceOfNoMore;
  const range = bandText(band);
  const how = chance < 0.001 ? `less than ${percent(0.001, 1)}` : percent(chance, 1);
  return `Early warning: ${channelLabel(found, name)} brought ${customersText(customers.actual)} where ${range} were to be expected; as the file has it, the chance of so ${standing === 'below' ? 'few' : 'many'} was ${how}.`;
}

/** Whether it is what the money bought that lies outside its range. */
function boughtText(found: PlanAgainstActuals, { name, bought, spend }: ChannelOutturn): readonly string[] {
  if (bought === undefined || bought.standing === 'within') return [];
  const { stage, actual, band, standing } = bought;
  const price = actual > 0 ? ` at ${about(spend.actual / actual, 'money', found.scenario.currency)} each` : '';
  return [
    `${channelLabel(found, name)} bought ${exact(actual, 'count')} ${stage}s${price} where ${bandText(band)} were to be expected: they are ${standing === 'below' ? 'dearer' : 'cheaper'} than believed.`,
  ];
}

/** Whether customers come back as believed. */
function repeatsText(found: PlanAgainstActuals, { name, repeats }: ChannelOutturn): readonly string[] {
  if (repeats === undefined || repeats.standing === 'within') return [];
  const { actual, band, standing } = repeats;
  const few = standing === 'below';
  return [
    `${few ? 'Early warning: customers' : 'Customers'} of ${channelLabel(found, name)} come back ${few ? 'less' : 'more'} than believed, ${exact(actual, 'count')} further orders where ${bandText(band)} were to be expected of those who came.`,
  ];
}

/** Counts between which 90 % lie. */
export function bandText(band: ChannelOutturn['band']): string {
  return band.map((count) => exact(Math.round(count), 'count')).join(' to ');
}

function calibrationText({ calibration: { ranges, held, verdict } }: PlanAgainstActuals): string {
  const told = `${held} of ${ranges} ranges of 90\u00a0% held`;
  if (verdict === 'too narrow') return `${told}: your ranges are too narrow. Widen them before you plan again.`;
  if (verdict === 'too wide') return `${told}: your ranges are wider than they need be.`;
  return `${told}, as far as so few can tell what they promise.`;
}

export function actualsCaveats({ draws, calibration }: PlanAgainstActuals): readonly string[] {
  return [
    `What was to be expected is told from ${exact(draws.judging, 'count')} draws of the file's beliefs, with what was really spent; counts come by chance around it (Poisson).`,
    'Of channels that do as believed, one in ten lies outside its range by chance alone.',
    ...(calibration.ranges > 0
      ? [
          'Ranges of one channel in several periods rest on the same beliefs: they hold or fail together, and tell less than as many separate ones.',
        ]
      : []),
  ];
}
