import { expect, it, vi } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { byDraw } from '../../src/runs/draw-by-draw.ts';
import { judgePlans } from '../../src/runs/judge-plans.ts';
import { openKernel } from '../../src/kernel/kernel.ts';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { engineOfFile } from '../support/engine.ts';
import { everything } from '../support/everything.ts';

vi.mock(import('../../src/kernel/kernel.ts'), async (original) => {
  const actual = await original();
  return { ...actual, openKernel: vi.fn(actual.openKernel) };
});

const engine = engineOfFile();

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
  expect(openKernel).toHaveBeenCalledTimes(1);
});
