import type { Issue } from '../errors.ts';
import { nearest } from '../formula/nearest.ts';
import { listed } from './fault.ts';

/**
 * That there is nothing of a name, with the one that was probably meant, or all that there are.
 *
 * @param path  what asked for it
 * @param what  what it should name: `stress`, `channel`
 */
export function unknownName(path: string, what: string, name: string, known: readonly string[]): Issue {
  const meant = nearest(name, known);
  return {
    severity: 'error',
    path,
    message: `there is no ${what} \`${name}\``,
    advice: meant === undefined ? `There are ${listed(known, 'and')}.` : `Did you mean \`${meant}\`?`,
  };
}
