import { afterAll } from 'vitest';
import { openEngine, type Engine } from '../../src/runs/engine.ts';
import { loadHighs } from '../../src/linear/highs.ts';

/** An engine that works in this thread. */
export function inlineEngine(): Engine {
  return openEngine({
    workers: 0,
    spawn: () => {
      throw new Error('no worker is needed in this thread');
    },
    loadSolver: () => loadHighs(),
  });
}

/** The same, closed when all tests of the file that asks for it are done. */
export function engineOfFile(): Engine {
  const engine = inlineEngine();
  afterAll(() => engine.close());
  return engine;
}
