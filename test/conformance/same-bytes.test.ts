import { describe, expect, it } from 'vitest';
import { build, start } from '../cli/built.ts';

/** Numbers of workers; the quickest example is tried with most. */
const WORKERS = [
  ['meridian', ['0', '1', '2', '4']],
  ['b2b-leads', ['0', '3']],
] as const;
const few = ['--draws', '8192', '--search-draws', '64', '--gap', '0.01'];

describe('the bytes of a report', () => {
  it.each(WORKERS)('of %s are the same with %j workers', async (name, counts) => {
    const program = build();
    const outputs: string[] = [];
    for (const workers of counts) {
      const ended = await start(program, [
        'optimize',
        `scenarios/${name}.yaml`,
        '--json',
        '--workers',
        workers,
        '--seed',
        'bytes',
        ...few,
      ]);
      expect(ended.code, ended.told).toBe(0);
      outputs.push(ended.out);
    }
    expect(outputs[0]!.length).toBeGreaterThan(1000);
    expect(new Set(outputs).size).toBe(1);
  });

  it('are others with another seed', async () => {
    const program = build();
    const run = async (seed: string) =>
      (await start(program, ['simulate', 'scenarios/meridian.yaml', '--json', '--seed', seed, '--draws', '256'])).out;
    expect(await run('one')).not.toBe(await run('another'));
    expect(await run('one')).toBe(await run('one'));
  });
});
