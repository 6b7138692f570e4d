import type {
  Carryover,
  Channel,
  CustomerValue,
  Hours,
  Multiplier,
  Quantity,
  Response,
  Scenario,
  Season,
} from '../../src/domain.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import type { Random } from '../linear/random.ts';
import { certain, lognormal, scenario, uniform } from '../support/scenario.ts';

/**
 * A scenario with a random choice of the model's features: what its parts are like does not matter, only that every
 * feature meets every other. Two assumptions, one computed from the other, stand behind its formulas.
 */
export function randomScenario(random: Random): Scenario {
  const periods = between(random, 1, 5);
  const names = ['alpha', 'beta', 'gamma', 'delta'].slice(0, between(random, 1, 4));
  const segments = some(random, ['young', 'old'], 0.5);
  const roles = some(random, ['sales', 'desk', 'crew'], 0.6);
  const channels = Object.fromEntries(
    names.map((name) => [name, channelOf(random, { name, names, periods, segments, roles })]),
  );
  return scenario(channels, {
    horizon: {
      periods,
      unit: pick(random, ['day', 'week', 'month', 'quarter', 'year']),
      ...(random.chance(0.8) ? { tail: between(random, 0, 4) } : {}),
    },
    assumptions: { common: lognormal(1, 0.2), chained: formula('common * 0.9 + 0.1'), loose: uniform(0.9, 1.1) },
    value: {
      ...valueOf(random),
      orderValue: around(random, 60),
      ...(random.chance(0.5) ? { discountRate: pick(random, [0.05, 0.3, -0.02]) } : {}),
    },
    ...(random.chance(0.4)
      ? { baseline: { customers: around(random, 8), ...maybe(random, 0.5, 'season', () => seasonOf(random)) } }
      : {}),
    ...maybe(random, 0.3, 'season', () => seasonOf(random)),
    segments: Object.fromEntries(
      segments.map((name) => [name, maybe(random, 0.7, 'size', () => around(random, pick(random, [60, 400])))]),
    ),
    resources: Object.fromEntries(
      roles.map((name) => [
        name,
        {
          ...maybe(random, 0.6, 'capacity', () => around(random, pick(random, [0, 5, 30, 200]))),
          ...maybe(random, 0.8, 'hourlyCost', () => around(random, 30)),
        },
      ]),
    ),
    events: Object.fromEntries(
      some(random, ['outage', 'auction'], 0.4).map((name) => [
        name,
        { ...shockOf(random, names, periods), probability: pick(random, [0, 0.3, 0.5, 1]) },
      ]),
    ),
    stresses: { worse: shockOf(random, names, periods) },
  });
}

interface Surroundings {
  readonly name: string;
  readonly names: readonly string[];
  readonly periods: number;
  readonly segments: readonly string[];
  readonly roles: readonly string[];
}

function channelOf(random: Random, { name, names, periods, segments, roles }: Surroundings): Channel {
  const response = responseOf(random);
  const absolute = response.curve === 'table' || response.ceiling !== undefined;
  const bought = absolute ? undefined : pick(random, [...units, undefined]);
  const counts = random.chance(0.5);
  const funnel =
    bought === undefined
      ? counts
        ? [step('lead', 'customer', 0.2)]
        : []
      : bought === 'cpm'
        ? [step('impression', 'click', 0.02), step('click', 'lead', 0.3), step('lead', 'customer', 0.3)]
        : bought === 'cpc'
          ? counts
            ? [step('click', 'lead', 0.4), step('lead', 'trial', 0.5), step('trial', 'customer', 0.4)]
            : [step('click', 'customer', 0.08)]
          : bought === 'cpl'
            ? [step('lead', 'customer', 0.25)]
            : bought === 'flat'
              ? [step('visitor', 'customer', 0.3)]
              : [];
  function step(from: string, to: string, usual: number) {
    return { key: `${from}To${to[0]!.toUpperCase()}${to.slice(1)}`, from, to, rate: rate(random, usual) };
  }
  const countsLeads = funnel.some(({ from }) => from === 'lead');
  const inSegments = some(random, segments, 0.6);
  return {
    ...(bought === undefined && !(absolute && random.chance(0.4)) ? {} : { price: priceOf(random, bought ?? 'cpc') }),
    funnel,
    ...(absolute || bought !== undefined ? {} : { efficiency: around(random, 0.03) }),
    response,
    carryover: carryoverOf(random),
    ...maybe(random, 0.3, 'season', () => seasonOf(random)),
    carryIn: random.chance(0.5) ? [300, 0, 500].slice(between(random, 0, 2)) : [],
    plan: Array.from({ length: periods }, () => (random.chance(0.25) ? 0 : between(random, 1, 900))),
    limits: {},
    value: random.chance(0.5) ? valueOf(random) : {},
    ...maybe(random, 0.4, 'fee', () => rate(random, 0.1)),
    ...maybe(random, 0.4, 'fixedCost', () => around(random, 80)),
    ...maybe(random, 0.4, 'commission', () => rate(random, 0.05)),
    ...(countsLeads ? maybe(random, 0.5, 'costPerLead', () => around(random, 0.5)) : {}),
    ...maybe(random, 0.4, 'costPerCustomer', () => around(random, 3)),
    hours: Object.fromEntries(some(random, roles, 0.5).map((role) => [role, hoursOf(random, countsLeads)])),
    ...(inSegments.length > 0 ? {} : maybe(random, 0.4, 'precision', () => rate(random, 0.7))),
    audience: Object.fromEntries(inSegments.map((segment) => [segment, rate(random, 0.35)])),
    halo: Object.fromEntries(
      some(
        random,
        names.filter((other) => other !== name),
        0.25,
      ).map((to) => [to, rate(random, 0.15)]),
    ),
    ...maybe(random, 0.25, 'delivery', () => ({
      ...maybe(random, 0.7, 'probability', () => pick(random, [0, 0.6, 1])),
      ...maybe(random, 0.6, 'startDelay', () => uniform(0, 2.5)),
    })),
  };
}

