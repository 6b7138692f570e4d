import type { Quantity, Scenario } from '../../src/domain.ts';
import type { Distribution } from '../../src/families/distribution.ts';
import { certain, channel, lognormal, scenario, uncertain, uniform } from './scenario.ts';

/** A rate that was believed between two numbers, and then counted. */
function afterPilot(low: number, high: number, successes: number, trials: number): Quantity {
  const before: Distribution = { family: 'uniform', parameters: { low, high } };
  return uncertain({ ...before, observed: { kind: 'counted', successes, trials } });
}

/** A scenario in which every feature of the model is at work at once. */
export function everything(own: Partial<Scenario> = {}): Scenario {
  const { efficiency: _, ...bare } = channel();
  return scenario(
    {
      search: {
        ...bare,
        price: {
          unit: 'cpc',
          amount: lognormal(1.5, 0.2),
          season: { kind: 'list', values: [1, 1.2, 0.9] },
          inflation: 0.01,
          tiers: [
            { above: 250, discount: 0.1 },
            { above: 600, discount: 0.25 },
          ],
        },
        funnel: [
          { key: 'clickToLead', from: 'click', to: 'lead', rate: uniform(0.2, 0.4) },
          { key: 'leadToCustomer', from: 'lead', to: 'customer', rate: uniform(0.1, 0.2) },
        ],
        response: {
          curve: 'exponential',
          parameters: { scale: lognormal(900, 0.3) },
          points: [],
          of: 'customers',
        },
        carryover: { curve: 'geometric', parameters: { retention: uniform(0.1, 0.5) }, normalize: true },
        carryIn: [300, 500],
        plan: [400, 0, 700, 200],
        fee: uniform(0.05, 0.15),
        fixedCost: uniform(50, 100),
        costPerLead: certain(0.5),
        hours: { sales: { perLead: uniform(0.1, 0.3), perPeriod: certain(2), perThousandSpent: certain(3) } },
        audience: { young: uniform(0.3, 0.5), old: certain(0.2) },
        halo: { store: uniform(0.1, 0.2) },
        value: { repeat: { rate: uniform(0.3, 0.5), every: 2, horizon: 9 } },
      },
      social: {
        ...bare,
        price: { unit: 'cpm', amount: lognormal(8, 0.3), reference: 7 },
        funnel: [
          { key: 'impressionToClick', from: 'impression', to: 'click', rate: uniform(0.01, 0.02) },
          { key: 'clickToLead', from: 'click', to: 'lead', rate: afterPilot(0.1, 0.3, 40, 210) },
          { key: 'leadToCustomer', from: 'lead', to: 'customer', rate: uniform(0.2, 0.3) },
        ],
        pilot: { spend: 300, periods: 1, clicks: 210, leads: 40 },
        response: {
          curve: 'michaelis-menten',
          parameters: { halfSaturation: lognormal(800, 0.3) },
          points: [],
          of: 'customers',
          observedAt: 400,
        },
        carryover: {
          curve: 'delayed',
          parameters: { retention: uniform(0.2, 0.6), peak: certain(1) },
          lags: 3,
          normalize: false,
        },
        season: { kind: 'list', values: [1, 0.8, 1.3, 1] },
        plan: [300, 300, 500, 100],
        commission: uniform(0.02, 0.08),
        costPerCustomer: certain(3),
        hours: { sales: { perLead: uniform(0.2, 0.4), perCustomer: certain(0.2) } },
        audience: { young: uniform(0.5, 0.7) },
        delivery: { probability: 0.9, startDelay: uniform(0, 1.5) },
        value: { returns: uniform(0.05, 0.15) },
      },
      store: {
        ...bare,
        efficiency: uniform(0.02, 0.04),
        response: {
          curve: 'tanh',
          parameters: { scale: lognormal(1500, 0.2) },
          points: [],
          of: 'customers',
        },
        plan: [250, 250, 250, 250],
        precision: uniform(0.6, 0.8),
      },
      tv: {
        ...bare,
        response: {
          curve: 'table',
          parameters: { multiplier: lognormal(1, 0.2) },
          points: [
            [0, 0],
            [200, 900],
            [500, 1700],
            [1200, 2400],
          ],
          of: 'revenue',
        },
        plan: [600, 100, 0, 300],
      },
    },
    {
      horizon: { periods: 4, unit: 'month', tail: 3 },
      value: {
        orderValue: lognormal(60, 0.2),
        grossMargin: uniform(0.5, 0.7),
        referral: { rate: uniform(0.05, 0.2), cap: 0.2 },
        serviceCost: certain(1),
        discountRate: 0.1,
      },
      baseline: { customers: uniform(5, 9), season: { kind: 'list', values: [1, 2] } },
      segments: { young: { size: uniform(100, 200) }, old: { size: certain(80) } },
      resources: { sales: { capacity: uniform(20, 40), hourlyCost: certain(30) } },
      correlations: [{ of: ['channels.search.price.cpc', 'channels.social.price.cpm'], rank: 0.5 }],
      events: {
        outage: { probability: 0.2, from: 2, to: 3, multiply: [], switchOff: ['social'] },
        auction: {
          probability: 0.5,
          from: 3,
          to: 4,
          multiply: [
            { channel: '*', what: 'price', factor: uniform(1.1, 1.5) },
            { channel: 'search', what: 'demand', factor: certain(0.8) },
            { channel: 'store', what: 'value', factor: certain(0.9) },
          ],
          switchOff: [],
        },
      },
      ...own,
    },
  );
}

/** The same without people in limited supply, whose service has kinks. */
export function everythingSmooth(): Scenario {
  const full = everything();
  return { ...full, resources: { sales: { hourlyCost: certain(30) } } };
}

/** The scenario without what channels do to each other: neither halo nor shared segments nor people in limited supply. */
export function apart(scenario: Scenario): Scenario {
  return {
    ...scenario,
    channels: Object.fromEntries(
      Object.entries(scenario.channels).map(([name, channel]) => [name, { ...channel, halo: {}, audience: {} }]),
    ),
    resources: Object.fromEntries(
      Object.entries(scenario.resources).map(([name, { hourlyCost = certain(0) }]) => [name, { hourlyCost }]),
    ),
  };
}
