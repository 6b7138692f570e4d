import type { Scenario, Source } from '../../domain.ts';
import type { Registry } from './registry.ts';

/** What a unit of the currency that a channel is bought in costs in the scenario's. */
export interface Exchange {
  readonly rate: Source;
  /** The rate at which its prices and its curve are quoted. */
  readonly reference: number;
  /** An amount in that currency, at this path, as one in the scenario's. */
  readonly converted: (path: string, amount: Source) => Source;
}

/** See {@link Exchange}; a rate of 1 for channels that are bought in the scenario's currency. */
export function exchangeOf({ currency: own, currencies }: Scenario, currency = own, registry: Registry): Exchange {
  if (currency === own) return { rate: { constant: 1 }, reference: 1, converted: (_, amount) => amount };
  const { rate: quoted, moved = 1 } = currencies[currency]!;
  const path = `currencies.${currency}`;
  const source = registry.source(path, quoted);
  const rate = registry.product(`${path}, moved`, source, { constant: moved });
  return {
    rate,
    reference: registry.median(source),
    converted: (at, amount) => registry.product(`${at}, converted`, amount, rate),
  };
}
