import type { Path } from './text/finding.ts';

/** Equal for equal paths only. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** A copy of `content` without the parts at `paths`; later entries of a list move up. */
export function leaveOut(content: unknown, paths: readonly Path[]): unknown {
  const gone = new Set(paths.map(pathKey));
  const copy = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value)
      .map(([name, inner]) => ({ name, inner, at: [...path, Array.isArray(value) ? Number(name) : name] }))
      .filter(({ at }) => !gone.has(pathKey(at)))
      .map(({ name, inner, at }) => [name, copy(inner, at)] as const);
    return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
  };
  return gone.has(pathKey([])) ? undefined : copy(content, []);
}

/** Where the part at `path` of what `leaveOut` returned stands in the content. */
export function originalPath(path: Path, leftOut: readonly Path[]): Path {
  const gone = new Set(leftOut.map(pathKey));
  const original: (string | number)[] = [];
  for (const part of path) {
    if (typeof part === 'string') {
      original.push(part);
      continue;
    }
    let place = -1;
    for (let kept = 0; kept <= part; kept++) {
      do place += 1;
      while (gone.has(pathKey([...original, place])));
    }
    original.push(place);
  }
  return original;
}
