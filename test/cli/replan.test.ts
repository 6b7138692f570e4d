import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny.replace('periods: 2, unit: week', 'start: 2027-03-01, periods: 2, unit: week'));
  writeFileSync('spent.csv', 'week,channel,spend\n1,搜索,€90\n1,social,"30"\n');
  writeFileSync('spent.yaml', 'search: 90\nsocial: [30]\n');
  writeFileSync('wrong.csv', 'week,channel,spend\n1,serch,90\n1,social,-1\n');
  writeFileSync('over.csv', 'week,search,social\n1,210,0\n');
});

describe('replan', () => {
  it('finds the rest of a plan after what was spent, from a table or from fields', async () => {
    const { code, out, told } = await run(['replan', 'tiny.yaml', '--after', '1', '--spent', 'spent.csv', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'With 1 of 2 weeks gone and 120 of 200 EUR spent, the recommended plan',
    );
    expect(out).toContain('The rest of the plan (week 2, after week 1), EUR');
    expect(out).toContain('Of the budget 80 EUR are left for week 2.');
    const fields = ['replan', 'tiny.yaml', '--after', '1', '--spent', 'spent.yaml', ...quick];
    expect(await run(fields)).toEqual({ code, out, told });
  });

  it('takes a date for the periods that end before it, and the plan for what was spent', async () => {
    const { code, out } = await run(['replan', 'tiny.yaml', '--after', '2027-03-08', '--json', ...quick]);
    const { past, plans, notes } = JSON.parse(out);
    expect(code).toBe(0);
    expect(past).toMatchObject({ periods: 1, spent: 100, budget: { total: 200, left: 100 } });
    expect(plans.length).toBeGreaterThanOrEqual(2);
    for (const { spend } of plans) expect(spend.map(([first]: number[]) => first)).toEqual([50, 50]);
    expect(notes).toEqual(['What was planned for week 1 counts as spent.']);
  });

  it('shows what is wrong with a table in its lines, with exit code 2', async () => {
    const { code, out, told } = await run(['replan', 'tiny.yaml', '--after', '1', '--spent', 'wrong.csv', ...quick]);
    expect([code, out]).toEqual([2, '']);
    expect(told).toContain('wrong.csv:2:3: error: there is no channel `serch`\n     2 │ 1,serch,90\n');
    expect(told).toContain('Did you mean `search`?');
    expect(told).toContain('wrong.csv:3:10: error: must be 0 or more, got `-1`');
  });

  it('ends with 1 where nothing is left to spend', async () => {
    const { code, out } = await run(['replan', 'tiny.yaml', '--after', '1', '--spent', 'over.csv', ...quick]);
    expect(code).toBe(1);
    expect(out).toContain('All channels together have already spent 210 of their 200 EUR («total budget»).');
    expect(out).toContain('raise «total budget» by 10 EUR, to 210');
  });

  it.each([
    [[], "required option '--after <when>' not specified"],
    [['--after', 'monday'], 'after: must be a number of weeks or a date such as 2027-01-04, got `monday`'],
    [['--after', '2'], 'after: leaves nothing to plan: the plan of 2 weeks is over'],
    [['--after', '1', '--spent', 'nothing.csv'], 'nothing.csv: error: cannot be read'],
  ])('%j is answered with exit code 2', async (args, words) => {
    const { code, told } = await run(['replan', 'tiny.yaml', ...quick, ...args]);
    expect(code).toBe(2);
    expect(told).toContain(words);
  });
});
