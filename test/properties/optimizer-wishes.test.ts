import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Goal, Optimization, Scenario, Target } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel } from '../support/scenario.ts';
import { concaveScenarios, MIXED, sum } from './concave.ts';
import { inCurrency } from './currency.ts';
import { runs } from './settings.ts';
import { ask, mean, truthOn, worstMean, type Asked } from './truth.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const GAP = 1e-4;
const ROUNDING = 1e-7;

type Found = Extract<Optimization, { readonly lowerBound: number }>;

interface Wished {
  readonly of: Scenario;
  readonly kind: string;
}

const SMALL = { ...MIXED, channels: [2, 4], periods: [1, 3], goals: ['profit', 'customers'] } as const;
const level = fc.integer({ min: 1, max: 19 }).map((twentieths) => twentieths / 20);

/** Random concave scenarios with one of the goals and wishes beyond a mean; today's plan keeps all of them. */
function wished(wishes: Parameters<typeof concaveScenarios>[0] = SMALL): fc.Arbitrary<Wished> {
  return fc
    .record({
      of: concaveScenarios(wishes),
      kind: fc.constantFrom('weight', 'limit', 'stresses', 'mix', 'cheapest', 'target'),
      level,
    })
    .map(({ of, kind, level: how }) => {
      const goal = of.goal;
      const stresses = {
        first: { multiply: [], switchOff: ['c0'] },
        second: { multiply: [{ channel: 'c1', what: 'demand' as const, factor: certain(0.3) }], switchOff: [] },
      };
      const less: Scenario = { ...of, goal: { maximize: goal.maximize }, stresses };
      const with_ = (own: Goal, targets: readonly Target[] = []): Scenario => ({ ...less, goal: own, targets });
      const worst = 0.05 + how / 2;
      const made: Record<string, () => Scenario> = {
        weight: () => with_({ ...goal, risk: { worst, weight: how } }),
        limit: () => with_({ ...goal, risk: { worst, atLeast: today(of).worst(goal.maximize, worst) } }),
        stresses: () => with_({ ...goal, worstOf: ['first', 'second'] }),
        mix: () => with_({ maximize: 'profit', plus: { customers: how } }),
        cheapest: () =>
          with_({ maximize: 'profit', minimize: 'spend' }, [
            { metric: 'customers', atLeast: how * today(of).mean('customers') },
          ]),
        target: () => with_(goal, [{ metric: 'revenue', atLeast: how * today(of).mean('revenue') }]),
      };
      return { of: made[kind]!(), kind };
    });
}

/** What today's plan has on the draws of a search; a search of the same draws that costs next to nothing knows. */
function today(of: Scenario) {
  const { drawsOf } = truthOn(of);
  const plan = compile(of).channels.map((own) => [...own.plan]);
  const draws = drawsOf(0, plan);
  return {
    mean: (name: 'customers' | 'revenue') => mean(draws(name)),
    worst: (name: Goal['maximize'], share: number) => worstMean(draws(name), share) - 1e-6,
  };
}

interface Solved extends Asked {
  readonly found: Found;
  readonly spend: readonly (readonly number[])[];
}

async function solve(of: Scenario): Promise<Solved> {
  const asked = await ask(engine, of, { gap: GAP });
  const { found } = asked;
  if (!('plan' in found)) throw new Error(`no plan: ${found.status}`);
  return { ...asked, found, spend: found.plan.spend.map((own) => [...own]) };
}

/** What a gap is taken of, as the documentation says. */
function scaleOf({ found, spend, model }: Solved): number {
  const moved = Math.max(sum(spend.flat()), sum(model.channels.flatMap(({ plan }) => [...plan])));
  return Math.max(Math.abs(found.lowerBound), 0.05 * (Math.abs(found.lowerBound) + moved));
}

