import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

describe('verify', () => {
  it('checks a recorded recommendation, with any number of threads', async () => {
    const options = ['--search-draws', '64', '--no-ranges', ...quick];
    const made = await run(['optimize', 'tiny.yaml', '--record', 'decision.json', '-o', 'report.txt', ...options]);
    expect([made.code, made.told]).toEqual([0, '']);
    const { code, out } = await run(['verify', 'decision.json', '--workers', '0']);
    expect(code).toBe(0);
    expect(out).toContain('Tiny: the same comes out again, to the last bit.');
    expect(out).toMatch(/^ +Plan +recommended +recommended$/m);
    expect(out).not.toContain('differs');
  });

  it('ends with 1 when the record was altered', async () => {
    await run(['simulate', 'tiny.yaml', '--record', 'today.json', '-o', 'report.txt', ...quick]);
    writeFileSync(
      'forged.json',
      readFileSync('today.json', 'utf8').replace(/"expectedProfit": [-\d.]+/, '"expectedProfit": 9999'),
    );
    const { code, out } = await run(['verify', 'forged.json', '--workers', '0']);
    expect(code).toBe(1);
    expect(out).toContain('the record is not as it was made');
    expect(out).toMatch(/^ +Expected profit +9,999 +[\d,.]+ +differs$/m);
    const json = await run(['verify', 'forged.json', '--workers', '0', '--json']);
    expect(JSON.parse(json.out).verdict).toBe('altered');
  });

  it('refuses what is no record, and a record of a search that the clock ends', async () => {
    expect(await run(['verify', 'tiny.yaml'])).toMatchObject({
      code: 2,
      told: expect.stringContaining('is no record'),
    });
    const { code } = await run(['optimize', 'tiny.yaml', '--record', 'a.json', '--time-limit', '5', ...quick]);
    expect(code).toBe(2);
  });
});
