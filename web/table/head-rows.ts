import type { Section } from './outline.ts';
import { headingReader, isNumber, type HeadingWords, type Target } from './headings.ts';
import type { Block } from './tsv.ts';

/** The rows at the top of a block that have headings, read as one. */
export interface HeadRows {
  readonly count: 1 | 2;
  /** What stands above each column. */
  readonly headings: readonly string[];
  readonly targets: readonly Target[];
}

/** The first row; or the first two, groups above their columns as the page shows them, where more columns are known so. */
export function headRowsOf(block: Block, section: Section, languages: readonly HeadingWords[]): HeadRows {
  const [first = [], second] = block;
  const targetsOf = headingReader(section, languages);
  const one: HeadRows = { count: 1, headings: first, targets: targetsOf(first) };
  if (second === undefined || [...first, ...second].some(isNumber)) return one;
  const groups = spread(first, second.length);
  const joined = groups.map((group, c) => [group, second[c]].filter(Boolean).join(' · '));
  const [whole, lower] = [targetsOf(joined), targetsOf(second)];
  const targets = whole.map((target, c) => target ?? (whole.includes(lower[c]) ? undefined : lower[c]));
  if (known(targets) <= known(one.targets)) return one;
  // A group that ends before a column says nothing of it, such as that it is of percentages.
  const headings = joined.map((heading, c) => (whole[c] === undefined && targets[c] ? second[c]! : heading));
  return { count: 2, headings, targets };
}

/** A heading stands above all columns up to the next: spreadsheets copy the others of a joined cell as empty ones. */
function spread(groups: readonly string[], columns: number): readonly string[] {
  let last = '';
  return Array.from({ length: Math.max(groups.length, columns) }, (_, c) => (last = groups[c] || last));
}

function known(targets: readonly Target[]): number {
  return targets.filter(Boolean).length;
}