/** No plan of `worse` is above the proven bound of `better`, and what was found there is as good, to its gap. */
function notBetter(worse: Solved, better: Solved): void {
  const scale = Math.max(scaleOf(better), scaleOf(worse));
  if (better.found.gapKind !== 'none')
    expect(worse.found.lowerBound).toBeLessThanOrEqual(better.found.upperBound + ROUNDING * scale);
  if (better.found.status === 'optimal')
    expect(worse.found.lowerBound).toBeLessThanOrEqual(better.found.lowerBound + (GAP + ROUNDING) * scale);
}

function sameBest(one: Solved, other: Solved): void {
  notBetter(one, other);
  notBetter(other, one);
}

describe('wishes of any kind', () => {
  it('are kept, and what is said of the plan is true', async () => {
    const met: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(wished(), async ({ of, kind }) => {
        const solved = await solve(of);
        const { found, spend, truthOf } = solved;
        const truth = truthOf(spend);
        if (found.status === 'optimal') met[kind] = (met[kind] ?? 0) + 1;
        expect(truth.missed).toBeLessThanOrEqual(1e-7);
        expect(Math.abs(truth.goal - found.lowerBound)).toBeLessThanOrEqual(1e-9 * scaleOf(solved));
        // Today's plan keeps them as well.
        const before = truthOf(solved.model.channels.map(({ plan }) => [...plan]));
        expect(before.missed).toBeLessThanOrEqual(1e-9);
        expect(before.goal).toBeLessThanOrEqual(found.upperBound + ROUNDING * scaleOf(solved));
      }),
      runs(12),
    );
    expect(Object.keys(met).length).toBe(6);
  });

  it('never cost more with more money that need not be spent', async () => {
    await fc.assert(
      fc.asyncProperty(wished({ ...SMALL, budgets: ['atMost'] }), level, async ({ of }, more) => {
        const poorer = await solve(of);
        const richer = await solve({ ...of, budget: { atMost: of.budget.atMost! * (1 + more) } });
        notBetter(poorer, richer);
      }),
      runs(4),
    );
  });

  it('are never cheaper with one more limit, and cost nothing more with one that is kept anyway', async () => {
    await fc.assert(
      fc.asyncProperty(wished(), level, async ({ of }, share) => {
        const free = await solve(of);
        const first = sum(free.spend[0]!);
        const before = sum(of.channels['c0']!.plan);
        const limit = (total: { readonly max: number }): Scenario => ({
          ...of,
          groups: { ...of.groups, more: { channels: ['c0'], total } },
        });
        notBetter(await solve(limit({ max: Math.max(before, first * share) })), free);
        sameBest(await solve(limit({ max: Math.max(before, first) * (1 + 1e-6) + 1e-6 })), free);
      }),
      runs(4),
    );
  });

  it('are never cheaper with one more target, and cost nothing more with one that is reached anyway', async () => {
    let harder = 0;
    await fc.assert(
      fc.asyncProperty(wished(), level, async ({ of }, way) => {
        const free = await solve(of);
        const reached = mean(free.drawsOf(0, free.spend)('revenue'));
        const add = (atLeast: number) => solve({ ...of, targets: [...of.targets, { metric: 'revenue', atLeast }] });
        sameBest(await add(reached - 1e-4 * Math.abs(reached)), free);
        // The most revenue that any plan under these wishes has.
        const most = await ask(engine, { ...of, goal: { maximize: 'revenue' } }, { gap: GAP });
        if (!('plan' in most.found) || of.goal.risk !== undefined) return;
        const ahead = most.found.lowerBound - reached;
        if (ahead <= 1e-3 * reached) return;
        harder += 1;
        notBetter(await add(reached + 0.9 * way * ahead), free);
      }),
      runs(4),
    );
    expect(harder).toBeGreaterThanOrEqual(2);
  });

  it('never pay better with a stricter limit on the worst cases', async () => {
    await fc.assert(
      fc.asyncProperty(concaveScenarios({ ...SMALL, noFixedCosts: true }), level, async (of, share) => {
        const worst = 0.05 + share / 2;
        const at = (risk: NonNullable<Goal['risk']>) => solve({ ...of, goal: { ...of.goal, risk } });
        const bold = await solve(of);
        const cautious = await at({ worst, weight: 1 });
        const worstOf = ({ drawsOf, spend }: Solved) => worstMean(drawsOf(0, spend)(of.goal.maximize), worst);
        const [low, high] = [worstOf(bold), worstOf(cautious)];
        fc.pre(high - low > 1e-3 * scaleOf(bold));
        let before = bold;
        for (const way of [0.3, 0.6, 0.9]) {
          const next = await at({ worst, atLeast: low + way * (high - low) });
          notBetter(next, before);
          before = next;
        }
      }),
      runs(3),
    );
  });

  it('are the same in another currency', async () => {
    await fc.assert(
      fc.asyncProperty(wished(), fc.constantFrom(0.01, 7.3), async ({ of }, rate) => {
        const here = await solve(of);
        const there = await solve(inCurrency(of, rate));
        const worth = of.goal.minimize !== undefined || of.goal.maximize !== 'customers' ? rate : 1;
        const back = there.spend.map((own) => own.map((amount) => amount / rate));
        const scale = scaleOf(here);
        const truth = here.truthOf(back);
        expect(truth.missed).toBeLessThanOrEqual(2e-7);
        expect(Math.abs(truth.goal - there.found.lowerBound / worth)).toBeLessThanOrEqual(ROUNDING * scale);
        expect(there.found.status).toBe(here.found.status);
        if (here.found.status !== 'optimal') return;
        expect(Math.abs(truth.goal - here.found.lowerBound)).toBeLessThanOrEqual((GAP + ROUNDING) * scale);
      }),
      runs(4),
    );
  });

  it('do not depend on the order of channels', async () => {
    await fc.assert(
      fc.asyncProperty(wished({ ...SMALL, certain: true }), async ({ of }) => {
        const names = Object.keys(of.channels).toReversed();
        const turned = Object.fromEntries(names.map((name) => [name, of.channels[name]!]));
        const one = await solve(of);
        const other = await solve({ ...of, channels: turned });
        sameBest(one, other);
        expect(one.truthOf(other.spend.toReversed()).missed).toBeLessThanOrEqual(1e-7);
      }),
      runs(4),
    );
  });

  it('do not change with a channel that brings nothing', async () => {
    await fc.assert(
      fc.asyncProperty(wished({ ...SMALL, budgets: ['atMost'], noLimits: true, noHalo: true }), async ({ of }) => {
        const useless = channel({ efficiency: certain(0), plan: of.channels['c0']!.plan.map(() => 0) });
        const without = await solve(of);
        const withIt = await solve({ ...of, channels: { ...of.channels, useless } });
        sameBest(without, withIt);
      }),
      runs(4),
    );
  });

  it('do not change when a channel is split into two halves', async () => {
    await fc.assert(
      fc.asyncProperty(
        wished({ ...SMALL, certain: true, noLimits: true, noHalo: true, noFixedCosts: true }),
        fc.constantFrom('exponential', 'michaelis-menten', 'log', 'tanh', 'linear'),
        level,
        async ({ of }, curve, size) => {
          // Under stresses that switch channels off, halves are stressed alike: none of them is this one.
          const scale = 400 * size;
          const part = (share: number): Channel => {
            const quantity = certain(scale * share);
            const parameters = { [curve === 'michaelis-menten' ? 'halfSaturation' : 'scale']: quantity };
            return channel({
              efficiency: certain(1.5),
              response: { curve, parameters: curve === 'linear' ? {} : parameters, points: [], of: 'customers' },
              plan: of.channels['c0']!.plan.map((amount) => amount * share),
            });
          };
          // By hand: k f(x / k) twice with k / 2 and x / 2 each is k f(x / k) once, and no other division is better.
          const whole = await solve({ ...of, channels: { ...of.channels, whole: part(1) } });
          const halves = await solve({ ...of, channels: { ...of.channels, one: part(0.5), other: part(0.5) } });
          sameBest(whole, halves);
        },
      ),
      runs(4),
    );
  });
});
