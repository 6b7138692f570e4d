import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Goal, Scenario, Target } from '../../src/domain.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario, uniform } from '../support/scenario.ts';
import { runs } from './settings.ts';
import { feasibleWalk, randomNumbers, type Spend } from './solve.ts';
import { ask, type Asked, type Truth } from './truth.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

/** Relative gap that every search here is asked for. */
const GAP = 1e-3;
const BUDGET = 100;
/** Sums of some hundred terms, taken in another order. */
const ROUNDING = 1e-9;

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

const curves = fc.oneof(
  fc.record({
    curve: fc.constant('hill'),
    scale: between(15, 90),
    slope: between(1.2, 5),
    spread: between(0.05, 0.4),
    rise: between(1, 2),
  }),
  fc.record({
    curve: fc.constant('adbudg'),
    scale: between(15, 90),
    slope: between(1.2, 4),
    spread: between(0.05, 0.3),
    rise: between(1, 2),
  }),
  fc.record({
    curve: fc.constant('table'),
    scale: between(20, 60),
    slope: between(0.1, 0.9),
    spread: between(0.05, 0.4),
    rise: between(1, 3),
  }),
  fc.record({
    curve: fc.constant('exponential'),
    scale: between(20, 100),
    slope: fc.constant(1),
    spread: between(0.05, 0.4),
    rise: between(1, 2),
  }),
);

const extras = fc.constantFrom('none', 'none', 'fixed cost', 'minimum', 'discount', 'most');

const problems: fc.Arbitrary<Scenario> = fc
  .record({
    shapes: fc.array(fc.record({ own: curves, efficiency: between(1, 3), extra: extras, size: between(0.1, 0.9) }), {
      minLength: 2,
      maxLength: 3,
    }),
    crowd: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: between(80, 300) }),
    budget: fc.constantFrom('total', 'atMost'),
    goal: fc.constantFrom('profit', 'customers', 'blend', 'limit', 'regret', 'roas', 'cheapest', 'stress'),
    level: between(0.2, 1),
    worst: between(0.05, 0.5),
  })
  .map(({ shapes, crowd, budget, goal, level, worst }) => {
    const channels = Object.fromEntries(
      shapes.map(({ own, efficiency, extra, size }, c): [string, Channel] => {
        const steep = { slope: certain(own.slope), halfSaturation: lognormal(own.scale, own.spread) };
        const parameters = {
          hill: steep,
          adbudg: { ...steep, floor: certain(0.1) },
          table: { multiplier: lognormal(1, own.spread) },
          exponential: { scale: lognormal(own.scale, own.spread) },
        }[own.curve as 'hill'];
        const points =
          own.curve !== 'table'
            ? []
            : [
                [own.scale, own.slope * own.scale],
                [1.5 * own.scale, (own.slope + own.rise) * own.scale],
                [3 * own.scale, (own.slope + 1.3 * own.rise) * own.scale],
              ];
        const { efficiency: _, ...bare } = channel();
        return [
          `c${c}`,
          {
            ...bare,
            ...(own.curve === 'table'
              ? {}
              : extra === 'discount'
                ? {
                    price: {
                      unit: 'cpa',
                      amount: certain(1 / efficiency),
                      tiers: [{ above: size * 80, discount: 0.4 }],
                    },
                  }
                : { efficiency: uniform(0.6 * efficiency, 1.4 * efficiency) }),
            response: { curve: own.curve, parameters, points, of: 'customers' },
            plan: [BUDGET / shapes.length],
            limits: extra === 'minimum' ? { minIfUsed: size * 60 } : {},
            ...(extra === 'fixed cost' ? { fixedCost: certain(size * 30) } : {}),
            audience: crowd > 0 ? { all: certain(1) } : {},
          },
        ];
      }),
    );
    const most = shapes.some(({ extra }) => extra === 'most') ? { mostChannels: shapes.length - 1 } : {};
    const goals: Record<string, Goal> = {
      profit: { maximize: 'profit' },
      customers: { maximize: 'customers' },
      blend: { maximize: 'profit', risk: { worst, weight: level } },
      limit: { maximize: 'profit', risk: { worst, atLeast: -40 * level } },
      regret: { maximize: 'profit', risk: { worst, atLeast: -40 * level, of: 'gain over today' } },
      roas: { maximize: 'customers' },
      cheapest: { maximize: 'profit', minimize: 'spend' },
      stress: { maximize: 'customers', worstOf: ['out'] },
    };
    const targets: Record<string, readonly Target[]> = {
      roas: [{ metric: 'roas', atLeast: 1.2 * level }],
      cheapest: [{ metric: 'customers', atLeast: 60 * level }],
    };
    const spent = goal === 'cheapest' ? 'atMost' : budget;
    return scenario(channels, {
      budget: spent === 'total' ? { total: BUDGET } : { atMost: BUDGET },
      goal: goals[goal]!,
      targets: targets[goal] ?? [],
      segments: crowd > 0 ? { all: { size: certain(crowd) } } : {},
      stresses: { out: { multiply: [{ channel: 'c0', what: 'demand', factor: certain(0.3) }], switchOff: [] } },
      ...most,
    });
  });

