import type { Channel, Quantity, Scenario } from '../../src/domain.ts';
import type { Distribution } from '../../src/families/distribution.ts';

/** A certain number. */
export function certain(value: number): Quantity {
  return { kind: 'constant', text: String(value), value };
}

/** An uncertain number with this distribution. */
export function uncertain(distribution: Distribution): Quantity {
  return { kind: 'uncertain', text: distribution.family, distribution };
}

/** Lognormal by median and standard deviation of the logarithm. */
export function lognormal(median: number, sigma: number): Quantity {
  return uncertain({ family: 'lognormal', parameters: { mu: Math.log(median), sigma } });
}

/** Uniform between two numbers. */
export function uniform(low: number, high: number): Quantity {
  return uncertain({ family: 'uniform', parameters: { low, high } });
}

/** A channel that brings one customer per unit of currency, without limit, unless said otherwise. */
export function channel(own: Partial<Channel> = {}): Channel {
  return {
    funnel: [],
    efficiency: certain(1),
    response: { curve: 'linear', parameters: {}, points: [], of: 'customers' },
    carryover: { curve: 'none', parameters: {}, normalize: true },
    carryIn: [],
    plan: [0],
    limits: {},
    value: {},
    hours: {},
    audience: {},
    halo: {},
    ...own,
  };
}

/** One customer is worth one unit of currency unless said otherwise. */
export function scenario(channels: Readonly<Record<string, Channel>>, own: Partial<Scenario> = {}): Scenario {
  return {
    apportion: 1,
    name: 'test',
    currency: 'EUR',
    horizon: { periods: 1, unit: 'week' },
    budget: { flexible: true },
    assumptions: {},
    currencies: {},
    value: { orderValue: certain(1) },
    channels,
    segments: {},
    groups: {},
    ratios: {},
    resources: {},
    correlations: [],
    events: {},
    stresses: {},
    metrics: {},
    targets: [],
    goal: { maximize: 'profit' },
    ...own,
  };
}
