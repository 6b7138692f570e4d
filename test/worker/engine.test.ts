import { describe, expect, it } from 'vitest';
import { todaysPlan } from '../../src/optimize/plans.ts';
import { openEngine } from '../../src/runs/engine.ts';
import { simulate } from '../../src/runs/simulate.ts';
import { simulatorOn } from '../../src/runs/simulator.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { channel, lognormal, scenario } from '../support/scenario.ts';

const one = channel({ efficiency: lognormal(1, 0.1), plan: [100] });
/** Two channels in one week: 2 cells a draw. */
const apart = { scenario: scenario({ a: one, b: one }), echo: [] };
const shared = { scenario: scenario({ a: { ...one, halo: { b: lognormal(0.1, 0.1) } }, b: one }), echo: [] };

/** An engine whose workers cannot start, and how often one was to. */
function openTold(few?: number) {
  const told = { started: 0 };
  const engine = openEngine({
    workers: 2,
    spawn: () => {
      told.started += 1;
      throw new Error('no thread');
    },
    ...(few === undefined ? {} : { few }),
    loadSolver: () => Promise.reject(new Error('no solver')),
  });
  return { engine, told };
}

describe('an engine with workers', () => {
  it('starts none for what takes less time than starting them', async () => {
    const { engine, told } = openTold(512);
    expect((await simulate(engine, apart, { draws: 256 })).draws.judging).toBe(256);
    expect(told.started).toBe(0);
    await engine.close();
    expect(told.started).toBe(0);
  });

  it.each([
    ['one run has more', [{ read: apart, draws: 512 }]],
    ['all runs together have more', [256, 16].map((draws) => ({ read: apart, draws }))],
    ['channels do something to each other, which takes longer', [{ read: shared, draws: 256 }]],
    ['nobody knows how much there will be', [{ read: apart, draws: 256, precision: 0.5 }]],
  ])('starts them where %s', async (_, runs) => {
    const { engine, told } = openTold(512);
    const [last, ...before] = runs.toReversed();
    for (const { read, ...options } of before) await simulate(engine, read, options);
    expect(told.started).toBe(0);
    await expect(simulate(engine, last!.read, last)).rejects.toThrow('no thread');
    expect(told.started).toBeGreaterThan(0);
    await engine.close();
  });

  it('starts them for what is asked of all draws once plans are searched in this thread', async () => {
    const { engine, told } = openTold(512);
    const model = compile(apart.scenario);
    const simulator = simulatorOn(engine, [model], { seed: 'a', method: 'sobol', draws: 16 }, false);
    await simulator.figures(
      { world: 0, plan: todaysPlan(model), used: [true, true] },
      [{ weights: { profit: 1 } }],
      [false],
    );
    expect(told.started).toBe(0);
    await expect(simulate(engine, apart, { draws: 16 })).rejects.toThrow('no thread');
    await engine.close();
  });

  it('starts them when it is opened unless told otherwise', async () => {
    const { engine, told } = openTold();
    expect(told.started).toBe(2);
    await engine.close();
  });

  it('starts none once it is closed', async () => {
    const { engine, told } = openTold(0);
    await engine.close();
    await expect(simulate(engine, apart, { draws: 256 })).rejects.toThrow('closed');
    expect(told.started).toBe(0);
  });
});
