import type { Channel, ChannelModel, Scenario, Source } from '../../domain.ts';
import { responses } from '../../responses/table.ts';
import type { Quantity } from '../quantity/types.ts';
import { carryoverModel, reachOf } from './carryover.ts';
import type { Exchange } from './exchange.ts';
import type { Registry } from './registry.ts';
import { responseModel } from './response.ts';
import { seasonIndex } from './season.ts';
import { valueModel } from './value.ts';

const ZERO: Source = { constant: 0 };
const ONE: Source = { constant: 1 };

/** One channel of the model; `tail` is the scenario's. Channels, segments and resources are referred to by index. */
export function channelModel(
  scenario: Scenario,
  name: string,
  tail: number,
  exchange: Exchange,
  registry: Registry,
  notes: string[],
): ChannelModel {
  const channel = scenario.channels[name]!;
  const at = `channels.${name}`;
  const { periods } = scenario.horizon;
  const optional = (path: string, quantity: Quantity | undefined, otherwise: Source) =>
    quantity === undefined ? otherwise : registry.source(`${at}.${path}`, quantity);
  const names = Object.keys(scenario.channels);
  const segments = Object.keys(scenario.segments);
  const resources = Object.keys(scenario.resources);

  const paid = (path: 'fixedCost' | 'costPerLead' | 'costPerCustomer') =>
    exchange.converted(`${at}.${path}`, optional(path, channel[path], ZERO));
  const bought = buying(channel, at, exchange, registry);
  const funnel = channel.funnel.map((step) => registry.source(`${at}.funnel.${step.key}`, step.rate));
  const firstAfterLead = channel.funnel.findIndex((step) => step.from === 'lead');
  const countsLeads = firstAfterLead >= 0;
  const absolute = responses[channel.response.curve]!.quotes === 'absolute' || channel.response.ceiling !== undefined;
  const inflation = channel.price?.inflation ?? 0;
  const priceIndex = seasonIndex(channel.price?.season, periods, periods);
  let growth = 1;
  const priceFactor = priceIndex.map((index) => {
    const factor = 1 / (index * growth);
    growth *= 1 + inflation;
    return factor;
  });

  return {
    name,
    ...(bought.price === undefined ? {} : { price: bought.price }),
    priceFactor,
    tiers: (channel.price?.tiers ?? []).map(({ above, discount }) => ({ above, factor: 1 / (1 - discount) })),
    efficiency: absolute
      ? []
      : channel.efficiency === undefined
        ? [...bought.efficiency, ...funnel]
        : [registry.source(`${at}.efficiency`, channel.efficiency)],
    unitsPerCurrency: absolute
      ? 1
      : channel.efficiency !== undefined
        ? 1 / exchange.reference
        : bought.unitsPerCurrency,
    response: responseModel(channel, name, registry, notes),
    ...carryoverModel(channel, name, registry),
    demand: seasonIndex(channel.season ?? scenario.season, periods, periods + tail),
    carryIn: Float64Array.from(channel.carryIn),
    tail: Math.min(tail, reachOf(channel, name, registry)),
    plan: Float64Array.from(channel.plan),
    leadToCustomer: countsLeads ? funnel.slice(firstAfterLead) : [],
    countsLeads,
    value: valueModel(scenario, channel.value, `${at}.value`, registry),
    fee: optional('fee', channel.fee, ZERO),
    fixedCost: paid('fixedCost'),
    commission: optional('commission', channel.commission, ZERO),
    costPerLead: paid('costPerLead'),
    costPerCustomer: paid('costPerCustomer'),
    hours: Object.entries(channel.hours).map(([role, hours]) => ({
      resource: resources.indexOf(role),
      perPeriod: optional(`hours.${role}.perPeriod`, hours.perPeriod, ZERO),
      perThousandSpent: optional(`hours.${role}.perThousandSpent`, hours.perThousandSpent, ZERO),
      perLead: optional(`hours.${role}.perLead`, hours.perLead, ZERO),
      perCustomer: optional(`hours.${role}.perCustomer`, hours.perCustomer, ZERO),
    })),
    precision: optional('precision', channel.precision, ONE),
    audience: Object.entries(channel.audience).map(([segment, share]) => ({
      segment: segments.indexOf(segment),
      share: registry.source(`${at}.audience.${segment}`, share),
    })),
    halo: Object.entries(channel.halo).map(([to, share]) => ({
      to: names.indexOf(to),
      share: registry.source(`${at}.halo.${to}`, share),
    })),
    delivery: {
      delivers: registry.chance(`${at}.delivery.probability`, channel.delivery?.probability ?? 1),
      startDelay: optional('delivery.startDelay', channel.delivery?.startDelay, ZERO),
    },
    ...(channel.satisfaction === undefined ? {} : { satisfaction: channel.satisfaction.mean }),
  };
}

/** How money becomes the first stage of the funnel: units per unit of currency at the reference price. */
function buying({ price, currency }: Channel, at: string, exchange: Exchange, registry: Registry) {
  const { rate, reference: atRate, converted } = exchange;
  if (price === undefined) {
    return {
      // What is bought in another currency has a price in this one: the rate.
      price: currency === undefined ? undefined : { amount: rate, reference: atRate },
      unitsPerCurrency: 1,
      efficiency: [],
    };
  }
  const path = `${at}.price.${price.unit}`;
  const quoted = registry.source(path, price.amount);
  const reference = (price.reference ?? registry.quoted(quoted)) * atRate;
  return {
    price: { amount: converted(path, quoted), reference },
    unitsPerCurrency: (price.unit === 'cpm' ? 1000 : 1) / reference,
    efficiency: price.buys === undefined ? [] : [registry.source(`${at}.price.buys`, price.buys)],
  };
}
