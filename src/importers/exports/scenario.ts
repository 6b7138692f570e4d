import { Document, Scalar, visit, isMap, isSeq } from 'yaml';
import { dayCalled } from '../../scenario/calendar.ts';
import { oneLine, scenarioNames } from '../name.ts';
import type { ChannelBelief } from './channel.ts';
import type { Range } from './estimate.ts';
import type { Step } from './steps.ts';
import type { Worth } from './worth.ts';
import { percent, range, rounded, shown } from './words.ts';

/** All that the files came to. */
export interface Imports {
  readonly currency: string;
  /** The last day of which they tell. */
  readonly last: number;
  readonly channels: readonly (ChannelBelief & { readonly worth?: Worth })[];
  /** Of all customers; absent where no file has any. */
  readonly worth?: Worth;
  /** Customers per week of whom no channel with spend is known. */
  readonly baseline?: { readonly range: Range; readonly said: string };
  readonly customersPlace: string;
  readonly notes: readonly string[];
}

const PERIODS = 12;

/**
 * Where half of what a channel could bring is reached, in multiples of its usual spend: a history that was not varied on
 * purpose does not tell. The 90 % range of a lognormal with median 1.5 and a spread of its logarithm of 1, which holds that
 * of Meridian's prior (0.8 of usual spend in the middle) and S-curves that have not begun to flatten.
 */
const HALF_SATURATION: Range = [0.3, 8];
/** Nobody knows how a channel does far from where it was. */
const LIMITS: Range = [0.5, 2];

