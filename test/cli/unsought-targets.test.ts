/** Targets that no search can be limited by. */
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => enterFolder());

/** Spend is 200 whatever the plan is, so that by hand `double` is 400. */
const asking = (atLeast: number): string =>
  `${tiny}\nmetrics: { double: 2 * spend }\ntargets: [{ metric: double, atLeast: ${atLeast} }]\n`;

const search = ['--search-draws', '64', '--no-ranges', ...quick];

describe("a target on a figure of the planner's own", () => {
  it('that the plan misses is told in the first lines, and ends the command with 1', async () => {
    writeFileSync('missed.yaml', asking(401));
    const { code, out } = await run(['optimize', 'missed.yaml', ...search]);
    expect(code).toBe(1);
    const first = out.slice(0, out.indexOf('The plan, '));
    expect(first.replaceAll(/\s+/g, ' ')).toContain(
      'It misses «double at least 401», which the search cannot be limited by',
    );
    const zh = await run(['optimize', 'missed.yaml', '--language', 'zh', ...search]);
    expect(zh.code).toBe(1);
    expect(zh.out.replaceAll(/\s+/g, '')).toContain('此方案未达到“double至少401”，搜索无法以此为限制条件');
  });

  it('that the plan reaches is said to be judged only', async () => {
    writeFileSync('reached.yaml', asking(399));
    const { code, out } = await run(['optimize', 'reached.yaml', ...search]);
    expect(code).toBe(0);
    expect(out).not.toContain('It misses');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('this is judged, not sought');
  });
});
