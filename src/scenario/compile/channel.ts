import type { Channel, ChannelModel, Scenario, Source } from '../../domain.ts';
import { carryovers } from '../../carryover/table.ts';
import { metalogFromMeanAndInterval } from '../../distributions/elicit.ts';
import type { ParameterSpec } from '../../families.ts';
import { responses } from '../../responses/table.ts';
import { bandedPoint } from '../band.ts';
import type { Quantity } from '../quantity/types.ts';
import { chance } from './chance.ts';
import type { Registry } from './registry.ts';
import { seasonIndex } from './season.ts';
import { valueModel } from './value.ts';

const ZERO: Source = { constant: 0 };
const ONE: Source = { constant: 1 };

/** A share of 0.1 % of the effect may be left when the tail ends. */
const TAIL_SHARE = 1e-3;
/** The tail never makes a run more than about three times as long as a plan of a year in weeks. */
const LONGEST_TAIL = 104;

/** Periods after the plan's end in which the channel's carry-over still works. */
export function tailOf(channel: Channel, name: string, registry: Registry): number {
  const family = carryovers[channel.carryover.curve]!;
  const sources = parameterSources(
    `channels.${name}.carryover`,
    family.parameters,
    channel.carryover.parameters,
    registry,
  );
  const reach = [0.05, 0.5, 0.95].map((p) =>
    family.reach(
      sources.map((source) => registry.quantileOf(source, p)),
      TAIL_SHARE,
    ),
  );
  return Math.min(LONGEST_TAIL, channel.carryover.lags ?? Infinity, Math.ceil(Math.max(...reach)));
}

/** One channel of the model; `tail` is the scenario's. Channels, segments and resources are referred to by index. */
export function channelModel(
  scenario: Scenario,
  name: string,
  tail: number,
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

  const reach = tailOf(channel, name, registry);
  const bought = buying(channel, at, registry);
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
    efficiency: absolute
      ? []
      : channel.efficiency === undefined
        ? [...bought.efficiency, ...funnel]
        : [registry.source(`${at}.efficiency`, channel.efficiency)],
    unitsPerCurrency: absolute || channel.efficiency !== undefined ? 1 : bought.unitsPerCurrency,
    response: responseModel(channel, name, registry, notes),
    carryover: {
      family: channel.carryover.curve,
      parameters: parameterSources(
        `${at}.carryover`,
        carryovers[channel.carryover.curve]!.parameters,
        channel.carryover.parameters,
        registry,
      ),
      normalize: channel.carryover.normalize,
      ...longestLag(channel, name, registry),
    },
    demand: seasonIndex(channel.season ?? scenario.season, periods, periods + tail),
    carryIn: Float64Array.from(channel.carryIn),
    lasting: reach > 0,
    tail: Math.min(tail, reach),
    plan: Float64Array.from(channel.plan),
    leadToCustomer: countsLeads ? funnel.slice(firstAfterLead) : [],
    countsLeads,
    value: valueModel(scenario, channel.value, `${at}.value`, registry),
    fee: optional('fee', channel.fee, ZERO),
    fixedCost: optional('fixedCost', channel.fixedCost, ZERO),
    commission: optional('commission', channel.commission, ZERO),
    costPerLead: optional('costPerLead', channel.costPerLead, ZERO),
    costPerCustomer: optional('costPerCustomer', channel.costPerCustomer, ZERO),
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
      delivers:
        channel.delivery?.probability === undefined || channel.delivery.probability === 1
          ? ONE
          : registry.uncertain(
              `${at}.delivery.probability`,
              `${channel.delivery.probability}`,
              chance(channel.delivery.probability),
            ),
      startDelay: optional('delivery.startDelay', channel.delivery?.startDelay, ZERO),
    },
  };
}

/** Only a carry-over that fades at a constant rate can do without a longest lag. */
function longestLag(channel: Channel, name: string, registry: Registry): { readonly lags?: number } {
  const { lags, curve } = channel.carryover;
  if (lags !== undefined) return { lags };
  return carryovers[curve]!.retention === undefined ? { lags: tailOf(channel, name, registry) } : {};
}

/** How money becomes the first stage of the funnel: units per unit of currency at the reference price. */
function buying(channel: Channel, at: string, registry: Registry) {
  const { price } = channel;
  if (price === undefined) return { price: undefined, unitsPerCurrency: 1, efficiency: [] };
  const amount = registry.source(`${at}.price.${price.unit}`, price.amount);
  const reference = price.reference ?? registry.median(amount);
  return {
    price: { amount, reference },
    unitsPerCurrency: (price.unit === 'cpm' ? 1000 : 1) / reference,
    efficiency: price.buys === undefined ? [] : [registry.source(`${at}.price.buys`, price.buys)],
  };
}

function responseModel(channel: Channel, name: string, registry: Registry, notes: string[]): ChannelModel['response'] {
  const { response } = channel;
  const at = `channels.${name}.response`;
  const band = response.points.some((point) => point.length > 2);
  const given = band ? { ...response.parameters, multiplier: heightOf(channel, name, notes) } : response.parameters;
  return {
    family: response.curve,
    parameters: parameterSources(at, responses[response.curve]!.parameters, given, registry),
    points: response.points.map((point) => point.slice(0, 2)),
    of: response.of,
    ...(response.observedAt === undefined ? {} : { observedAt: response.observedAt }),
    ...(response.ceiling === undefined ? {} : { ceiling: registry.source(`${at}.ceiling`, response.ceiling) }),
  };
}

/**
 * The uncertain height of a tabulated curve with a 90 % band: one factor per draw for the whole curve, with mean 1 and
 * the band's ends at the point nearest today's spend.
 */
function heightOf(channel: Channel, name: string, notes: string[]): Quantity {
  const { spend, response: middle, low, high } = bandedPoint(channel.response.points, channel.plan)!;
  const fitted = metalogFromMeanAndInterval(1, low / middle, high / middle, { low: 0 });
  if (!fitted.ok)
    throw new Error(`band of channels.${name}.response: ${fitted.why}, which the reader should have refused`);
  const banded = channel.response.points.filter((point) => point.length === 4 && point[1]! > 0);
  const widest = Math.max(...banded.map((point) => Math.abs(point[3]! / point[1]! - high / middle)));
  notes.push(
    `${name}: the curve's 90 % band is taken at ${spend} as one factor for the whole curve; elsewhere the file's upper ` +
      `end differs from it by up to ${(widest * 100).toFixed(1)} % of the curve.`,
  );
  const text = `90 % band at spend ${spend}`;
  return { kind: 'uncertain', text, distribution: fitted.distribution };
}

function parameterSources(
  at: string,
  specs: readonly ParameterSpec[],
  given: Readonly<Record<string, Quantity>>,
  registry: Registry,
): Source[] {
  return specs.map((spec) => {
    const quantity = given[spec.name];
    if (quantity !== undefined) return registry.source(`${at}.${spec.name}`, quantity);
    if (spec.standard === undefined)
      throw new Error(`${at}.${spec.name} is missing, which the reader should have refused`);
    return { constant: spec.standard };
  });
}