const units = ['cpm', 'cpc', 'cpl', 'cpa', 'flat'] as const;
const usualPrice = { cpm: 9, cpc: 1.5, cpl: 6, cpa: 25, flat: 300 } as const;

function priceOf(random: Random, unit: (typeof units)[number]): NonNullable<Channel['price']> {
  return {
    unit,
    amount: around(random, usualPrice[unit]),
    ...(unit === 'flat' ? { buys: around(random, 40) } : {}),
    ...maybe(random, 0.4, 'reference', () => usualPrice[unit] * 1.1),
    ...maybe(random, 0.3, 'season', () => seasonOf(random)),
    ...maybe(random, 0.3, 'inflation', () => pick(random, [0.02, -0.03])),
    ...maybe(random, 0.3, 'tiers', () => [
      { above: 120, discount: 0.1 },
      { above: 480, discount: 0.25 },
    ]),
  };
}

function responseOf(random: Random): Response {
  const curve = pick(random, curves);
  const bare = { curve: curve.name, parameters: curve.parameters(random), points: [], of: 'customers' } as const;
  if (curve.name === 'table') {
    const range = random.chance(0.5);
    const points = [...(random.chance(0.5) ? [[0, 0]] : []), [200, 30], [500, 55], [1200, 80]].map((point) =>
      range ? [...point, point[1]! * 0.7, point[1]! * 1.35] : point,
    );
    const parameters = range || random.chance(0.5) ? {} : { multiplier: around(random, 1) };
    return { ...bare, parameters, points, of: pick(random, ['customers', 'revenue']) };
  }
  if (curve.levels && random.chance(0.3)) {
    return { ...bare, of: pick(random, ['customers', 'revenue']), ceiling: around(random, 40) };
  }
  return { ...bare, ...maybe(random, 0.4, 'observedAt', () => 350) };
}

interface CurveChoice {
  readonly name: string;
  readonly levels: boolean;
  readonly parameters: (random: Random) => Readonly<Record<string, Quantity>>;
}

const curves: readonly CurveChoice[] = [
  { name: 'linear', levels: false, parameters: () => ({}) },
  { name: 'exponential', levels: true, parameters: (random) => ({ scale: around(random, 700) }) },
  { name: 'michaelis-menten', levels: true, parameters: (random) => ({ halfSaturation: around(random, 700) }) },
  { name: 'log', levels: false, parameters: (random) => ({ scale: around(random, 400) }) },
  { name: 'tanh', levels: true, parameters: (random) => ({ scale: around(random, 900) }) },
  {
    name: 'hill',
    levels: true,
    parameters: (random) => ({
      halfSaturation: around(random, 500),
      slope: pick(random, [certain(1), uniform(0.6, 2.5)]),
    }),
  },
  { name: 'power', levels: false, parameters: (random) => ({ exponent: rate(random, 0.6), reference: certain(500) }) },
  { name: 'table', levels: true, parameters: () => ({}) },
];

