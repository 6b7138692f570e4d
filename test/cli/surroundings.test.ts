/** What the program must bear: slow and gone readers, full disks, signals, other places and languages. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, start } from './built.ts';
import { enterFolder, quick, tiny } from './in-process.ts';

const retail = fileURLToPath(new URL('../../scenarios/retail-year.yaml', import.meta.url));

let program: string;
let smallDisk = false;

beforeAll(() => {
  program = build();
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
  mkdirSync('disk');
  smallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'apportion-test', 'disk']).status === 0;
});

afterAll(() => {
  if (smallDisk) spawnSync('umount', ['-l', 'disk']);
});

describe('a host that runs no code made of text', () => {
  it('is not asked to, not even to see whether it would', async () => {
    const watch = `globalThis.Function = new Proxy(Function, {
      construct: (made, args) => (process.stderr.write('new Function'), Reflect.construct(made, args)),
    });`;
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(watch)}` };
    const { code, told } = await start(program, ['check', 'tiny.yaml'], { env });
    expect([code, told]).toEqual([0, '']);
  });
});

describe('a reader', () => {
  it('who is slow gets everything, though it is much more than a pipe holds', async () => {
    const slow = await start(program, ['schema'], {
      running: ({ stdout }) => {
        stdout!.pause();
        setTimeout(() => stdout!.resume(), 1500);
      },
    });
    expect(slow.code).toBe(0);
    expect(slow.out.length).toBeGreaterThan(4 * 65_536);
    expect(JSON.parse(slow.out).title).toBe('Apportion scenario');
  });

  it('who goes away ends the program quietly', async () => {
    const { code, told } = await start(program, ['schema'], { running: ({ stdout }) => stdout!.destroy() });
    expect([code, told]).toEqual([0, '']);
  });
});

describe('a full disk', () => {
  it('under standard output is told, with an exit code', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, told } = await start(program, ['--help'], { output: full });
    closeSync(full);
    expect([code, told]).toEqual([2, 'standard output: error: cannot be written: the disk is full\n']);
  });

  it('under a file that standard output goes to is told, too', async ({ skip }) => {
    skip(!smallDisk, 'no right to mount a small disk');
    const target = openSync('disk/schema.json', 'w');
    const { code, told } = await start(program, ['schema'], { output: target });
    closeSync(target);
    expect([code, told]).toEqual([2, 'standard output: error: cannot be written: the disk is full\n']);
  });
});

describe('a wish to stop', () => {
  // Takes more than a minute where nobody stops it.
  const long = ['simulate', retail, '--draws', '16M', '--workers', '1', '-o', 'stopped.json'];

  it.each([
    ['SIGINT', 130, 250],
    ['SIGINT', 130, 1500],
    ['SIGTERM', 143, 2000],
  ] as const)('by %s is followed with code %d, and leaves no half of a file', async (name, code, delay) => {
    const ended = await start(program, long, {
      running: (child) => void setTimeout(() => child.kill(name), delay),
    });
    // Before the program listens the system ends it; a shell reports that with the same code.
    if (ended.signal === null) expect(ended.code).toBe(code);
    else expect(ended.signal).toBe(name);
    expect(ended.out).toBe('');
    expect(['', 'Cancelled: there is no result.\n']).toContain(ended.told);
    expect(existsSync('stopped.json')).toBe(false);
    expect(readdirSync('.').filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('ends an import at once, in work without a pause', async () => {
    const rows = Array.from({ length: 200_000 }, (_, k) => {
      const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(k / 400))).toISOString().slice(0, 10);
      return `${day},Campaign ${k % 400},EUR,175.14,6573,167,2.00,100.00`;
    });
    const headings = 'Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions,Conv. value';
    writeFileSync('long.csv', ['Campaign report', '"January 1, 2023 - May 15, 2024"', headings, ...rows].join('\n'));
    const ended = await start(program, ['import', 'long.csv', '-o', 'long.yaml'], {
      running: (child) => void setTimeout(() => child.kill('SIGINT'), 1500),
    });
    expect(ended).toEqual({ code: null, signal: 'SIGINT', out: '', told: '' });
    expect(existsSync('long.yaml')).toBe(false);
  });

  it('is heard while standard input is waited for', async () => {
    const { signal, code } = await start(program, ['check', '-'], {
      input: 'open',
      running: (child) => void setTimeout(() => child.kill('SIGINT'), 1500),
    });
    // As above: a slow start is ended by the system.
    if (signal === null) expect(code).toBe(130);
    else expect(signal).toBe('SIGINT');
  });
});

describe('another place and language, and any number of threads', () => {
  it('changes no byte', async () => {
    const args = ['simulate', '-', '--json'];
    const usual = await start(program, [...args, ...quick], { input: tiny });
    const env = { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'ar' };
    const other = await start(program, [...args, '--draws', '256', '--workers', '2'], { input: tiny, env });
    expect(usual.code).toBe(0);
    expect(JSON.parse(usual.out).kind).toBe('simulation');
    expect(other.out).toBe(usual.out);
  });

  it('is Chinese where the environment is, unless another language is asked for', async () => {
    const env = { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' };
    const checked = async (...args: readonly string[]) =>
      (await start(program, ['check', '-', ...args], { input: tiny, env })).out.split('\n')[0];
    expect(await checked()).toBe('标准输入：没有错误，2 个不确定的数字');
    expect(await checked('--language', 'en')).toBe('standard input: no errors, 2 uncertain numbers');
  });
});
