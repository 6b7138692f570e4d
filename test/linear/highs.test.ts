import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { loadHighs } from '../../src/linear/highs.ts';
import { type LinearProgram, programBuilder, rowsOf } from '../../src/linear/program.ts';
import { openLinear, solveLinear } from '../../src/linear/solve.ts';
import { randomOf } from './random.ts';
import { each, highs, optimal } from './solvers.ts';

function productMix(upper: number): LinearProgram {
  const builder = programBuilder('maximize');
  builder.addColumn({ cost: 3, upper: 4 });
  builder.addColumn({ cost: 5 });
  builder.addRow({ terms: [[1, 2]], upper: 12 });
  builder.addRow({
    terms: [
      [0, 3],
      [1, 2],
    ],
    upper,
  });
  return builder.build();
}

/** Large enough to take HiGHS hundreds of steps. */
function largeProgram(size: number): LinearProgram {
  const random = randomOf('large');
  const builder = programBuilder('maximize');
  for (let j = 0; j < size; j++) builder.addColumn({ cost: random.between(1, 2), upper: 10 });
  const rows = Array.from({ length: size }, () => ({
    terms: Array.from({ length: size }, (_, j) => [j, random.between(0, 1)] as const),
    upper: size,
  }));
  return { ...builder.build(), rows: rowsOf(rows) };
}

describe('loading HiGHS', () => {
  const file = createRequire(import.meta.url).resolve('highs/runtime');

  it.each([
    ['from its bytes', { wasmBinary: readFileSync(file) }],
    ['from where it is said to be', { wasmUrl: pathToFileURL(file).href }],
  ])('works %s', async (_, location) => {
    const solver = await loadHighs(location);
    expect(optimal(solveLinear(productMix(18), [solver])).objective).toBe(36);
  });

  it('fails where there is no such file', async () => {
    await expect(loadHighs({ wasmUrl: 'file:///nowhere/highs.wasm' })).rejects.toThrow();
  });
});

describe('time', () => {
  it('that runs out is said to have run out', () => {
    const program = largeProgram(120);
    expect(solveLinear(program, [highs], { timeLimit: 0 })).toMatchObject({ status: 'failed', reason: 'time limit' });
    expect(solveLinear(program, [highs], { timeLimit: 60 }).status).toBe('optimal');
  });

  it('is counted per run, not over the life of a session', () => {
    const session = openLinear(largeProgram(60), [highs]);
    const started = performance.now();
    let solves = 0;
    // Changes undo what was kept, so that every run has work to do.
    const solve = () => {
      solves += 1;
      const cost = Float64Array.from({ length: 60 }, (_, j) => 1 + ((j * solves) % 7));
      session.setCosts(cost);
      return session.solve({ timeLimit: 0.5 }).status;
    };
    while (performance.now() - started < 550) solve();
    // One of them alone may take too long, on a machine with other work; all do where the time adds up.
    expect([solve(), solve(), solve(), solve(), solve()]).toContain('optimal');
    session.close();
    expect(solves).toBeGreaterThan(1);
  });
});

describe.each(each)('$name when asked to stop', ({ solver }) => {
  it('stops', () => {
    const program = largeProgram(60);
    let asked = 0;
    const stopAtThird = (): boolean => ++asked >= 3;
    expect(() => solveLinear(program, [solver], { shouldStop: stopAtThird })).toThrow(Cancelled);
    expect(asked).toBeGreaterThanOrEqual(3);
    expect(solveLinear(program, [solver], { shouldStop: () => false }).status).toBe('optimal');
  });
});

describe('memory', () => {
  it('does not grow with the number of programs solved', () => {
    const solve = (times: number): void => {
      for (let k = 0; k < times; k++) solveLinear(productMix(10 + (k % 9)), [highs]);
    };
    solve(2000);
    const before = process.memoryUsage();
    solve(1000);
    const after = process.memoryUsage();
    // The WebAssembly memory is one of the array buffers; the rest of the process is noise of the garbage collector.
    expect(after.arrayBuffers + after.external - before.arrayBuffers - before.external).toBeLessThan(5e6);
    expect(after.rss - before.rss).toBeLessThan(40e6);
  });
});
