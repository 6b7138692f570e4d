import type { Fault } from '../fault.ts';
import { channelsOf, error, unknownName, type Facts } from './rule.ts';

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
