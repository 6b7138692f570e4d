import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

describe('finance', () => {
  it('shows profit and loss, cash and what to hold back', async () => {
    const { code, out, told } = await run(['finance', 'tiny.yaml', '--collect-after', '1', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain('Profit and loss, EUR');
    expect(out).toMatch(/hold back\s+[\d.,]+\s+EUR/);
  });

  it('takes the recommended plan and another chance, for another program', async () => {
    const args = ['--plan', 'recommended', '--chance', '90%', '--search-draws', '64'];
    const { code, out } = await run(['finance', 'tiny.yaml', '--json', ...args, ...quick]);
    const { plan, chance } = JSON.parse(out);
    expect([code, plan.name, chance]).toEqual([0, 'recommended', 0.9]);
  });

  it('refuses a chance below a half', async () => {
    expect((await run(['finance', 'tiny.yaml', '--chance', '20%'])).code).toBe(2);
  });
});
