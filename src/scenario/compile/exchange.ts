import type { Scenario, Source } from '../../domain.ts';
import { operation } from '../../formula/expression.ts';
import { product } from './product.ts';
import type { Registry } from './registry.ts';

/** What a unit of the currency that a channel is bought in costs in the scenario's. */
export interface Exchange {
  readonly rate: Source;
  /** The rate at which its prices and its curve are quoted. */
  readonly reference: number;
  /** An amount in that currency, at this path, as one in the scenario's. */
  readonly converted: (path: string, amount: Source) => Source;
}

/**
 * See {@link Exchange}; a rate of 1 for channels that are bought in the scenario's currency.
 *
 * @param stresses  names of the scenario's stresses that hold in every draw
 */
export function exchangeOf(
  scenario: Scenario,
  stresses: readonly string[],
  currency: string | undefined,
  registry: Registry,
): Exchange {
  if (currency === undefined || currency === scenario.currency) {
    return { rate: { constant: 1 }, reference: 1, converted: (_, amount) => amount };
  }
  const quoted = registry.source(`currencies.${currency}`, scenario.currencies[currency]!);
  const rate = movesOf(scenario, stresses, currency, registry).reduce(
    (before, { at, factor }) => product(`${at}, ${currency}`, before, factor, registry),
    quoted,
  );
  return {
    rate,
    reference: registry.quoted(quoted),
    converted: (at, amount) => product(`${at}, converted`, amount, rate, registry),
  };
}

/** What events and stresses multiply a rate by: 1 in draws where they do not happen. */
function movesOf(scenario: Scenario, stresses: readonly string[], currency: string, registry: Registry) {
  const shocks = [
    ...Object.entries(scenario.events).map(([name, event]) => ({
      at: `events.${name}`,
      multiply: event.multiply,
      happens: () => registry.chance(`events.${name}.probability`, event.probability),
    })),
    ...stresses.map((name) => ({
      at: `stresses.${name}`,
      multiply: scenario.stresses[name]!.multiply,
      happens: (): Source => ({ constant: 1 }),
    })),
  ];
  return shocks.flatMap(({ at, multiply, happens }) =>
    multiply.flatMap((each) => {
      if (each.what !== 'rate' || (each.currency !== '*' && each.currency !== currency)) return [];
      const path = `${at}.multiply.${each.currency}.rate`;
      const factor = registry.source(path, each.factor);
      const yes = happens();
      if ('constant' in yes) return yes.constant === 1 ? [{ at: path, factor }] : [];
      return [{ at: path, factor: registry.computed(`${path}, if it happens`, IF_HAPPENS, [yes, factor]) }];
    }),
  );
}

/** `choose(happens, factor, 1)`. */
const IF_HAPPENS = operation(
  'choose',
  { kind: 'name', name: 'happens', index: 0 },
  { kind: 'name', name: 'factor', index: 1 },
  { kind: 'constant', value: 1 },
);
