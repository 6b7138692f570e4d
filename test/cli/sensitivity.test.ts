import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, run, tiny } from './in-process.ts';

const quick = ['--draws', '1024', '--workers', '0'] as const;

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

describe('sensitivity', () => {
  it('names what makes profit uncertain', async () => {
    const { code, out, told } = await run(['sensitivity', 'tiny.yaml', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain("What makes the profit of today's plan uncertain is above all 搜索: efficiency");
  });

  it('takes what is given, several at once, and tells another program', async () => {
    const given = ['--given', 'search.efficiency highest 30%', '--given', 'social.efficiency mean 0.026'];
    const { code, out } = await run(['sensitivity', 'tiny.yaml', '--json', ...given, ...quick]);
    expect([code, JSON.parse(out).given.views.length]).toEqual([0, 2]);
  });

  it.each([
    [['--given', 'search.efficiency'], 'Write the path of an assumption'],
    [['--given', 'search.efficiency 3 to 2'], 'The smaller number must come first'],
    [['--given', 'search.eficiency highest 10%'], 'Did you mean `search.efficiency`?'],
  ])('%j is answered with exit code 2', async (args, words) => {
    const { code, told } = await run(['sensitivity', 'tiny.yaml', ...args, ...quick]);
    expect(code).toBe(2);
    expect(told).toContain(words);
  });
});