describe('the best plan of small problems of any shape', () => {
  it('is true to what it says, and a fine grid finds none above the bound', async () => {
    /** How often a search ended in which way: a property that skips cases counts those it did not skip. */
    const met: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(problems, async (of) => {
        const asked = await ask(engine, of, { gap: GAP });
        const { found, truthOf } = asked;
        const best = bestOnGrid(asked, of.budget.total === undefined);
        if (!('plan' in found)) {
          met['none'] = (met['none'] ?? 0) + 1;
          expect(best).toBeUndefined();
          return;
        }
        met[found.gapKind] = (met[found.gapKind] ?? 0) + 1;
        const spend = found.plan.spend.map((periods) => [...periods]);
        const truth = truthOf(spend);
        const size = Math.max(Math.abs(found.lowerBound), 0.05 * BUDGET);
        expect(truth.missed).toBeLessThanOrEqual(1e-7);
        expect(Math.abs(truth.goal - found.lowerBound)).toBeLessThanOrEqual(ROUNDING * size);
        expect(found.upperBound).toBeGreaterThanOrEqual(found.lowerBound);
        if (best === undefined) return;
        if (found.gapKind !== 'none') expect(best.goal).toBeLessThanOrEqual(found.upperBound + ROUNDING * size);
        if (found.status === 'optimal') {
          met['optimal'] = (met['optimal'] ?? 0) + 1;
          const scale = Math.max(Math.abs(found.lowerBound), 0.05 * (Math.abs(found.lowerBound) + BUDGET));
          expect(found.gap).toBeLessThanOrEqual(GAP);
          expect(best.goal).toBeLessThanOrEqual(found.lowerBound + (GAP + ROUNDING) * scale);
        }
      }),
      runs(20),
    );
    expect(met['proven']).toBeGreaterThanOrEqual(16);
    expect(met['optimal']).toBeGreaterThanOrEqual(16);
  });
});

describe('the bound of problems of any shape over several periods', () => {
  it('is above every plan that keeps everything', async () => {
    let plans = 0;
    let proven = 0;
    await fc.assert(
      fc.asyncProperty(problems, fc.constantFrom('none', 'geometric'), fc.integer(), async (single, curve, seed) => {
        const of = overPeriods(single, curve);
        const { found, model, truthOf } = await ask(engine, of, { gap: 1e-2, searchDraws: 32 });
        if (!('plan' in found)) return;
        const spend = found.plan.spend.map((periods) => [...periods]);
        const truth = truthOf(spend);
        const size = Math.max(Math.abs(found.lowerBound), 0.05 * BUDGET);
        expect(truth.missed).toBeLessThanOrEqual(1e-7);
        expect(Math.abs(truth.goal - found.lowerBound)).toBeLessThanOrEqual(ROUNDING * size);
        if (found.gapKind === 'none') return;
        proven += 1;
        // Walks from today's plan reach far, climbs from the best plan look closely.
        const random = randomNumbers(seed);
        for (const start of [model.channels.map(({ plan }) => [...plan]), spend]) {
          let at: Spend = start;
          let height = -Infinity;
          for (let step = 0; step < 60; step++) {
            const plan = feasibleWalk(model, at, random).next().value;
            const { goal, missed } = truthOf(plan);
            if (missed > 1e-9) continue;
            plans += 1;
            expect(goal).toBeLessThanOrEqual(found.upperBound + ROUNDING * size);
            if (goal <= height) continue;
            [at, height] = [plan, goal];
          }
        }
      }),
      runs(10),
    );
    expect(proven).toBeGreaterThanOrEqual(7);
    expect(plans).toBeGreaterThanOrEqual(300);
  });
});

/** The same channels over two periods, with what lasts from one to the other. */
function overPeriods(of: Scenario, curve: string): Scenario {
  const carryover = curve === 'none' ? {} : { retention: uniform(0.1, 0.5) };
  const channels = Object.entries(of.channels).map(([name, own]): [string, Channel] => [
    name,
    {
      ...own,
      plan: [own.plan[0]! / 2, own.plan[0]! / 2],
      carryover: { curve, parameters: carryover, normalize: true },
    },
  ]);
  return { ...of, channels: Object.fromEntries(channels), horizon: { periods: 2, unit: 'week', tail: 1 } };
}

/** The best plan that keeps everything, on a grid of shares of the budget that is refined around the best of it. */
function bestOnGrid({ model, truthOf }: Asked, less: boolean): (Truth & { readonly spend: Spend }) | undefined {
  const n = model.channels.length;
  // Free amounts; where all the money has to be spent the last channel gets the rest.
  const free = less ? n : n - 1;
  const leasts = model.nonlinearLimits.flatMap((limit) => (limit.kind === 'minimum if used' ? [limit] : []));
  let best: (Truth & { readonly spend: Spend }) | undefined;
  let middle: readonly number[] = Array.from({ length: free }, () => BUDGET / 2);
  let half = BUDGET / 2;
  const steps = free === 1 ? 60 : free === 2 ? 14 : 7;
  for (let round = 0; round < (free === 1 ? 2 : 3); round++) {
    const axes = middle.map((centre, c) => {
      const values = Array.from({ length: steps + 1 }, (_, k) => centre - half + (2 * half * k) / steps);
      const special = leasts.filter(({ channel: of }) => of === c).map(({ amount }) => amount);
      return [...new Set([...values.map((value) => Math.max(0, Math.min(BUDGET, value))), 0, ...special])];
    });
    for (const amounts of product(axes)) {
      const rest = BUDGET - amounts.reduce((sum, amount) => sum + amount, 0);
      if (rest < 0) continue;
      const spend = (less ? amounts : [...amounts, rest]).map((amount) => [amount]);
      const truth = truthOf(spend);
      // On a limit a point may be on its wrong side by rounding.
      if (truth.missed > 1e-12) continue;
      if (best === undefined || truth.goal > best.goal) best = { ...truth, spend };
    }
    if (best === undefined) return undefined;
    middle = best.spend.slice(0, free).map(([amount]) => amount!);
    half *= 2.5 / steps;
  }
  return best;
}

function product(axes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>(
    (made, axis) => made.flatMap((row) => axis.map((value) => [...row, value])),
    [[]],
  );
}
