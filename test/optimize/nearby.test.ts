import { describe, expect, it } from 'vitest';
import { answers, type Ask, type Simulator } from '../../src/optimize/asks.ts';
import { planOf } from '../../src/optimize/task.ts';
import { searchGround } from '../../src/runs/search.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { engineOfFile } from '../support/engine.ts';
import { channel, scenario, uniform } from '../support/scenario.ts';

/** Two channels whose curves bend, with worst draws that depend on the plan. */
const model = compile(
  scenario({
    one: channel({ efficiency: uniform(1, 3), response: { ...bent(40, 90), of: 'customers' } }),
    two: channel({ efficiency: uniform(0.5, 4), response: { ...bent(60, 200), of: 'customers' } }),
  }),
);
const { simulator } = searchGround(engineOfFile(), [model], { searchDraws: 256 });

function bent(low: number, high: number) {
  return { curve: 'exponential', parameters: { scale: uniform(low, high) }, points: [] };
}

/** How the simulator is asked, for a second look at the worst draws. */
let secondLooks = 0;
const counting: Simulator = {
  ...simulator,
  weighted: (...request) => {
    secondLooks += 1;
    return simulator.weighted(...request);
  },
};

const at = async (ask: Ask, spend: readonly number[], nearby?: Parameters<typeof answers>[4]) => {
  const plan = planOf(Float64Array.from(spend), model);
  const [point] = await answers(model, counting, [ask], { plan, used: [true, true] }, nearby);
  return point!;
};

/** Sums of 256 numbers in another order. */
const ROUNDING = 1e-12;

describe.each([
  { mean: 0, worst: 1 },
  { mean: 0.4, worst: 0.6 },
])('$mean of the mean and $worst of the worst tenth', (shares) => {
  const ask: Ask = { kind: 'blend', world: 0, figure: { weights: { customers: 1 } }, share: 0.1, ...shares };
  const here = [80, 20];
  const there = [30, 90];

  it('has a tangent by the worst draws of another plan, without a second look', async () => {
    const nearby = { points: [await at(ask, here)], loose: [Infinity] };
    const exact = await at(ask, there);
    secondLooks = 0;
    const loose = await at(ask, there, nearby);
    expect(secondLooks).toBe(0);
    expect(loose.value).toBeCloseTo(exact.value, 10);
    expect(loose.above).toBeGreaterThan(0.01 * exact.value);
    let touches = Infinity;
    for (let one = 0; one <= 200; one += 10) {
      for (let two = 0; two <= 200; two += 10) {
        const { value } = await at(ask, [one, two], nearby);
        const [a = 0, b = 0] = loose.slope;
        const tangent = loose.value + loose.above! + a * (one - there[0]!) + b * (two - there[1]!);
        touches = Math.min(touches, (tangent - value) / value);
      }
    }
    expect(touches).toBeGreaterThan(-ROUNDING);
  });

  it('has the same tangent by its own worst draws as by looking at them', async () => {
    const exact = await at(ask, there);
    const again = await at(ask, there, { points: [exact], loose: [0] });
    expect(again.above).toBe(0);
    again.slope.forEach((slope, k) => expect(Math.abs(slope / exact.slope[k]! - 1)).toBeLessThan(ROUNDING));
  });

  it('is looked at again where the tangent would lie too far above', async () => {
    const nearby = { points: [await at(ask, here)], loose: [1e-6] };
    const exact = await at(ask, there);
    secondLooks = 0;
    const point = await at(ask, there, nearby);
    expect(secondLooks).toBe(1);
    expect(point.above).toBe(undefined);
    point.slope.forEach((slope, k) => expect(Math.abs(slope / exact.slope[k]! - 1)).toBeLessThan(ROUNDING));
  });
});
