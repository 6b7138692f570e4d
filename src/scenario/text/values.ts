import { isAlias, isMap, isScalar, isSeq, Scalar, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { doubtOfList, mistakesOfBraces } from './commas.ts';
import { pathText, type Finding, type Path } from './finding.ts';
import { MOST_ENTRIES } from './limits.ts';
import { doubtOfScalar } from './scalars.ts';

/** Names that mean something to JavaScript on every object. */
const RESERVED_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The tree as plain values: objects without prototype, lists, texts, numbers, truth values and null; and what was found
 * wrong or doubtful on the way. Names are texts, as they stand in the file, but reserved ones, which are left out; of
 * what is given twice the first is the value.
 */
export function valueOfTree(
  root: ParsedNode | null,
  text: string,
  lineOf: (at: number) => number,
): {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Parts whose values are not what was meant, as an error among the findings tells: the rest can still be looked at. */
  readonly unread: readonly Path[];
} {
  const findings: Finding[] = [];
  const unread: Path[] = [];
  // JSON is written by machines, which put no space after a comma.
  const isJson = root !== null && !isScalar(root) && !isAlias(root) && root.flow === true;
  const value = root === null ? null : valueOf(root, []);
  return { value, findings, unread };

  function valueOf(node: ParsedNode, path: Path): unknown {
    const marked = refuseMarks(node, path);
    if (isMap(node)) return objectOf(node, path);
    if (isSeq(node)) return listOf(node, path);
    // A tag may have made another value of it.
    if (marked) unread.push(path);
    if (!isScalar(node)) return null;
    const doubt = doubtOfScalar(node, text.slice(node.range[0], node.range[1]));
    if (doubt !== undefined) note(path, { at: node.range[0], ...doubt });
    return node.value;
  }

  function listOf(node: YAMLSeq.Parsed, path: Path): unknown[] {
    const doubt = isJson ? undefined : doubtOfList(node, text);
    if (doubt !== undefined) note(path, doubt);
    return node.items.map((item, place) => valueOf(item, [...path, place]));
  }

  function objectOf(node: YAMLMap.Parsed, path: Path): object {
    const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    if (node.items.length > MOST_ENTRIES) {
      const message = `a list of names may have 2,000 entries, this one has ${node.items.length}`;
      note(path, { at: node.range[0], severity: 'error', message });
      return object;
    }
    for (const finding of mistakesOfBraces(node, text)) note(path, finding);
    const lines = new Map<string, number>();
    for (const { key, value } of node.items) {
      const name = nameOf(key, path);
      if (name === undefined) continue;
      const inside = [...path, name];
      const own = value === null ? null : valueOf(value, inside);
      const line = lines.get(name);
      if (line === undefined) {
        lines.set(name, lineOf(key.range[0]));
        object[name] = own;
      } else {
        const message = `\`${name}\` is given twice, first in line ${line}`;
        const advice = 'Delete one of the two.';
        findings.push({ at: key.range[0], path: pathText(inside), severity: 'error', message, advice });
      }
    }
    return object;
  }

  function nameOf(key: ParsedNode, path: Path): string | undefined {
    refuseMarks(key, path);
    const name = keyText(key);
    const found = { at: key.range[0], path: pathText(path), severity: 'error' } as const;
    if (name === undefined) {
      findings.push({ ...found, message: 'a name must be a text', advice: 'Put it in quotes.' });
    } else if (RESERVED_NAMES.has(name)) {
      const message = `\`${name}\` cannot be used as a name`;
      findings.push({ ...found, message, advice: 'Give it another name, or delete it.' });
      unread.push([...path, name]);
    } else {
      return name;
    }
    return undefined;
  }

  /** Whether there are any. */
  function refuseMarks(node: ParsedNode, path: Path): boolean {
    const anchored = isAlias(node) || node.anchor !== undefined;
    if (!anchored && node.tag === undefined) return false;
    // The mark stands before the node, except for an alias, which is nothing else.
    const message = anchored
      ? 'anchors and aliases (`&name`, `*name`) are not supported'
      : 'tags (`!name`) are not supported';
    const advice = 'Write the value out, or put it in quotes if it is a text.';
    findings.push({ at: node.range[0], path: pathText(path), severity: 'error', message, advice });
    return true;
  }

  /** What is wrong or doubtful about the value at a path. */
  function note(path: Path, doubt: Omit<Finding, 'path'>): void {
    findings.push({ path: pathText(path), ...doubt });
    if (doubt.severity === 'error') unread.push(path);
  }
}

/** A name as it stands in the file: `1`, `1.50` and `null` are names like any other; nothing at all is none. */
export function keyText(key: ParsedNode): string | undefined {
  if (!isScalar(key)) return undefined;
  const name = key.type === Scalar.PLAIN ? key.source : key.value;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
