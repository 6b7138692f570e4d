import type { Node, Task } from '../task.ts';

/**
 * What searches of the same model on the same draws have learnt of parts of the search space, by `keyOfPart`, the one learnt longest ago
 * first: tangents hold whatever has to be reached and under any limits. To be given from one search to the next.
 */
export type KnownParts = Map<string, NonNullable<Node['warm']>>;

/** Of each search so many parts are worth remembering, as another one is likely to meet the first ones. */
export const PARTS_REMEMBERED = 32;
/** What is known of a part can take a megabyte. */
const MOST_KEPT = 2 * PARTS_REMEMBERED;

/** All that tangents of a part depend on besides model and draws: what is asked, and between which bounds curves are replaced, if they are. */
export function keyOfPart({ asks, pooled, shared }: Task, { lower, upper, uses }: Node, relaxed: boolean): string {
  const asked = asks.map((ask) =>
    JSON.stringify(ask, (name, value: unknown) => (name === 'pieces' || name === 'less' ? undefined : value)),
  );
  const pieces = asks.map((ask) => (ask.kind === 'mean' ? ask.pieces.count : 'less' in ask));
  return [relaxed, pooled, shared, ...asked, ...pieces, uses.join(), lower.join(), upper.join()].join(';');
}

export function remember(known: KnownParts, key: string, part: NonNullable<Node['warm']>): void {
  known.delete(key);
  for (const oldest of known.keys()) {
    if (known.size < MOST_KEPT) break;
    known.delete(oldest);
  }
  known.set(key, part);
}
