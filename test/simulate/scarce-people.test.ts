import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { figureInBlock } from '../../src/simulate/goal/figure-in-block.ts';
import { figureSums } from '../../src/simulate/goal/goal.ts';
import { certain, channel, scenario } from '../support/scenario.ts';

/** An hour of good brings 10, an hour of poor brings 2; there is time for 50 customers. */
const model = compile(
  scenario(
    {
      good: channel({ value: { orderValue: certain(10) }, hours: { sales: { perCustomer: certain(1) } } }),
      poor: channel({ value: { orderValue: certain(2) }, hours: { sales: { perCustomer: certain(1) } } }),
    },
    { resources: { sales: { capacity: certain(50) } } },
  ),
);
const world = [
  ...conditionsIn(prepareDraws(model, { seed: '', method: 'plain', draws: 1 }, false), { first: 0, count: 1 }),
][0]!;

function profitAt(good: number, poor: number) {
  const plan: Plan = { name: '', spend: [Float64Array.of(good), Float64Array.of(poor)] };
  const { cells, gradient } = figureSums(
    model,
    evaluate(model, plan, world, [true, true]),
    figureInBlock(model, world, { weights: { profit: 1 } }),
  );
  return { profit: cells.reduce((sum, cell) => sum + cell, 0), gradient };
}

describe('the next unit of money where time has run out', () => {
  it('only costs, in a channel that takes its turn last and brings nothing yet', () => {
    const { gradient, profit } = profitAt(80, 0);
    expect(gradient[1]).toBe(-1);
    expect(profitAt(80, 1).profit - profit).toBe(-1);
  });

  it('takes its time from the channel that is served in part', () => {
    const { gradient, profit } = profitAt(40, 30);
    expect(gradient[0]).toBe(10 - 2 - 1); // a customer of good instead of one of poor, for one of media
    expect(profitAt(41, 30).profit - profit).toBeCloseTo(7, 10);
    expect(gradient[1]).toBe(-1);
  });

  it('has no tangent below a plan that does better', () => {
    const spends = [0, 20, 50, 80];
    const points = spends.flatMap((good) => spends.map((poor) => ({ good, poor, ...profitAt(good, poor) })));
    for (const a of points) {
      for (const b of points) {
        const tangent = a.profit + a.gradient[0]! * (b.good - a.good) + a.gradient[1]! * (b.poor - a.poor);
        expect(tangent).toBeGreaterThanOrEqual(b.profit - 1e-9);
      }
    }
  });
});
