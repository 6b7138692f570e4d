import type { Estimate } from '../domain.ts';
import type { Row } from '../domain/row.ts';
import { fromReplicates, ratio } from '../simulate/tally/estimate.ts';
import { meanOf } from '../simulate/tally/row-estimates.ts';
import { addSums, subtractSums, type ReplicateSums } from '../simulate/tally/tally.ts';
import { quantilesIn } from '../statistics/quantiles-in.ts';
import { addPartRows, cohortParts, joined, type ChannelCohorts, type CohortPart } from './cohort-part.ts';
import type { CohortSpan } from './cohort-spans.ts';
import type { Cohort, CohortAtAge, Cohorts, CohortsView } from './finance-view.ts';
import { orderAges, ordersBy } from './repeat-orders.ts';

/** More ages are not shown. */
const MOST_AGES = 13;
/** What is short of its cost by less than this share of it has paid it back: sums that are equal by hand differ by rounding. */
const ROUNDING = 1e-9;

/** See {@link CohortsView}; undefined where no channel wins customers. */
export function cohortsOf(channels: readonly ChannelCohorts[], spans: readonly CohortSpan[]): CohortsView | undefined {
  const ages = spread(agesOf(channels), MOST_AGES);
  const parts = channels.map((channel) => cohortParts(channel, ages));
  const room = roomFor(channels[0]?.rows.repeatRate.length ?? 0);
  const wholes = parts.map(joined);
  const all = tableOf(spans, wholes, (g) => parts.map((own) => own[g]!), ages, room);
  if (all === undefined) return undefined;
  return {
    ages,
    channels: channels.flatMap(({ name }, c) => {
      const table = tableOf(spans, [wholes[c]!], (g) => [parts[c]![g]!], ages, room);
      return table === undefined ? [] : [{ name, ...table }];
    }),
    all,
  };
}

/** Rows that are written again and again: there are as many of them as ages, cohorts and channels. */
interface CohortRoom {
  readonly worth: Row;
  readonly each: Row;
}

function roomFor(draws: number): CohortRoom {
  return { worth: new Float64Array(draws), each: new Float64Array(draws) };
}

/** Ages at which customers of any of these order, ascending. */
function agesOf(all: readonly Pick<ChannelCohorts, 'orders'>[]): readonly number[] {
  return [...new Set(all.flatMap(({ orders }) => orderAges(orders)))].toSorted((a, b) => a - b);
}

/** As many of these at most, evenly spread, the first and the last among them. */
function spread(ages: readonly number[], most: number): readonly number[] {
  if (ages.length <= most) return ages;
  return Array.from({ length: most }, (_, k) => ages[Math.round((k * (ages.length - 1)) / (most - 1))]!);
}

/**
 * @param wholes   the parts of all cohorts together
 * @param partsIn  the parts of the cohort at this place
 */
function tableOf(
  spans: readonly CohortSpan[],
  wholes: readonly CohortPart[],
  partsIn: (place: number) => readonly CohortPart[],
  ages: readonly number[],
  room: CohortRoom,
): Cohorts | undefined {
  const plan = { from: spans[0]!.from, to: spans.at(-1)!.to };
  const whole = cohortOf(plan, wholes, ages, room);
  if (whole === undefined) return undefined;
  return { whole, spans: spans.flatMap((span, g) => cohortOf(span, partsIn(g), ages, room) ?? []) };
}

/** Undefined where there are no customers. */
function cohortOf(
  span: CohortSpan,
  parts: readonly CohortPart[],
  ages: readonly number[],
  room: CohortRoom,
): Cohort | undefined {
  const customers = addSums(parts.map((part) => part.customers));
  const costs = addSums(parts.map((part) => part.cost));
  const cost = ratio(costs, customers);
  if (cost === undefined) return undefined;
  const sumsAt = (age: number, pick: (part: CohortPart, order: number) => ReplicateSums) =>
    addSums(parts.map((part) => pick(part, ordersBy(age, part.orders))));
  const worthAt = (age: number) => sumsAt(age, ({ margin, service }, k) => subtractSums(margin[k]!, service));
  const byDraw = { customers: addPartRows(parts, 'customers'), cost: addPartRows(parts, 'cost') };
  const byAge = ages.map((age, place): CohortAtAge => {
    const worth = worthByDraw(parts, place, room.worth);
    return {
      orders: ratio(
        sumsAt(age, ({ orderCount }, k) => orderCount[k]!),
        customers,
      )!,
      value: ratio(worthAt(age), customers)!,
      range: middle(perCustomer(worth, byDraw.customers, room.each)),
      paidBack: paidBackIn(worth, byDraw.cost, room.each),
    };
  });
  const payback = agesOf(parts).find((age) => total(worthAt(age)) >= needed(total(costs)));
  return {
    ...span,
    customers: fromReplicates(customers, byDraw.customers.length),
    cost,
    byAge,
    ...(payback === undefined ? {} : { payback }),
  };
}

/** In the draws that bring any customers. */
function perCustomer(worth: Row, customers: Row, each: Row): Row {
  let found = 0;
  for (let i = 0; i < worth.length; i++) if (customers[i]! > 0) each[found++] = worth[i]! / customers[i]!;
  return each.subarray(0, found);
}

function paidBackIn(worth: Row, cost: Row, paid: Row): Estimate {
  for (let i = 0; i < worth.length; i++) paid[i] = worth[i]! >= needed(cost[i]!) ? 1 : 0;
  return meanOf(paid);
}

/** The least that counts as having paid back a cost. */
function needed(cost: number): number {
  return cost - ROUNDING * Math.abs(cost);
}

/** What the customers of a cohort have brought by the age at this place, draw by draw. */
function worthByDraw(parts: readonly CohortPart[], place: number, worth: Row): Row {
  worth.fill(0);
  for (const { rows, shares } of parts) {
    const share = shares[place]!;
    for (let i = 0; i < worth.length; i++) worth[i] = worth[i]! + rows.margin[i]! * share[i]! - rows.service[i]!;
  }
  return worth;
}

/** Where 90 % of values lie, which are reordered. */
function middle(values: Row): readonly [number, number] {
  const [low, high] = quantilesIn(values, [0.05, 0.95]);
  return [low!, high!];
}

function total(sums: ReplicateSums): number {
  return sums.reduce((all, sum) => all + sum, 0);
}
