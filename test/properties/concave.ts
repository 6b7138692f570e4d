import * as fc from 'fast-check';
import type { Channel, ChannelLimits, Goal, Group, Quantity, Scenario } from '../../src/domain.ts';
import { certain, channel, lognormal, scenario, uniform } from '../support/scenario.ts';

/** What a random scenario may have. */
export interface Wishes {
  readonly channels: readonly [least: number, most: number];
  readonly periods: readonly [least: number, most: number];
  readonly goals: readonly Goal['maximize'][];
  readonly budgets: readonly ('total' | 'atMost' | 'perPeriod')[];
  /** Everything known exactly, so that names and order cannot change the draws. */
  readonly certain?: boolean;
  /** No limits but the budget. */
  readonly noLimits?: boolean;
  readonly noFixedCosts?: boolean;
  readonly noHalo?: boolean;
}

export const MIXED: Wishes = {
  channels: [2, 5],
  periods: [1, 4],
  goals: ['profit', 'customers', 'revenue'],
  budgets: ['total', 'atMost', 'perPeriod'],
};

/** Curves whose returns diminish from the first unit of money on; those of `STRICT` in earnest. */
const STRICT = ['exponential', 'michaelis-menten', 'log', 'tanh', 'power'] as const;
const CURVES = [...STRICT, 'linear'] as const;
type Curve = (typeof CURVES)[number];

interface Shape {
  readonly curve: Curve;
  /** Customers per unit of currency for the first (or average) money; a customer is worth one. */
  readonly efficiency: number;
  readonly scale: number;
  readonly exponent: number;
  readonly spread: number;
  readonly carryover: 'none' | 'geometric' | 'delayed';
  readonly retention: number;
  /** Today's spend by period, first four used. */
  readonly plan: readonly number[];
  readonly limit: 'none' | 'min' | 'max' | 'total' | 'share' | 'maxChange';
  readonly slack: number;
  readonly fixedCost: number;
  readonly halo: number;
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

const shapes: fc.Arbitrary<Shape> = fc.record({
  curve: fc.constantFrom(...CURVES),
  efficiency: between(0.6, 4),
  scale: between(50, 800),
  exponent: between(0.3, 0.8),
  spread: between(0.05, 0.5),
  carryover: fc.constantFrom('none', 'none', 'geometric', 'delayed'),
  retention: between(0.1, 0.7),
  plan: fc.array(between(20, 300), { minLength: 4, maxLength: 4 }),
  limit: fc.constantFrom('none', 'none', 'min', 'max', 'total', 'share', 'maxChange'),
  slack: between(0.05, 0.8),
  fixedCost: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: between(1, 120) }),
  halo: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: between(0.05, 0.4) }),
});

/**
 * Random scenarios with diminishing returns in which today's plan satisfies every limit, so that a plan exists.
 */
export function concaveScenarios(wishes: Wishes): fc.Arbitrary<Scenario> {
  return fc
    .record({
      shapes: fc.array(shapes, { minLength: wishes.channels[0], maxLength: wishes.channels[1] }),
      periods: fc.integer({ min: wishes.periods[0], max: wishes.periods[1] }),
      goal: fc.constantFrom(...wishes.goals),
      budget: fc.constantFrom(...wishes.budgets),
      tail: fc.integer({ min: 0, max: 2 }),
      group: fc.constantFrom('none', 'most', 'least', 'share', 'perPeriod'),
      slack: between(0.05, 0.6),
    })
    .map(({ shapes: all, periods, goal, budget, tail, group, slack }) => {
      const spend = all.map((shape) => shape.plan.slice(0, periods));
      const total = sum(spend.flat());
      const channels = Object.fromEntries(
        all.map((shape, c): [string, Channel] => [
          `c${c}`,
          channelOf(shape, spend[c]!, sum(spend[c]!) / total, c + 1 < all.length ? `c${c + 1}` : undefined, wishes),
        ]),
      );
      const money = {
        total: { total },
        atMost: { atMost: total },
        perPeriod: { perPeriod: Array.from({ length: periods }, (_, t) => sum(spend.map((own) => own[t]!))) },
      };
      return scenario(channels, {
        horizon: { periods, unit: 'week', tail: periods === 1 ? 0 : tail },
        budget: money[budget],
        goal: { maximize: goal },
        groups: wishes.noLimits ? {} : groupOf(group, slack, spend, total),
      });
    });
}

