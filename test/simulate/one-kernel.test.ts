import { afterEach, beforeEach, expect, it } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { byDraw } from '../../src/runs/draw-by-draw.ts';
import { judgePlans } from '../../src/runs/judge-plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
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
