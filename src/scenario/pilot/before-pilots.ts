import type { Channel, Quantity, Scenario } from '../../domain.ts';

/** The scenario as it was believed before its pilots. */
export function beforePilots(scenario: Scenario): Scenario {
  return {
    ...scenario,
    channels: Object.fromEntries(
      Object.entries(scenario.channels).map(([name, channel]) => [name, channelBefore(channel)]),
    ),
  };
}

function channelBefore(whole: Channel): Channel {
  const { pilot: _pilot, ...channel } = whole;
  const { price, efficiency } = channel;
  return {
    ...channel,
    funnel: channel.funnel.map((step) => ({ ...step, rate: before(step.rate) })),
    ...(price === undefined ? {} : { price: { ...price, amount: before(price.amount) } }),
    ...(efficiency === undefined ? {} : { efficiency: before(efficiency) }),
  };
}

function before(quantity: Quantity): Quantity {
  if (quantity.kind !== 'uncertain' || quantity.learned === undefined) return quantity;
  const { learned, ...rest } = quantity;
  return { ...rest, distribution: learned.before };
}