function channelOf(
  shape: Shape,
  plan: readonly number[],
  share: number,
  next: string | undefined,
  wishes: Wishes,
): Channel {
  const number = (median: number, uncertain: Quantity) => (wishes.certain ? certain(median) : uncertain);
  const efficiency = number(
    shape.efficiency,
    uniform(shape.efficiency * (1 - shape.spread), shape.efficiency * (1 + shape.spread)),
  );
  const scale = number(shape.scale, lognormal(shape.scale, shape.spread));
  return channel({
    efficiency,
    response: { curve: shape.curve, parameters: parametersOf(shape, scale), points: [], of: 'customers' },
    carryover: carryoverOf(shape, wishes),
    plan,
    limits: wishes.noLimits ? {} : limitsOf(shape, plan, share),
    ...(wishes.noFixedCosts || shape.fixedCost === 0 ? {} : { fixedCost: certain(shape.fixedCost) }),
    ...(wishes.noHalo || shape.halo === 0 || next === undefined ? {} : { halo: { [next]: certain(shape.halo) } }),
  });
}

function parametersOf({ curve, exponent }: Shape, scale: Quantity): Readonly<Record<string, Quantity>> {
  if (curve === 'linear') return {};
  if (curve === 'michaelis-menten') return { halfSaturation: scale };
  if (curve === 'power') return { exponent: certain(exponent), reference: scale };
  return { scale };
}

function carryoverOf({ carryover, retention, spread }: Shape, wishes: Wishes): Channel['carryover'] {
  const kept = wishes.certain ? certain(retention) : uniform(retention * (1 - spread), retention);
  if (carryover === 'geometric') return { curve: 'geometric', parameters: { retention: kept }, normalize: true };
  if (carryover === 'delayed') {
    return { curve: 'delayed', parameters: { retention: kept, peak: certain(1) }, lags: 3, normalize: false };
  }
  return { curve: 'none', parameters: {}, normalize: true };
}

function limitsOf({ limit, slack }: Shape, plan: readonly number[], share: number): ChannelLimits {
  const least = Math.min(...plan) * (1 - slack);
  const most = Math.max(...plan) * (1 + slack);
  const all = sum(plan);
  return {
    none: {},
    min: { min: least },
    max: { max: most },
    total: { total: { min: all * (1 - slack), max: all * (1 + slack) } },
    share: { share: { min: share * (1 - slack), max: Math.min(1, share * (1 + slack)) } },
    maxChange: { maxChange: slack },
  }[limit];
}

/** A limit on the first two channels together. */
function groupOf(
  kind: 'none' | 'most' | 'least' | 'share' | 'perPeriod',
  slack: number,
  spend: readonly (readonly number[])[],
  total: number,
): Readonly<Record<string, Group>> {
  if (kind === 'none') return {};
  const both = sum(spend.slice(0, 2).flat());
  const perPeriod = spend[0]!.map((amount, t) => amount + spend[1]![t]!);
  const limits: Readonly<Record<Exclude<typeof kind, 'none'>, Omit<Group, 'channels'>>> = {
    most: { total: { max: both * (1 + slack) } },
    least: { total: { min: both * (1 - slack) } },
    share: { share: { max: Math.min(1, (both / total) * (1 + slack)) } },
    perPeriod: { perPeriod: { max: Math.max(...perPeriod) * (1 + slack) } },
  };
  return { pair: { channels: ['c0', 'c1'], ...limits[kind] } };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
