/** Parts `items` into those linked to each other directly or through others, in the order of `items`. */
export function clustersOf<Item>(items: readonly Item[], linked: (a: Item, b: Item) => boolean): Item[][] {
  const left = new Set(items);
  return items.flatMap((first) => {
    if (!left.delete(first)) return [];
    const cluster = new Set([first]);
    for (const member of cluster) {
      for (const other of left) {
        if (!linked(member, other)) continue;
        left.delete(other);
        cluster.add(other); // the loop over `cluster` comes to it
      }
    }
    return [items.filter((item) => cluster.has(item))];
  });
}
