import type { Channel, Goal, Quantity, Scenario, Target } from '../../src/domain.ts';
import { certain, uncertain } from '../support/scenario.ts';

/** The same world with money counted in another currency, of which one unit of the old buys `rate`. */
export function inCurrency(of: Scenario, rate: number): Scenario {
  const { total, atMost, perPeriod } = of.budget;
  return {
    ...of,
    goal: goalInCurrency(of.goal, rate),
    targets: of.targets.map((target) => targetInCurrency(target, rate)),
    value: { orderValue: times(of.value.orderValue!, rate) },
    budget: {
      ...(total === undefined ? {} : { total: total * rate }),
      ...(atMost === undefined ? {} : { atMost: atMost * rate }),
      ...(perPeriod === undefined ? {} : { perPeriod: (perPeriod as readonly number[]).map((money) => money * rate) }),
    },
    channels: Object.fromEntries(
      Object.entries(of.channels).map(([name, own]) => [name, channelInCurrency(own, rate)]),
    ),
    groups: Object.fromEntries(
      Object.entries(of.groups).map(([name, { channels, total: all, perPeriod: each, share }]) => [
        name,
        {
          channels,
          ...(all === undefined ? {} : { total: rangeTimes(all, rate) }),
          ...(each === undefined ? {} : { perPeriod: rangeTimes(each, rate) }),
          ...(share === undefined ? {} : { share }),
        },
      ]),
    ),
  };
}

/** A customer who counts as so much money counts as more of the smaller unit. */
function goalInCurrency(goal: Goal, rate: number): Goal {
  const ofMoney = goal.maximize !== 'customers';
  const { customers } = goal.plus ?? {};
  return {
    ...goal,
    ...(goal.risk?.atLeast === undefined
      ? {}
      : { risk: { ...goal.risk, atLeast: goal.risk.atLeast * (ofMoney ? rate : 1) } }),
    ...(customers === undefined ? {} : { plus: { customers: customers * rate } }),
  };
}

function targetInCurrency(target: Target, rate: number): Target {
  const factor = ['profit', 'revenue', 'margin', 'spend', 'cost', 'cacCash', 'cacFull'].includes(target.metric)
    ? rate
    : 1;
  return {
    ...target,
    ...(target.atLeast === undefined ? {} : { atLeast: target.atLeast * factor }),
    ...(target.atMost === undefined ? {} : { atMost: target.atMost * factor }),
  };
}

function channelInCurrency(own: Channel, rate: number): Channel {
  const { min, max, total, ...relative } = own.limits;
  return {
    ...own,
    efficiency: times(own.efficiency!, 1 / rate),
    response: {
      ...own.response,
      parameters: Object.fromEntries(
        Object.entries(own.response.parameters).map(([name, quantity]) => [
          name,
          name === 'exponent' ? quantity : times(quantity, rate),
        ]),
      ),
    },
    plan: own.plan.map((amount) => amount * rate),
    limits: {
      ...relative,
      ...(min === undefined ? {} : { min: (min as number) * rate }),
      ...(max === undefined ? {} : { max: (max as number) * rate }),
      ...(total === undefined ? {} : { total: rangeTimes(total, rate) }),
    },
    ...(own.fixedCost === undefined ? {} : { fixedCost: times(own.fixedCost, rate) }),
  };
}

function rangeTimes(range: { readonly min?: number; readonly max?: number }, rate: number) {
  return {
    ...(range.min === undefined ? {} : { min: range.min * rate }),
    ...(range.max === undefined ? {} : { max: range.max * rate }),
  };
}

function times(quantity: Quantity, factor: number): Quantity {
  if (quantity.kind === 'constant') return certain(quantity.value * factor);
  if (quantity.kind !== 'uncertain') throw new Error(`no random scenario has a ${quantity.kind}`);
  const { family, parameters } = quantity.distribution;
  if (family === 'lognormal') {
    const { mu, sigma } = parameters as { readonly mu: number; readonly sigma: number };
    return uncertain({ family, parameters: { mu: mu + Math.log(factor), sigma } });
  }
  const { low, high } = parameters as { readonly low: number; readonly high: number };
  return uncertain({ family, parameters: { low: low * factor, high: high * factor } });
}
