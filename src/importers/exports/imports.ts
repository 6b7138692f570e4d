import type { ChannelBelief } from './channel.ts';
import type { Crm } from './customers.ts';
import type { Customer } from './crm-records.ts';
import { rangeAround, relativeOfCount } from './estimate.ts';
import { isWithin, lastOrderDay, weeksIn, type Observed } from './observed.ts';
import { windowFor } from './repeats.ts';
import type { Saying } from './languages/words.ts';
import type { Imports } from './scenario.ts';
import { sumOf } from './spending-sums.ts';
import { tally } from './tally.ts';
import { singleOrders, worthOf } from './worth.ts';
import { worthTold, type Sales } from './worth-told.ts';

/** Beliefs with what customers of each channel are worth, and who came without spend. */
export function importsOf(
  beliefs: readonly ChannelBelief[],
  crm: Crm,
  observed: Observed,
): Omit<Imports, 'currency' | 'weeks' | 'plan' | 'notes'> {
  const { customers = [] } = crm;
  const last = lastOrderDay(crm, observed);
  const time = { last, within: windowFor(customers, last) };
  const usual = singleOrders(customers);
  const sales = beliefs.flatMap((belief) => belief.sales ?? []);
  const isPaid = new Set(beliefs.map(({ name }) => name));
  const free = customers.filter(
    ({ channel, day }) => (channel === undefined || !isPaid.has(channel)) && isWithin(day, observed),
  ).length;
  return {
    last: observed.last,
    channels: beliefs.map((belief) => {
      if (belief.sales !== undefined) return { ...belief, worth: worthTold(belief.sales) };
      const own = customers.filter(({ channel }) => channel === belief.name);
      return customers.length === 0 ? belief : { ...belief, worth: worthOf(own, usual, time) };
    }),
    ...(customers.length > 0 ? { worth: worthOf(customers, usual, time) } : {}),
    ...(sales.length > 0 ? { worth: worthTold(together(sales)) } : {}),
    ...(free === 0
      ? {}
      : {
          baseline: {
            range: rangeAround(free / weeksIn(observed), relativeOfCount(free)),
            said: freeSaid(free, customers, isPaid),
          },
        }),
    customersPlace: crm.places.customers ?? [],
  };
}

function together(sales: readonly Sales[]): Sales {
  return {
    total: sumOf(sales.map(({ total }) => total)),
    times: sales.flatMap(({ times }) => times),
    from: sales.flatMap(({ from }) => from),
  };
}

/** Fewer customers of a source than these are not told by its name, which may be somebody's. */
const FEWEST_NAMED = 5;

function freeSaid(free: number, customers: readonly Customer[], isPaid: ReadonlySet<string>): Saying {
  const counts = tally(
    customers.map(({ channel }) => channel).filter((channel) => channel === undefined || !isPaid.has(channel)),
  );
  const many = [...counts].filter(([, count]) => count >= FEWEST_NAMED).map(([source]) => source);
  const named = many.filter((source) => source !== undefined);
  return ({ notes }) => notes.free(free, named, named.length < many.length, many.length < counts.size);
}
