import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Goal, Model, Optimization } from '../../src/domain.ts';
import type { KnownParts } from '../../src/optimize/branch/known-parts.ts';
import { remembered } from '../../src/optimize/concave/remembered.ts';
import type { ConcaveProblem, FunctionPoint } from '../../src/optimize/concave/concave-problem.ts';
import { programBuilder } from '../../src/linear/program.ts';
import type { RunOptions } from '../../src/runs/run-options.ts';
import { search, searchGround } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { tailMean } from '../../src/statistics/quantile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, lognormal, scenario } from '../support/scenario.ts';
import { mean, simulator } from '../properties/solve.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

type Found = Extract<Optimization, { readonly lowerBound: number }>;

const WORST = 0.2;
const BUDGET = 100;
const options = { searchDraws: 128 };

function diminishing(halfSaturation: number): Channel['response'] {
  return {
    curve: 'michaelis-menten',
    parameters: { halfSaturation: certain(halfSaturation) },
    points: [],
    of: 'customers',
  };
}

function beginningFlat(halfSaturation: number): Channel['response'] {
  return {
    curve: 'hill',
    parameters: { halfSaturation: certain(halfSaturation), slope: certain(2) },
    points: [],
    of: 'customers',
  };
}

/** A bold channel that bends like this, a safe one, and one between them that costs something to use. */
function threeChannels(response: Channel['response'], goal: Goal): Model {
  return compile(
    scenario(
      {
        bold: channel({ efficiency: lognormal(2.2, 0.9), response, plan: [40] }),
        safe: channel({ efficiency: certain(1.6), response: diminishing(80), plan: [30] }),
        other: channel({
          efficiency: lognormal(2, 0.4),
          response: diminishing(60),
          fixedCost: certain(2),
          plan: [30],
        }),
      },
      { budget: { total: BUDGET }, goal },
    ),
  );
}

const CURVES: Readonly<Record<string, Channel['response']>> = {
  diminish: diminishing(70),
  'begin flat': beginningFlat(30),
};

/** Worst cases of the plans between which a frontier lies, with the most cautious plan. */
async function endsOf(model: (goal: Goal) => Model) {
  const drawsOf = simulator(model({ maximize: 'profit' }), options);
  const ends = [
    { worst: WORST, weight: 1 },
    { worst: WORST, weight: 0 },
  ].map(async (risk) => {
    const found = await search(engine, model({ maximize: 'profit', risk }), options);
    if (!('plan' in found)) throw new Error('no plan');
    return { plan: found.plan, worst: worstOf(drawsOf(found.plan.spend.map((periods) => [...periods]))) };
  });
  const [cautious, bold] = await Promise.all(ends);
  const level = (share: number) => bold!.worst + share * (cautious!.worst - bold!.worst);
  return { from: cautious!.plan, level };
}

function worstOf(draws: readonly number[]): number {
  return tailMean(Float64Array.from(draws).toSorted(), WORST);
}

/** Searches for a row of limits on the worst cases, each from the plan before, with what was learnt before or without it. */
async function row(model: (goal: Goal) => Model, shares: readonly number[], own: RunOptions, known?: KnownParts) {
  const { from, level } = await endsOf(model);
  const ground = searchGround(engine, [model({ maximize: 'profit' })], options);
  const found: (Found & { readonly level: number })[] = [];
  for (const share of shares) {
    const asked = model({ maximize: 'profit', risk: { worst: WORST, atLeast: level(share) } });
    const next = await search(
      engine,
      asked,
      { ...options, ...own },
      {
        ground,
        from: found.at(-1)?.plan ?? from,
        ...(known === undefined ? {} : { known }),
      },
    );
    if (!('plan' in next)) throw new Error('no plan');
    found.push({ ...next, level: level(share) });
  }
  return found;
}

