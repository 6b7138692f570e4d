import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectWritable, writeFile } from '../../src/cli/write-file.ts';
import { enterFolder } from './in-process.ts';

/** A disk of 64 kB, where this machine lets us have one. */
let smallDisk = false;

beforeAll(() => {
  enterFolder();
  mkdirSync('disk');
  smallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'apportion-test', 'disk']).status === 0;
});

afterAll(() => {
  if (smallDisk) spawnSync('umount', ['-l', 'disk']);
});

const leftBehind = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

describe('a file to write', () => {
  it('is replaced as a whole and keeps its rights', () => {
    writeFileSync('report.txt', 'old');
    chmodSync('report.txt', 0o640);
    writeFile('report.txt', 'new\n');
    expect(readFileSync('report.txt', 'utf8')).toBe('new\n');
    expect(statSync('report.txt').mode & 0o777).toBe(0o640);
    expect(leftBehind('.')).toEqual([]);
  });

  it('may be a link, which stays one', () => {
    writeFileSync('target.txt', 'old');
    symlinkSync('target.txt', 'link.txt');
    writeFile('link.txt', 'new');
    expect(lstatSync('link.txt').isSymbolicLink()).toBe(true);
    expect(readFileSync('target.txt', 'utf8')).toBe('new');
  });

  it('may be a device', () => {
    expect(() => writeFile('/dev/null', 'new')).not.toThrow();
    expect(() => writeFile('/dev/full', 'new')).toThrow('/dev/full: cannot be written: the disk is full');
  });

  it('has a name of any length that the disk takes', () => {
    writeFile('n'.repeat(255), 'new');
    expect(readFileSync('n'.repeat(255), 'utf8')).toBe('new');
  });

  it.each([
    ['nowhere/report.txt', 'there is no such file or folder'],
    ['.', 'is a folder, not a file'],
    ['report.txt/other.txt', 'a part of the path is not a folder'],
    ['n'.repeat(256), 'the name is too long'],
  ])('%s that cannot be is refused before the work begins, by name and reason', (file, reason) => {
    expect(() => expectWritable(file)).toThrow(`${file}: cannot be written: ${reason}`);
    expect(() => writeFile(file, 'new')).toThrow('cannot be written');
    expect(leftBehind('.')).toEqual([]);
  });

  it('keeps what it held when the disk is full, and leaves nothing behind', ({ skip }) => {
    skip(!smallDisk, 'no right to mount a small disk');
    const old = 'old '.repeat(10_000);
    writeFileSync('disk/report.txt', old);
    expect(() => writeFile('disk/report.txt', 'new '.repeat(12_000))).toThrow('the disk is full');
    expect(readFileSync('disk/report.txt', 'utf8')).toBe(old);
    expect(leftBehind('disk')).toEqual([]);
  });
});
