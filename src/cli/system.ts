import { ScenarioError } from '../errors.ts';

/** What the system said, in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'is not allowed for this user',
  EDQUOT: 'the quota of this disk is used up',
  EEXIST: 'there is such a file already',
  EFBIG: 'the file would become too large',
  EIO: 'the disk reported an error',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'leads round in a circle of links',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder',
  EPERM: 'is not allowed',
  EROFS: 'this disk can only be read',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
};

/**
 * Does something with a file; what the system refuses becomes an issue that names the file.
 *
 * @param what  `cannot be read`, `cannot be written`
 * @throws ScenarioError
 */
export function withFile<T>(file: string, what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asIssue(error, file, what);
  }
}

/** What the system threw as an issue; anything else as it is. */
export function asIssue(error: unknown, file: string, what: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined || !(error instanceof Error)) return error;
  const reason = REASONS[code] ?? code;
  return new ScenarioError([{ severity: 'error', path: '', file, message: `${what}: ${reason}` }]);
}
