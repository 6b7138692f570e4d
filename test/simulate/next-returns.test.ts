import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/domain.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { conditionsIn, prepareDraws } from '../../src/simulate/chunk.ts';
import { isSeparable } from '../../src/simulate/goal/figure-in-block.ts';
import { nextReturnsOfPlan } from '../../src/simulate/next-returns-of-plan.ts';
import { evaluate } from '../../src/simulate/outcome/evaluate.ts';
import { randomOf } from '../linear/random.ts';
import { randomScenario } from '../oracles/scenarios.ts';
import { apart, everything } from '../support/everything.ts';
import { gradientOf } from '../support/gradient.ts';

const range = { first: 0, count: 64 };

/** Of the largest return: sums of a few dozen terms, in another order. */
const ROUNDING = 1e-11;

/** How far returns are from the derivatives of the whole outcome, summed over periods as the plan spends, as a share of the largest. */
function awayFromGradient(model: Model, by: 'kernel' | 'plain code'): number {
  const plan = todaysPlan(model);
  const all = prepareDraws(model, { seed: 'next', method: 'sobol', draws: 64 }, true);
  const prepared = by === 'kernel' ? all : { ...all, kernel: undefined };
  const [conditions] = [...conditionsIn(prepared, range)];
  const gradients = gradientOf(model, evaluate(model, plan, conditions!), 'revenue');
  const found = nextReturnsOfPlan(prepared, plan, range);
  let [away, largest] = [0, 0];
  found.forEach((row, c) => {
    const toCome = plan.spend[c]!.subarray(model.settled);
    const total = toCome.reduce((sum, amount) => sum + amount, 0);
    row.forEach((got, i) => {
      const expected = toCome.reduce((sum, amount, t) => {
        const share = total > 0 ? amount / total : 1 / toCome.length;
        return sum + share * gradients[c]![model.settled + t]![i]!;
      }, 0);
      away = Math.max(away, Math.abs(got - expected));
      largest = Math.max(largest, Math.abs(expected));
    });
  });
  return largest === 0 ? away : away / largest;
}

describe('returns of the next unit, draw by draw', () => {
  const models = [
    compile(everything()),
    compile(apart(everything())),
    ...Array.from({ length: 20 }, (_, k) => randomScenario(randomOf(`${k}`))).flatMap((one) => [
      compile(one),
      compile(apart(one)),
    ]),
  ];

  it.each(['kernel', 'plain code'] as const)('are derivatives of the outcome by %s', (by) => {
    const separable = models.filter(isSeparable).length;
    // Both ways to work them out are taken.
    expect(separable).toBeGreaterThan(5);
    expect(models.length - separable).toBeGreaterThan(5);
    for (const model of models) expect(awayFromGradient(model, by)).toBeLessThan(ROUNDING);
  });
});
