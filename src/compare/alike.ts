/**
 * The largest sets of members of which no two differ: the lines under a table of means. Every member is in at least one.
 *
 * @param differ  of two members, by index
 * Source: Bron and Kerbosch, "Finding all cliques of an undirected graph" (1973).
 */
export function alikeSets(members: number, differ: (a: number, b: number) => boolean): readonly (readonly number[])[] {
  const found: number[][] = [];
  const alike = (a: number, b: number) => a !== b && !differ(Math.min(a, b), Math.max(a, b));
  const grow = (set: readonly number[], open: readonly number[], closed: readonly number[]): void => {
    if (open.length === 0 && closed.length === 0) found.push([...set].sort((a, b) => a - b));
    const [left, done] = [[...open], [...closed]];
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const member = next;
      const fits = (other: number) => alike(member, other);
      grow([...set, member], left.filter(fits), done.filter(fits));
      done.push(member);
    }
  };
  grow(
    [],
    Array.from({ length: members }, (_, k) => k),
    [],
  );
  return found.sort((a, b) => a[0]! - b[0]! || b.length - a.length);
}
