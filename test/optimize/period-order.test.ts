/** Periods of a channel that can be exchanged: a search need not look at one plan in every order of them. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Channel, Scenario } from '../../src/domain.ts';
import { orderOfPeriods } from '../../src/optimize/branch/period-order.ts';
import { spendProgram } from '../../src/optimize/spend-program.ts';
import { drawsOfToday, goalAsks, wishesOf } from '../../src/optimize/wishes/wishes.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { inlineEngine } from '../support/engine.ts';
import { certain, channel, scenario } from '../support/scenario.ts';
import { solve } from '../properties/solve.ts';

const engine = inlineEngine();
afterAll(() => engine.close());

const PERIODS = 8;
const HALF = 30;
const CEILING = 400;
const SCALE = 40;

const { efficiency: _quoted, ...bare } = channel();
const customers = (curve: string, parameters: Channel['response']['parameters']): Channel['response'] => ({
  curve,
  parameters,
  points: [],
  of: 'customers',
  ceiling: certain(CEILING),
});
const plan = Array.from({ length: PERIODS }, () => 10);
const pulses: Channel = {
  ...bare,
  plan,
  response: customers('hill', { halfSaturation: certain(HALF), slope: certain(2) }),
};
const steady: Channel = { ...bare, plan, response: customers('exponential', { scale: certain(SCALE) }) };

/** With half of all money in each of two channels the index is at its least. */
const halves = (own: Partial<Scenario> = {}): Scenario =>
  scenario(
    { pulses, steady },
    {
      horizon: { periods: PERIODS, unit: 'week' },
      budget: { total: 160 },
      concentration: { herfindahl: 0.5 },
      goal: { maximize: 'customers' },
      ...own,
    },
  );

async function orderOf(of: Scenario): Promise<readonly (readonly [later: number, earlier: number])[]> {
  const model = compile(of);
  const today = await drawsOfToday(model, { draws: 1, figures: async () => [] }, 1);
  const asks = [
    ...goalAsks(model, 1, today).parts.flatMap((part) => part.asks),
    ...wishesOf(model, today).map(({ ask }) => ask),
  ];
  const none = new Float64Array(model.channels.length * model.periods);
  return orderOfPeriods(model, spendProgram(model), asks, none)
    .filter(({ terms }) => terms[0]!.channel === 0)
    .map(({ terms: [later, earlier] }) => [later!.period + 1, earlier!.period + 1] as const);
}

describe('periods that can be exchanged', () => {
  const inTurn = Array.from({ length: PERIODS - 1 }, (_, t) => [t + 2, t + 1]);

  it('are all of a channel that nothing treats differently', async () => {
    expect(await orderOf(halves())).toEqual(inTurn);
  });

  it('are those of the same season, of each season by themselves', async () => {
    const values = [1, 2, 1, 2, 1, 1, 1, 1];
    expect(await orderOf(halves({ season: { kind: 'list', values } }))).toEqual([
      [3, 1],
      [4, 2],
      [5, 3],
      [6, 5],
      [7, 6],
      [8, 7],
    ]);
  });

  it('are none where an amount works on, others are touched or a limit links periods', async () => {
    const carrying: Channel = {
      ...pulses,
      carryover: { curve: 'geometric', parameters: { retention: certain(0.5) }, normalize: true },
    };
    const touching: Channel = { ...pulses, halo: { steady: certain(0.1) } };
    const linked: Channel = { ...pulses, limits: { maxStep: 0.3 } };
    for (const first of [carrying, touching, linked]) {
      expect(await orderOf(halves({ channels: { pulses: first, steady } }))).toEqual([]);
    }
  });

  it('are not those with a bound, an event or a group limit of their own', async () => {
    const capped: Channel = { ...pulses, limits: { max: [90, 90, 20, 90, 90, 90, 90, 90] } };
    expect(await orderOf(halves({ channels: { pulses: capped, steady } }))).not.toContainEqual([3, 2]);
    expect(
      await orderOf(halves({ groups: { all: { channels: ['pulses', 'steady'], perPeriod: { max: 50 } } } })),
    ).toEqual([]);
  });
});

describe('a search with periods that can be exchanged', () => {
  /** The most that so much money in a channel brings, on a grid of a quarter of a unit, by a dynamic program over periods. */
  function most(brings: (x: number) => number, money: number): number {
    const steps = money * 4;
    const one = Array.from({ length: steps + 1 }, (_, k) => brings(k / 4));
    let best = one;
    for (let t = 1; t < PERIODS; t++) {
      best = best.map((_, total) => {
        let value = -Infinity;
        for (let k = 0; k <= total; k++) value = Math.max(value, best[total - k]! + one[k]!);
        return value;
      });
    }
    return best[steps]!;
  }

  it('proves its plan of pulses, in whatever weeks they come', async () => {
    const { found, spend } = await solve(engine, halves(), { searchDraws: 1, gap: 1e-3 });
    const grid =
      most((x) => (CEILING * x * x) / (x * x + HALF * HALF), 80) +
      most((x) => CEILING * (1 - Math.exp(-x / SCALE)), 80);
    expect(found).toMatchObject({ status: 'optimal', gapKind: 'proven' });
    expect(found.upperBound).toBeGreaterThanOrEqual(grid);
    expect(found.lowerBound).toBeGreaterThanOrEqual(grid * (1 - 1e-3));
    expect(spend[0]!.filter((amount) => amount > 0).length).toBeLessThan(PERIODS);
  });
});
