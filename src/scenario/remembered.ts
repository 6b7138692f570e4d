/**
 * Keeps what was made, by a text that says all that it depends on.
 *
 * @param most  so many are kept; beyond that all are forgotten
 */
export function remembered<T>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, { readonly made: T }>();
  return (key, make) => {
    let kept = known.get(key);
    if (kept === undefined) {
      if (known.size === most) known.clear();
      known.set(key, (kept = { made: make() }));
    }
    return kept.made;
  };
}
