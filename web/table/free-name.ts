import type { Section } from './outline.ts';

/** `search`, or `search-2`, whichever is the first that no row has. */
export function freeName(name: string, { rows }: Section): string {
  const taken = new Set(rows.map(({ key }) => String(key)));
  const stem = name.replace(/-\d+$/, '');
  for (let k = 2; ; k++) {
    const candidate = taken.has(name) || k > 2 ? `${stem}-${k}` : name;
    if (!taken.has(candidate)) return candidate;
  }
}
