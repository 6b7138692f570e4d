import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { callOf } from '../../src/cli/call.ts';
import { enterFolder, run, tiny } from './in-process.ts';

describe('how the program is typed', () => {
  beforeAll(() => {
    enterFolder();
    writeFileSync('tiny.yaml', tiny);
  });

  // What npm 10 tells a process that it runs.
  it.each([
    ['npm start', 'start', 'node dist/cli/main.js optimize plan.yaml', 'npx apportion'],
    ['npx', 'npx', "'apportion' 'check' 'plan.yaml'", 'npx apportion'],
    ['npx, of another program', 'npx', "'vitest' 'run'", 'apportion'],
    ['npm test', 'test', 'vitest run', 'apportion'],
  ])('is told from %s', (_, event, script, call) => {
    expect(callOf({ npm_lifecycle_event: event, npm_lifecycle_script: script })).toBe(call);
  });

  it('is its name where npm did not run it', () => {
    expect(callOf({})).toBe('apportion');
  });

  it('is what every next command begins with', async () => {
    const few = ['simulate', 'tiny.yaml', '--draws', '256', '--workers', '0'];
    const next = async (call?: 'npx apportion') => (await run(few, call && { call })).out.split('Next\n')[1];
    expect(await next()).toMatch(/^ {2}apportion optimize tiny\.yaml\n(?: {6}.*\n(?: {2}apportion .*\n)?)+$/);
    expect(await next('npx apportion')).toBe((await next())!.replaceAll(/^ {2}apportion/gm, '  npx apportion'));
  });

  it.each([
    ['en', 'Wrote first.yaml. Next: npx apportion check first.yaml\n'],
    ['zh', '已写入 first.yaml。接下来：npx apportion check first.yaml\n'],
  ])('is told of a file that was written (%s)', async (language, told) => {
    const args = ['init', 'first.yaml', '--force', '--language', language];
    expect((await run(args, { call: 'npx apportion' })).told).toBe(told);
  });
});
