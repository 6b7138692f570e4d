import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
  writeFileSync('dearer.yaml', tiny.replace('name: Tiny', 'name: Dearer').replace('0.02 to 0.04', '0.015 to 0.03'));
  writeFileSync('over.yaml', tiny.replace('plan: 50 }', 'plan: 50, limits: { max: 30 } }'));
});

describe('compare', () => {
  it('sets scenarios side by side and says why they differ', async () => {
    const { code, out, told } = await run(['compare', 'tiny.yaml', 'dearer.yaml', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain('«Tiny» is expected to earn the most profit.');
    expect(out).toContain('Why «Dearer» differs from «Tiny»');
    expect(out).toContain('beliefs about 搜索');
  });

  it('takes both plans of one scenario, and tells another program', async () => {
    const { code, out } = await run(['compare', 'tiny.yaml', '--json', '--search-draws', '64', ...quick]);
    const { candidates, differences } = JSON.parse(out);
    expect([code, candidates.length, differences.length]).toEqual([0, 2, 1]);
    expect(candidates[1].plan).toBe('recommended');
  });

  it('takes plans of your own as tables', async () => {
    writeFileSync('bold.csv', 'week,search,social\n1,80,20\n2,80,20\n');
    const { code, out, told } = await run(['compare', 'tiny.yaml', '--with', 'bold.csv', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain('Why «bold.csv» differs from «today»');
    writeFileSync('short.csv', 'week,search,social\n1,80,20\n');
    const refused = await run(['compare', 'tiny.yaml', '--with', 'short.csv', ...quick]);
    expect([refused.code, refused.told]).toEqual([2, expect.stringContaining('nothing is said about')]);
  });

  it.each([
    [['tiny.yaml', '--plan', 'yesterday'], 'today, recommended or both'],
    [['tiny.yaml', '--plan', 'today'], 'needs at least two plans'],
    [['over.yaml', '--plan', 'both'], 'has no recommended plan of Tiny'],
  ])('%j is answered with exit code 2', async (args, words) => {
    const { code, told } = await run(['compare', ...args, ...quick]);
    expect(code).toBe(2);
    expect(told).toContain(words);
  });
});
