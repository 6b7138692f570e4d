import { afterEach, beforeEach, expect, it } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { byDraw } from '../../src/runs/draw-by-draw.ts';
import { judgePlans } from '../../src/runs/judge-plans.ts';
import { live } from '../../src/runs/live.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { engineOfFile } from '../support/engine.ts';
import { everything } from '../support/everything.ts';

const engine = engineOfFile();
const { Instance } = WebAssembly;
let opened = 0;

beforeEach(() => {
  opened = 0;
  WebAssembly.Instance = class extends Instance {
    constructor(module: WebAssembly.Module) {
      super(module);
      opened += 1;
    }
  };
});

afterEach(() => {
  WebAssembly.Instance = Instance;
});

it('opens one kernel for runs that follow each other, also where one was ended', async () => {
  const model = compile(everything());
  const plans = [todaysPlan(model)];
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  await expect(judgePlans(engine, model, plans, { draws: 8192, signal: stop.signal, onProgress })).rejects.toThrow(
    Cancelled,
  );
  await judgePlans(engine, model, plans, { draws: 256 });
  const request = { seed: 'any', method: 'sobol' as const, draws: 256 };
  await byDraw(engine, model, plans, { weights: { profit: 1 } }, request, {});
  expect(opened).toBe(1);
});

it('opens no more kernels from the third edit on, each of which changes the draws', async () => {
  const session = live(engine, { looks: [64], onLook: () => undefined });
  const edit = (price: number) =>
    readScenario(`apportion: 1
name: Edited
currency: EUR
horizon: { periods: 2, unit: week }
budget: { total: 400 }
value: { orderValue: 90 to 110 }
channels:
  search: { efficiency: 0.02 to 0.0${price}, response: { curve: exponential, scale: 80 to 120 }, plan: 100 }
  social: { efficiency: 0.02 to 0.05, response: { curve: michaelis-menten, halfSaturation: 120 }, plan: 100 }
`);
  for (const price of [3, 4, 5]) await session.update(edit(price));
  opened = 0;
  for (const price of [6, 7, 8, 9]) await session.update(edit(price));
  expect(opened).toBe(0);
});
