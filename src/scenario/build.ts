import type { Carryover, Channel, ChannelLimits, Goal, Price, Response, RiskWish, Scenario, Shock } from '../domain.ts';
import { carryovers } from '../carryover/table.ts';
import { responses } from '../responses/table.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { firstStageOf, unitsGiven } from './bought.ts';
import { chainOf } from './chain.ts';
import type { ChannelFields } from './check/rule.ts';
import { weightsOf } from './check/goals.ts';
import { correlationsByPath } from './correlated.ts';
import type { Quantity } from './quantity/types.ts';
import type { Located } from './schema/read.ts';
import type { ScenarioFile } from './schema/scenario.ts';
import { shockTarget } from './schema/shocks.ts';
import { windowOf } from './window.ts';

/** A checked file as the scenario it tells, with everything it leaves to the program filled in. */
export function build(file: ScenarioFile, numbers: readonly Located[]): Scenario {
  const { horizon, channels, goal, events, stresses, ...rest } = file;
  return {
    ...rest,
    apportion: 1,
    horizon: { unit: 'week', ...horizon },
    assumptions: file.assumptions ?? {},
    currencies: file.currencies ?? {},
    value: file.value ?? {},
    channels: mapValues(channels, (channel) => channelOf(channel, horizon)),
    segments: file.segments ?? {},
    groups: file.groups ?? {},
    ratios: mapValues(file.ratios ?? {}, (ratio) => ({ perPeriod: false, ...ratio })),
    resources: file.resources ?? {},
    correlations: correlationsByPath(file, numbers),
    events: mapValues(events ?? {}, (event) => ({ ...shockOf(event), probability: event.probability })),
    stresses: mapValues(stresses ?? {}, shockOf),
    metrics: file.metrics ?? {},
    targets: file.targets ?? [],
    goal: goalOf(goal ?? {}, Object.keys(stresses ?? {})),
  };
}

/** In a mix, the figure that counts 1 (else the first) is what plans are compared by, and others count in units of it. */
function goalOf(fields: NonNullable<ScenarioFile['goal']>, stresses: readonly string[]): Goal {
  const { maximize: wanted = 'profit', risk, worstOf, ...rest } = fields;
  const weights = weightsOf(wanted);
  const [maximize, one] = weights.find(([, weight]) => weight === 1) ?? weights[0]!;
  const others = weights.filter(([metric]) => metric !== maximize);
  return {
    ...rest,
    maximize,
    ...(others.length === 0
      ? {}
      : { plus: Object.fromEntries(others.map(([metric, weight]) => [metric, weight / one])) }),
    ...(risk === undefined ? {} : { risk: riskOf(risk) }),
    ...(worstOf === undefined ? {} : { worstOf: worstOf === 'all' ? stresses : worstOf }),
  };
}

function riskOf({ of, ...risk }: NonNullable<NonNullable<ScenarioFile['goal']>['risk']>): RiskWish {
  return of === 'gain' ? { ...risk, of: 'gain over today' } : risk;
}

function channelOf(fields: ChannelFields, horizon: ScenarioFile['horizon']): Channel {
  const { off = false, ...channel } = fields;
  // Whatever else the file says of its spend waits until it is switched on again.
  if (off) return channelOf({ ...channel, plan: 0, carryIn: [], limits: { fixed: 0 } }, horizon);
  const { price, funnel = {}, response, carryover, limits = {}, plan = 0, ...rest } = channel;
  const { steps } = chainOf(Object.keys(funnel), firstStageOf(channel));
  const [unit] = unitsGiven(channel);
  return {
    ...rest,
    ...(price === undefined || unit === undefined ? {} : { price: priceOf(price, unit) }),
    funnel: steps.map((step) => ({ ...step, rate: funnel[step.key]! })),
    response: responseOf(response ?? { curve: 'linear' }),
    carryover: carryoverOf(carryover ?? { curve: 'none' }),
    carryIn: channel.carryIn ?? [],
    plan: typeof plan === 'number' ? Array.from({ length: horizon.periods }, () => plan) : plan,
    limits: limitsOf(limits, horizon),
    value: channel.value ?? {},
    hours: channel.hours ?? {},
    audience: channel.audience ?? {},
    halo: channel.halo ?? {},
  };
}

function limitsOf(
  { dark, only, ...others }: NonNullable<ChannelFields['limits']>,
  horizon: ScenarioFile['horizon'],
): ChannelLimits {
  return {
    ...others,
    ...(dark === undefined ? {} : { dark: dark.map((span) => windowOf(span, horizon)) }),
    ...(only === undefined ? {} : { only: windowOf(only, horizon) }),
  };
}

function priceOf(price: NonNullable<ChannelFields['price']>, unit: Price['unit']): Price {
  const { cpm: _cpm, cpc: _cpc, cpl: _cpl, cpa: _cpa, flat: _flat, ...rest } = price;
  return { ...rest, unit, amount: price[unit]! };
}

function responseOf(fields: NonNullable<ChannelFields['response']>): Response {
  const { curve, points = [], of = 'customers', observedAt, ceiling } = fields;
  return {
    curve,
    parameters: parametersOf(fields, responses[curve]!.parameters),
    points,
    of,
    ...(observedAt === undefined ? {} : { observedAt }),
    ...(ceiling === undefined ? {} : { ceiling }),
  };
}

function carryoverOf(fields: NonNullable<ChannelFields['carryover']>): Carryover {
  const { curve, lags, normalize = true } = fields;
  const parameters = parametersOf(fields, carryovers[curve]!.parameters);
  return { curve, parameters, normalize, ...(lags === undefined ? {} : { lags }) };
}

/** The parameters of a family, which stand beside the other fields; those left out have a standard value. */
function parametersOf(fields: object, specs: readonly ParameterSpec[]): Readonly<Record<string, Quantity>> {
  const given = fields as Readonly<Record<string, Quantity>>;
  return Object.fromEntries(
    specs.filter(({ name }) => Object.hasOwn(given, name)).map(({ name }) => [name, given[name]!]),
  );
}

function shockOf(shock: NonNullable<ScenarioFile['stresses']>[string]): Shock {
  const { label, from, to, multiply = {}, switchOff = [] } = shock;
  return {
    ...(label === undefined ? {} : { label }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    multiply: Object.entries(multiply).map(([key, factor]) => ({ ...shockTarget(key)!, factor })),
    switchOff,
  };
}

function mapValues<A, B>(map: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
