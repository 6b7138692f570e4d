import { isCollection, isMap, isSeq, type ParsedNode } from 'yaml';
import type { Path } from './finding.ts';
import { keyText } from './values.ts';

/**
 * Characters before what `path` leads to: before its value where that stands beside its name, else before its name.
 * For what is not in the file, before the name of the nearest part that is and would hold it.
 */
export function offsetOf(root: ParsedNode | null, path: Path, part: 'name' | 'value'): number {
  let at = root?.range[0] ?? 0;
  let node = root;
  for (const [depth, step] of path.entries()) {
    const found = childOf(node, step);
    if (found === undefined) break;
    node = found.value;
    const isWanted = part === 'value' && depth === path.length - 1;
    at = isWanted && standsBesideName(node) ? node.range[0] : found.at;
  }
  return at;
}

interface Child {
  readonly at: number;
  readonly value: ParsedNode | null;
}

function childOf(node: ParsedNode | null, step: string | number): Child | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => keyText(key) === String(step));
    return pair && { at: pair.key.range[0], value: pair.value };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item && { at: item.range[0], value: item };
  }
  return undefined;
}

/** Not so what is empty, and what follows indented on the next lines. */
function standsBesideName(node: ParsedNode | null): node is ParsedNode {
  if (node === null || node.range[0] === node.range[1]) return false;
  return !isCollection(node) || node.flow === true;
}
