import { extent, sum } from 'd3-array';
import { Document, Scalar, visit, isMap, isSeq } from 'yaml';
import { dayCalled } from '../../scenario/calendar.ts';
import { refusal } from '../../errors.ts';
import { oneLine, scenarioNames } from '../name.ts';
import type { ChannelBelief } from './channel.ts';
import type { ImportWords, Saying } from './languages/words.ts';
import type { Columns } from './languages/places.ts';
import type { Range } from './estimate.ts';
import type { Weeks } from './horizon.ts';
import type { Step } from './steps.ts';
import type { Worth } from './worth.ts';
import { range, rounded } from './words.ts';
import type { Budget } from './budget.ts';

/** All that the files came to. */
export interface Imports {
  readonly currency: string;
  readonly weeks: Weeks;
  readonly plan: Budget;
  /** The last day of which they tell. */
  readonly last: number;
  readonly channels: readonly (ChannelBelief & { readonly worth?: Worth })[];
  /** Of all customers; absent where no file has any. */
  readonly worth?: Worth;
  /** Customers per week of whom no channel with spend is known. */
  readonly baseline?: { readonly range: Range; readonly said: Saying };
  readonly customersPlace: readonly Columns[];
  readonly notes: readonly string[];
}

/**
 * Where half of what a channel could bring is reached, in multiples of its usual spend: a history that was not varied on
 * purpose does not tell. The 90 % range of a lognormal with median 1.5 and a spread of its logarithm of 1, which holds that
 * of Meridian's prior (0.8 of usual spend in the middle) and S-curves that have not begun to flatten.
 */
const HALF_SATURATION: Range = [0.3, 8];
/** Nobody knows how a channel does far from where it was. */
const LIMITS: Range = [0.5, 2];

/**
 * What is to be spent: as much as today, or as usual where all channels have stopped, unless something else is given. Half and
 * twice of today's spend are the limits of a channel then, and of the budget where it is another one: all of it can be spent
 * within them.
 *
 * @param channels  of which one at least is usually paid for
 * @param given  for all weeks
 * @throws ScenarioError  where no scenario can have it
 */
export function budgetOf(
  channels: readonly Pick<ChannelBelief, 'today' | 'usual'>[],
  { periods }: Weeks,
  given: number | undefined,
): Budget {
  const basis = channels.some(({ today }) => today > 0) ? 'today' : 'usual';
  const spent = periods * sum(channels, (channel) => rounded(channel[basis]));
  const usualTotal = rounded(spent);
  if (given === undefined) return { total: usualTotal, usualTotal, basis, ratio: 1, limits: LIMITS };
  if (!(given > 0 && given <= MOST_BUDGET))
    throw refusal('budget', 'must be more than 0 and at most 1,000,000,000,000');
  const ratio = given / spent;
  const limits: Range = [LIMITS[0] * Math.min(1, ratio), LIMITS[1] * Math.max(1, ratio)];
  return { total: given, usualTotal, basis, ratio, limits };
}

const MOST_BUDGET = 1e12;

/** The scenario as a file, with where each number is from. */
export function scenarioText(imports: Imports, words: ImportWords): string {
  const { channels, worth, baseline, currency } = imports;
  const names = scenarioNames(channels.map(({ name }) => name));
  const document = new Document({
    apportion: 1,
    name: words.scenario.name(dayCalled(imports.last)),
    notes: block(imports.notes),
    currency,
    horizon: { start: imports.weeks.start, periods: imports.weeks.periods, unit: 'week' },
    budget: { total: imports.plan.total },
    ...(worth?.orderValue === undefined ? {} : { value: { ...worthFields(worth), grossMargin: '100%' } }),
    ...(baseline === undefined ? {} : { baseline: { customers: range(baseline.range) } }),
    channels: Object.fromEntries(
      channels.map((channel, c) => [names[c]!, channelFields(channel, names[c]!, imports, words)]),
    ),
    ...(channels.some(({ hours }) => hours > 0) ? { resources: { people: peopleFields(channels) } } : {}),
    goal: { maximize: worth?.orderValue === undefined ? 'customers' : 'profit' },
  });
  document.commentBefore = ` yaml-language-server: $schema=./apportion.schema.json\n ${words.scenario.head()}`;
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

function channelFields(channel: Imports['channels'][number], name: string, imports: Imports, words: ImportWords) {
  const { price, steps, usual, hours, worth } = channel;
  const [usualSpend, today] = [rounded(usual), rounded(channel.today)];
  const [least, most] = imports.plan.limits;
  const own = worth === undefined ? {} : worthFields(worth);
  return {
    ...(channel.name === name ? {} : { label: oneLine(channel.name, LONGEST_LABEL) || name }),
    source: block(sourceLines(channel, imports, words)),
    price: { [price.kind]: range(price.range) },
    ...(steps.length === 0 ? {} : { funnel: Object.fromEntries(steps.map((step) => [step.key, counted(step)])) }),
    response: {
      curve: 'michaelis-menten',
      halfSaturation: range([HALF_SATURATION[0] * usual, HALF_SATURATION[1] * usual]),
      observedAt: usualSpend,
    },
    plan: today,
    limits: { min: rounded(least * today), max: rounded(most * Math.max(today, usualSpend)) },
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
            every: Math.max(0.1, inWeeks(repeats.every)),
            horizon: inWeeks(repeats.horizon),
          },
        }),
  };
}

/** Days as weeks, to a tenth. */
function inWeeks(days: number): number {
  return Number((days / 7).toFixed(1));
}

/** What an hour costs, where a file says so. */
function peopleFields(channels: Imports['channels']): { readonly hourlyCost?: string | number } {
  const [least, most] = extent(channels.flatMap(({ hourly }) => hourly.filter((cost) => cost > 0)));
  return least === undefined ? {} : { hourlyCost: range([least, most]) };
}

function sourceLines(
  { price, steps, spendPlace, hours, worth, usual, today }: Imports['channels'][number],
  imports: Imports,
  words: ImportWords,
): string[] {
  const { sources } = words;
  return [
    sources.plan(spendPlace(words), usual, today),
    sources.field(`price.${price.kind}`, price.place(words)),
    ...steps.map(({ key, counted: { all, counts, design }, pooled, place }) =>
      sources.step(key, all, pooled, counts, design, place(words)),
    ),
    sources.response(HALF_SATURATION),
    ...(hours === 0 ? [] : [sources.hours(hours)]),
    ...(worth === undefined ? [] : worthLines(worth, imports.customersPlace, words)),
  ];
}

function worthLines(
  { orders, revenue, orderValue, single, repeats, place }: Worth,
  from: readonly Columns[],
  words: ImportWords,
): string[] {
  const { sources } = words;
  const where = place?.(words) ?? sources.columns(from);
  return [
    ...(orderValue === undefined ? [] : [sources.orderValue(orders, revenue, single === true, where)]),
    ...(repeats === undefined ? [] : [sources.repeat(repeats)]),
  ];
}

function block(lines: readonly string[]): Scalar {
  const text = new Scalar(lines.map((line) => oneLine(line, LONGEST_LINE)).join('\n'));
  text.type = Scalar.BLOCK_LITERAL;
  return text;
}

const LONGEST_LINE = 2_000;
