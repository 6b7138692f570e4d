import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, run, tiny } from './in-process.ts';

const quick = ['--draws', '1024', '--search-draws', '64', '--workers', '0'] as const;

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

describe('voi', () => {
  it('tells what knowing more would be worth', async () => {
    const { code, out, told } = await run(['voi', 'tiny.yaml', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain('What knowing all about a channel would be worth');
  });

  it('takes the result of a pilot, and tells another program', async () => {
    const args = ['--pilot', 'search', '--periods', '1', '--spend', '500', '--customers', '9'];
    const { code, out } = await run(['voi', 'tiny.yaml', '--json', ...args, ...quick]);
    expect([code, JSON.parse(out).after.counts.customers]).toEqual([0, 9]);
  });

  it.each([
    [['--spend', '500'], "need '--pilot <channel>'"],
    [['--pilot', 'serch'], 'Did you mean `search`?'],
    [['--pilot', 'search', '--leads', '3'], "needs '--customers'"],
  ])('%j is answered with exit code 2', async (args, words) => {
    const { code, told } = await run(['voi', 'tiny.yaml', ...args, ...quick]);
    expect(code).toBe(2);
    expect(told).toContain(words);
  });
});
