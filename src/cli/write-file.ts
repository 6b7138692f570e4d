import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { asIssue, withFile } from './system.ts';

/**
 * Writes a file so that at any moment it holds what it held before or all of `content`: into a new file beside it, onto
 * the disk, and then in its place. A link is followed. What is no ordinary file (a pipe, a device) is written as it is.
 *
 * @throws ScenarioError  when the system refuses; nothing is left behind then
 */
export function writeFile(file: string, content: string | Uint8Array): void {
  const target = withFile(file, 'cannot be written', () => resolved(file));
  const before = existing(target);
  if (before !== undefined && !before.isFile()) {
    withFile(file, 'cannot be written', () => writeFileSync(target, content));
    return;
  }
  const temporary = join(dirname(target), `.apportion-${process.pid}.tmp`);
  try {
    const handle = openSync(temporary, 'wx');
    try {
      if (before !== undefined) fchmodSync(handle, before.mode);
      // Not `writeSync`: on a full disk it writes a part and says nothing.
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asIssue(error, file, 'cannot be written');
  }
}

/** Finds out before a long run whether its result could be written. */
export function expectWritable(file: string): void {
  withFile(file, 'cannot be written', () => {
    const target = resolved(file);
    const before = existing(target);
    if (before?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    accessSync(before === undefined || before.isFile() ? dirname(target) : target, constants.W_OK);
  });
}

function existing(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function resolved(file: string): string {
  return existing(file) === undefined ? file : realpathSync(file);
}