describe.each(Object.entries(CURVES))('what a search has learnt, where returns %s', (_, curve) => {
  const model = (goal: Goal) => threeChannels(curve, goal);

  it('proves what is true of the next one', async () => {
    const drawsOf = simulator(model({ maximize: 'profit' }), options);
    const grid: { readonly worst: number; readonly mean: number }[] = [];
    for (let bold = 0; bold <= BUDGET; bold += 2) {
      for (let safe = 0; safe <= BUDGET - bold; safe += 2) {
        const draws = drawsOf([[bold], [safe], [BUDGET - bold - safe]]);
        grid.push({ worst: worstOf(draws), mean: mean(draws) });
      }
    }
    const shares = [0.8, 0.6, 0.4, 0.2];
    const closely = await row(model, shares, { gap: 1e-5 });
    for (const [k, found] of (await row(model, shares, {}, new Map())).entries()) {
      const best = Math.max(...grid.filter(({ worst }) => worst >= found.level).map((at) => at.mean));
      expect(found.gap).toBeLessThanOrEqual(5e-4);
      expect(found.upperBound).toBeGreaterThan(best);
      expect(found.upperBound).toBeGreaterThan(closely[k]!.lowerBound);
      expect(found.lowerBound).toBeLessThanOrEqual(closely[k]!.upperBound);
    }
  });

  it('ends none at the plan that it begins with because that is good enough', async () => {
    // From one to the next there is less to be had than a search may leave open.
    const found = await row(model, [0.6, 0.599, 0.598, 0.597], {}, new Map());
    for (const [k, { lowerBound }] of found.entries()) {
      if (k > 0) expect(lowerBound).toBeGreaterThan(found[k - 1]!.lowerBound);
    }
  });
});

it('saves the next search a good part of its work where a use has to be decided over many periods', async () => {
  const WEEKS = 6;
  const over = (own: Partial<Channel>) =>
    channel({ plan: Array.from({ length: WEEKS }, () => BUDGET / 4 / WEEKS), ...own });
  const lasting = { curve: 'geometric', parameters: { retention: certain(0.4) }, normalize: true };
  const model = (goal: Goal) =>
    compile(
      scenario(
        {
          bold: over({ efficiency: lognormal(3, 0.9), response: diminishing(10), carryover: lasting }),
          safe: over({ efficiency: lognormal(2, 0.1), response: diminishing(12) }),
          other: over({ efficiency: lognormal(2.4, 0.4), response: diminishing(8), fixedCost: certain(6) }),
          last: over({ efficiency: lognormal(2.4, 0.6), response: beginningFlat(9) }),
        },
        { horizon: { periods: WEEKS, unit: 'week' }, budget: { total: BUDGET }, goal },
      ),
    );
  const shares = [0.8, 0.7, 0.6, 0.5, 0.4];
  const rounds = (found: readonly Found[]) => found.slice(1).reduce((sum, one) => sum + one.iterations, 0);
  const [knowing, alone] = [await row(model, shares, {}, new Map()), await row(model, shares, {})];
  expect(rounds(knowing)).toBeLessThan(0.8 * rounds(alone));
});

it('asks once for a point at which one search ends and the next begins', async () => {
  const builder = programBuilder('maximize');
  builder.addColumn({ upper: 10 });
  const asked: number[] = [];
  const problem: ConcaveProblem = {
    limits: builder.build(),
    functions: [{ columns: Int32Array.of(0) }],
    parts: [],
    guards: [],
    chains: [],
    evaluate: (columns) => {
      asked.push(columns[0]!);
      return Promise.resolve([{ value: -columns[0]!, slope: Float64Array.of(-1) }]);
    },
  };
  const { evaluate } = remembered(problem);
  const nearby = { points: [] as readonly FunctionPoint[], loose: [] };
  const at = (amount: number) => Float64Array.of(amount);
  await evaluate(at(3));
  expect((await evaluate(at(3)))[0]!.value).toBe(-3);
  await evaluate(at(4), nearby);
  await evaluate(at(3), nearby);
  // By the worst draws of another point it may be a tangent a little above: not what is exact there.
  await evaluate(at(4));
  await evaluate(at(4));
  expect(asked).toEqual([3, 4, 4]);
});