/** The scenario as a file, with where each number is from. */
export function scenarioText(imports: Imports): string {
  const { channels, worth, baseline, currency } = imports;
  const names = scenarioNames(channels.map(({ name }) => name));
  const document = new Document({
    apportion: 1,
    name: `Imported history up to ${dayCalled(imports.last)}`,
    notes: block(imports.notes),
    currency,
    horizon: { start: mondayAfter(imports.last), periods: PERIODS, unit: 'week' },
    budget: { total: rounded(PERIODS * channels.reduce((sum, { today }) => sum + rounded(today), 0)) },
    ...(worth?.orderValue === undefined ? {} : { value: { ...worthFields(worth), grossMargin: '100%' } }),
    ...(baseline === undefined ? {} : { baseline: { customers: range(baseline.range) } }),
    channels: Object.fromEntries(channels.map((channel, c) => [names[c]!, channelFields(channel, names[c]!, imports)])),
    ...(channels.some(({ hours }) => hours > 0) ? { resources: { people: peopleFields(channels) } } : {}),
    goal: { maximize: worth?.orderValue === undefined ? 'customers' : 'profit' },
  });
  document.commentBefore = HEAD;
  visit(document, {
    Map(key, map) {
      const isShort = map.items.every(
        ({ value }) =>
          !isMap(value) && !isSeq(value) && !(value instanceof Scalar && value.type === Scalar.BLOCK_LITERAL),
      );
      if (key !== null && isShort && map.items.length <= 4) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true });
}

const HEAD = ` yaml-language-server: $schema=./apportion.schema.json
 Made from exports. Money is per week unless it says otherwise. Where each number is from stands at each channel; what is
 an assumption is called one: change anything here.`;

function mondayAfter(day: number): string {
  // Day 5 was a Monday.
  return dayCalled(day + 1 + ((((5 - day - 1) % 7) + 7) % 7));
}

function channelFields(channel: Imports['channels'][number], name: string, imports: Imports) {
  const { price, steps, usual, hours, worth } = channel;
  const [usualSpend, today] = [rounded(usual), rounded(channel.today)];
  const own = worth === undefined ? {} : worthFields(worth);
  return {
    ...(channel.name === name ? {} : { label: oneLine(channel.name, LONGEST_LABEL) || name }),
    source: block(sourceLines(channel, imports)),
    price: { [price.kind]: range(price.range) },
    ...(steps.length === 0 ? {} : { funnel: Object.fromEntries(steps.map((step) => [step.key, counted(step)])) }),
    response: {
      curve: 'michaelis-menten',
      halfSaturation: range([HALF_SATURATION[0] * usual, HALF_SATURATION[1] * usual]),
      observedAt: usualSpend,
    },
    plan: today,
    limits: { min: rounded(LIMITS[0] * today), max: rounded(LIMITS[1] * Math.max(today, usualSpend)) },
    ...(hours === 0 ? {} : { hours: { people: { perPeriod: rounded(hours) } } }),
    ...(Object.keys(own).length === 0 ? {} : { value: own }),
  };
}

const LONGEST_LABEL = 200;

function counted({ counted: { counts } }: Step): string {
  return `${counts.hits} of ${counts.of}`;
}

function worthFields({ orderValue, returned, orders, repeats }: Worth) {
  return {
    ...(orderValue === undefined ? {} : { orderValue: range(orderValue) }),
    ...(returned === 0 ? {} : { returns: `${returned} of ${orders}` }),
    ...(repeats === undefined
      ? {}
      : {
          repeat: {
            rate: `${repeats.hits} of ${repeats.of}`,
            every: Math.max(0.1, Number((repeats.every / 7).toFixed(1))),
            horizon: Math.round(repeats.within / 7),
          },
        }),
  };
}

/** What an hour costs, where a file says so. */
function peopleFields(channels: Imports['channels']): { readonly hourlyCost?: string | number } {
  const values = channels.flatMap(({ hourly }) => hourly).filter((cost) => cost > 0);
  return values.length === 0 ? {} : { hourlyCost: range([Math.min(...values), Math.max(...values)]) };
}

function sourceLines(
  { price, steps, spendPlace, hours, worth, usual, today }: Imports['channels'][number],
  imports: Imports,
): string[] {
  return [
    `plan, observedAt: ${spendPlace}; ${shown(usual)} a week on average, ${shown(today)} today.`,
    `price.${price.kind}: ${price.place}.`,
    ...steps.map(stepLine),
    `response: ASSUMPTION. Half of what can be reached lies between ${HALF_SATURATION[0]} and ${HALF_SATURATION[1]} times the usual spend.`,
    ...(hours === 0
      ? []
      : [
          `hours.people: ${shown(hours, 1)} a week on average, by the same table; taken as the same whatever is spent.`,
        ]),
    ...(worth === undefined ? [] : worthLines(worth, imports.customersPlace)),
  ];
}

function stepLine({ key, counted: { all, counts, design }, place, pooled }: Step): string {
  const fewer =
    counts.of < all.of
      ? `, which count as ${shown(counts.hits)} of ${shown(counts.of)}, as weeks differ more than chance makes them (${shown(design, 1)} times its variance)`
      : '';
  return `funnel.${key}: ${shown(all.hits)} of ${shown(all.of)}${pooled ? ' of all channels' : ''}${fewer}; ${place}.`;
}

function worthLines({ orders, revenue, orderValue, single, repeats }: Worth, place: string): string[] {
  const kind = single
    ? 'too few to know their mean, so that single orders of all channels say where it may lie'
    : 'the range is that of their mean';
  return [
    ...(orderValue === undefined
      ? []
      : [`value.orderValue: ${shown(orders)} orders for ${shown(revenue)}, ${kind}; ${place}.`]),
    ...(repeats === undefined
      ? []
      : [
          `value.repeat: ${shown(repeats.hits)} of ${shown(repeats.of)} customers (${percent(repeats.hits / repeats.of)}) who have been known for ${repeats.within} days came back within them.`,
        ]),
  ];
}

function block(lines: readonly string[]): Scalar {
  const text = new Scalar(lines.map((line) => oneLine(line, LONGEST_LINE)).join('\n'));
  text.type = Scalar.BLOCK_LITERAL;
  return text;
}

const LONGEST_LINE = 2_000;
