import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

describe('stress', () => {
  it('shows the stresses of the file and of the library beside the plan without them', async () => {
    const { code, out, told } = await run(['stress', 'tiny.yaml', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}without stress +\d/m);
    expect(out).toMatch(/^ {2}Search is dearer +/m);
    expect(out).toMatch(/^ {2}Media cost 30\s% more +/m);
    const todo = out.slice(out.indexOf('What to do'));
    expect(todo).toMatch(/^ {2}Media cost 30\s% more: Fix prices/m);
    // Of those of the file, one sentence for all.
    expect(todo).toMatch(/^ {2}Stresses of your own: decide now/m);
    expect(todo).not.toContain('Search is dearer');
  });

  it('takes some of them, a plan and a figure to miss, and tells another program', async () => {
    const args = [
      '--stress',
      'dearer',
      'media-dearer',
      '--reverse',
      '0',
      '--plan',
      'recommended',
      '--search-draws',
      '64',
    ];
    const { code, out } = await run(['stress', 'tiny.yaml', '--json', ...args, ...quick]);
    const found = JSON.parse(out);
    expect([code, found.plan.name, found.stresses.length, found.reverse.level]).toEqual([0, 'recommended', 2, 0]);
  });

  it.each([
    [['--stress', 'dearrer'], 'Did you mean `dearer`?'],
    [['--reverse', 'much'], 'not a number'],
    [['--plan', 'best'], 'Allowed choices are today, recommended'],
  ])('%j is answered with exit code 2', async (args, words) => {
    const { code, told } = await run(['stress', 'tiny.yaml', ...args, ...quick]);
    expect(code).toBe(2);
    expect(told).toContain(words);
  });

  it('lists the library in its help', async () => {
    expect((await run(['stress', '--help'])).out).toContain('channel-banned');
  });
});
