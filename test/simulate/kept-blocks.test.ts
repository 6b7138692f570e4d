import { expect, it } from 'vitest';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { conditionsIn, figuresOfPlan, prepareDraws } from '../../src/simulate/chunk.ts';
import type { Block } from '../../src/simulate/block/block.ts';

const model = compile(
  readScenario(`
apportion: 1
name: Shared segments
currency: EUR
horizon: { periods: 3, unit: week }
budget: { total: 300 }
segments: { young: { size: 80 to 120 }, old: { size: 200 } }
channels:
  a:
    price: { cpc: 1 to 2 }
    funnel: { clickToCustomer: 20% to 40% }
    response: { curve: exponential, scale: 50 to 90 }
    value: { orderValue: 20 to 30 }
    audience: { young: 60%, old: 20% to 30% }
    plan: 50
  b:
    price: { cpc: 1 to 2 }
    funnel: { clickToCustomer: 20% to 40% }
    response: { curve: exponential, scale: 50 to 90 }
    value: { orderValue: 20 to 30 }
    audience: { young: 30% to 50%, old: 40% }
    plan: 50
`).scenario,
);

const rowsIn = ({ made }: Block): number =>
  [...made.values()].flatMap((ofFirst) => [...ofFirst.values()]).reduce((all, { size }) => all + size, 0);

it('keeps nothing of a plan in the blocks that are kept for others, however many are asked about', () => {
  const range = { first: 0, count: 64 };
  const prepared = prepareDraws(model, { seed: 'kept', method: 'sobol', draws: 64 }, true);
  const ask = (of: number) => {
    const spend = [of, 100 - of].map((amount) => new Float64Array(3).fill(amount));
    figuresOfPlan(prepared, { name: '', spend }, [true, true], [{ weights: { profit: 1 } }], [true], range);
    return [...conditionsIn(prepared, range)].map(({ block }) => rowsIn(block));
  };
  const first = ask(10);
  expect(first[0]).toBeGreaterThan(0);
  for (const of of [20, 30, 40]) expect(ask(of)).toEqual(first);
});
