import type { Fault } from '../fault.ts';
import { shockTarget } from '../schema/shocks.ts';
import { channelsOf, error, unknownName, type Facts } from './rule.ts';

/** What is paid in another currency over the plan is paid at one rate. */
export function* ratesMoveForTheWholePlan({ file }: Facts): Generator<Fault> {
  for (const section of ['events', 'stresses'] as const) {
    for (const [name, { from, to, multiply = {} }] of Object.entries(file[section] ?? {})) {
      const rate = Object.keys(multiply).find((key) => shockTarget(key)!.what === 'rate');
      const end = from !== undefined ? 'from' : to !== undefined ? 'to' : undefined;
      if (rate === undefined || end === undefined) continue;
      const advice =
        'Remove it, or change the price of the channels bought in it, such as `search.price`, in these periods.';
      yield error([section, name, end], `does not go with \`${rate}\`: a rate is one for the whole plan`, { advice });
    }
  }
}

/** Each currency that a channel is bought in has a rate, and the scenario's own has none. */
export function* currenciesHaveRates({ file, names, leftOut }: Facts): Generator<Fault> {
  if (leftOut.some((path) => path[0] === 'currency')) return;
  const { currency: own } = file;
  if (Object.hasOwn(file.currencies ?? {}, own)) {
    const advice = 'Remove it: a rate says what another currency costs in this one.';
    yield error(['currencies', own], 'is the currency of the scenario, whose rate is 1', { advice, inName: true });
  }
  for (const { channel, at } of channelsOf(file)) {
    const { currency = own } = channel;
    if (currency !== own) yield* unknownName([...at, 'currency'], currency, names.currencies, 'currency');
  }
}
