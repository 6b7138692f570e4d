import { isAbsolute, unitsGiven } from '../bought.ts';
import { listed, type Fault } from '../fault.ts';
import { overlap } from '../path.ts';
import { priceUnits } from '../schema/price.ts';
import { channelsOf, error, shown, warning, type Facts } from './rule.ts';

/** A price is of one kind, and only a flat one needs to say what it buys. */
export function* oneKindOfPrice({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    if (channel.price === undefined) continue;
    const [unit, second] = unitsGiven(channel);
    if (unit === undefined) {
      yield error([...at, 'price'], 'does not say what is charged', { advice: `Give one of ${listed(priceUnits)}.` });
    } else if (second !== undefined) {
      yield error([...at, 'price', second], `is given together with \`${unit}\``, { advice: 'Keep one of them.' });
    } else if (unit === 'flat' && channel.price.buys === undefined) {
      const advice = 'Add `buys`: how many of the first stage of the funnel one flat price buys.';
      yield error([...at, 'price'], 'does not say what the flat price buys', { advice });
    } else if (unit !== 'flat' && channel.price.buys !== undefined) {
      const advice = `Remove it: \`${unit}\` says what is bought.`;
      yield error([...at, 'price', 'buys'], 'belongs to a `flat` price only', { advice });
    }
  }
}

/** Each tier begins above the one before. */
export function* tiersRise({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const tiers = channel.price?.tiers ?? [];
    for (const [place, { above }] of tiers.entries()) {
      const before = tiers[place - 1]?.above;
      if (before === undefined || above > before) continue;
      const message = `must be more than ${shown(before)}, where the tier before it begins, got ${shown(above)}`;
      yield error([...at, 'price', 'tiers', place, 'above'], message);
    }
  }
}

/** It is known, in one way, how many customers money brings. */
export function* customersPerMoneyIsKnown({ file, leftOut }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const absolute = isAbsolute(channel);
    if (absolute && channel.efficiency !== undefined) {
      const advice = 'Remove it, or choose a curve that is quoted by its efficiency.';
      yield error([...at, 'efficiency'], 'is not used: the response says itself what it brings', { advice });
    } else if (!absolute && channel.efficiency === undefined && channel.price === undefined) {
      if (leftOut.some((path) => ['efficiency', 'response'].some((field) => overlap(path, [...at, field])))) continue;
      const advice =
        'Give `price` and `funnel`, or `efficiency` (customers per unit of currency), or a response that says itself what it brings.';
      yield error([...at, 'price'], 'is missing: what does money buy here?', { advice });
    } else if (
      channel.efficiency !== undefined &&
      channel.price !== undefined &&
      channel.price.reference === undefined
    ) {
      const advice = 'Give `reference`, the price at which the efficiency holds, or remove `price` or `efficiency`.';
      const message =
        'only scales what money buys here, since `efficiency` says how many customers that is; it is taken to hold at the median price';
      yield warning([...at, 'price'], message, { advice });
    }
  }
}
