import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
  writeFileSync('actuals.csv', 'week,channel,spend,customers\n1,search,50,1\n1,social,55,1\n');
  writeFileSync('wrong.csv', 'week,channel,spend,customers\n1,search,50,some\n');
});

describe('actuals', () => {
  it('sets the plan beside what came', async () => {
    const { code, out, told } = await run(['actuals', 'tiny.yaml', 'actuals.csv', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain('Plan and actuals of 1 week');
    expect(out).toContain('Why customers differ from plan');
  });

  it('tells another program', async () => {
    const { code, out } = await run(['actuals', 'tiny.yaml', 'actuals.csv', '--json', ...quick]);
    expect([code, JSON.parse(out).channels.length]).toEqual([0, 2]);
  });

  it('shows where a table is wrong', async () => {
    const { code, told } = await run(['actuals', 'tiny.yaml', 'wrong.csv', ...quick]);
    expect(code).toBe(2);
    expect(told).toContain('wrong.csv:2:13');
  });
});
