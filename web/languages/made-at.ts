import { plain } from '../../src/report/plain.ts';

/** When a record says it was made: an ISO time in UTC as `2026-11-23 08:00 UTC`, anything else as it stands. */
export function madeAt(made: string): string {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?Z$/.exec(made);
  return found === null ? plain(made) : `${found[1]} ${found[2]} UTC`;
}
