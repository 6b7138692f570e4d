import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { onward } from '../../src/runs/headway.ts';
import { searchText } from '../../src/cli/progress.ts';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
  writeFileSync('over.yaml', tiny.replace('plan: 50 }', 'plan: 50, limits: { max: 30 } }'));
});

const few = ['--points', '3', '--search-draws', '64', ...quick] as const;

describe('frontier', () => {
  it('goes from the boldest plan to the most cautious', async () => {
    const { code, out, told } = await run(['frontier', 'tiny.yaml', ...few]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}1 boldest +\d/m);
    expect(out).toMatch(/^ {2}3 most cautious +\d/m);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/of expected profit \([\d.]+ %\) lifts the worst tenth by/);
  });

  it('goes from the smallest budget to the one that earns the most, with the worst share that is asked for', async () => {
    const { code, out } = await run(['frontier', 'tiny.yaml', '--by', 'budget', '--worst', '20%', '--json', ...few]);
    const { by, worst, points } = JSON.parse(out);
    expect([code, by, worst]).toEqual([0, 'budget', 0.2]);
    expect(points.map(({ names }: { names: string[] }) => names)).toEqual([[], [], ['your budget'], ['most profit']]);
    expect(points[0]).toMatchObject({ level: 0, totalSpend: 0 });
    expect(points[2].totalSpend).toBeCloseTo(200, 4);
  });

  it('writes a file, and gives the same bytes every time', async () => {
    const args = ['frontier', 'tiny.yaml', '--json', ...few];
    const { code, out } = await run([...args, '-o', 'frontier.json']);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync('frontier.json', 'utf8')).toBe((await run(args)).out);
  });

  it('ends with 1 where no plan satisfies the limits', async () => {
    const { code, out } = await run(['frontier', 'over.yaml', ...few]);
    expect(code).toBe(1);
    expect(out).toContain('There is no frontier: no plan can satisfy all limits.');
  });

  it('ends with 130 when it is interrupted', async () => {
    const { code, told } = await run(['frontier', 'tiny.yaml', ...few], { signal: AbortSignal.abort() });
    expect(told).toBe('Cancelled: there is no result.\n');
    expect(code).toBe(130);
  });

  it.each([
    [['--by', 'luck'], 'Allowed choices are risk, budget'],
    [['--points', '2'], 'It must be a whole number from 3 to 30'],
    [['--worst', '0'], 'It must be from 0.1% to 50%.\n'],
    [['--worst', '5'], 'It must be from 0.1% to 50%. For 5 percent write 5%.'],
    [['--gap', '0'], 'It must be from 0.00001% to 50%'],
    [['--draws', '5'], 'It must be a whole number from 256 to 16,777,216'],
  ])('%j is answered with exit code 2', async (args, words) => {
    const { code, told } = await run(['frontier', 'tiny.yaml', ...args]);
    expect(code).toBe(2);
    expect(told).toContain(words);
  });

  it('tells at which point it is', () => {
    const point = { number: 3, of: 9 };
    const progress = { phase: 'search', iteration: 12, value: 1, bound: 1.008, gap: 0.008, point } as const;
    const text = searchText(progress, onward(undefined, progress), String);
    expect(text).toMatch(/^Searching {2}[█░]{24} point 3 of 9, round 12, at most 0\.8\u00a0% from the best$/);
  });
});