function carryoverOf(random: Random): Carryover {
  const curve = pick(random, ['none', 'geometric', 'delayed', 'binomial', 'weibull-cdf', 'weibull-pdf'] as const);
  const normalize = random.chance(0.7);
  const lags = between(random, 0, 6);
  const window = curve === 'binomial' || (curve !== 'none' && random.chance(0.5)) ? { lags } : {};
  const retention = rate(random, 0.4);
  switch (curve) {
    case 'none':
      return { curve, parameters: {}, normalize };
    case 'geometric':
      return { curve, parameters: { retention }, normalize, ...window };
    case 'delayed':
      return { curve, parameters: { retention, peak: uniform(0, 2) }, normalize, ...window };
    case 'binomial':
      return { curve, parameters: { persistence: retention }, normalize, ...window };
    default:
      return { curve, parameters: { shape: uniform(0.8, 2), scale: uniform(0.8, 2.5) }, normalize, ...window };
  }
}

function valueOf(random: Random): CustomerValue {
  return {
    ...maybe(random, 0.5, 'orderValue', () => around(random, 45)),
    ...maybe(random, 0.7, 'grossMargin', () => rate(random, 0.6)),
    ...maybe(random, 0.4, 'returns', () => rate(random, 0.1)),
    ...maybe(random, 0.4, 'repeat', () => ({
      rate: rate(random, 0.4),
      every: between(random, 1, 6),
      horizon: between(random, 0, 20),
    })),
    ...maybe(random, 0.4, 'referral', () => ({ rate: rate(random, 0.2), cap: pick(random, [0.1, 1]) })),
    ...maybe(random, 0.4, 'serviceCost', () => around(random, 4)),
  };
}

function hoursOf(random: Random, countsLeads: boolean): Hours {
  return {
    ...maybe(random, 0.5, 'perPeriod', () => around(random, 3)),
    ...maybe(random, 0.4, 'perThousandSpent', () => around(random, 2)),
    ...(countsLeads ? maybe(random, 0.5, 'perLead', () => around(random, 0.3)) : {}),
    ...maybe(random, 0.5, 'perCustomer', () => around(random, 0.6)),
  };
}

function shockOf(random: Random, names: readonly string[], periods: number) {
  const from = between(random, 1, periods);
  const multiply = some(random, ['price', 'demand', 'value'] as const, 0.6).flatMap((what): Multiplier[] =>
    some(random, [...names, '*'], 0.4).map((channel) => ({ channel, what, factor: around(random, 1.2) })),
  );
  return {
    ...maybe(random, 0.7, 'from', () => from),
    ...maybe(random, 0.6, 'to', () => between(random, from, periods)),
    multiply,
    switchOff: some(random, names, 0.2),
  };
}

function seasonOf(random: Random): Season {
  if (random.chance(0.5)) return { kind: 'list', values: pick(random, [[1.2], [1, 0.7], [0.9, 1.1, 1.3, 1, 0.8]]) };
  const text = '1 + 0.3 * sin(t) + t / (10 * T)';
  return { kind: 'formula', text, expression: expressionOf(text) };
}

/** A positive number: certain, uncertain, or computed. */
function around(random: Random, usual: number): Quantity {
  if (usual === 0) return certain(0);
  return pick(random, [
    certain(usual),
    uniform(0.7 * usual, 1.4 * usual),
    lognormal(usual, 0.25),
    formula(`${usual} * common`),
    formula(`${usual} * chained / loose`),
  ]);
}

/** A share below 1. */
function rate(random: Random, usual: number): Quantity {
  return pick(random, [certain(usual), uniform(0.8 * usual, 1.2 * usual), formula(`${usual} * loose`)]);
}

function formula(text: string): Quantity {
  return { kind: 'formula', text: `= ${text}`, expression: expressionOf(text) };
}

function expressionOf(text: string) {
  const reading = parseFormula(text);
  if (!reading.ok) throw new Error(reading.message);
  return reading.expression;
}

function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[random.below(choices.length)]!;
}

/** A whole number from one to another, both included. */
function between(random: Random, least: number, most: number): number {
  return least + random.below(most - least + 1);
}

function some<T>(random: Random, things: readonly T[], probability: number): T[] {
  return things.filter(() => random.chance(probability));
}

/** The field with what `make` makes, or nothing. */
function maybe<K extends string, T>(random: Random, probability: number, field: K, make: () => T) {
  return (random.chance(probability) ? { [field]: make() } : {}) as { readonly [name in K]?: T };
}
