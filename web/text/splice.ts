/** Where in a YAML text an edit has to be made. */
import { isCollection, isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from '../../src/scenario/text/finding.ts';
import { keyText } from '../../src/scenario/text/values.ts';
import { nameSources, sourcesOf } from './cell-value.ts';
import type { TextEdit } from './text-edit.ts';
import { endOfContent, partsOf, type Part } from './parts.ts';

/** Replaces the characters from `from` up to `to`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Ways to make an edit, likeliest first: they differ in quotes, which may or may not be needed. */
export function splice(text: string, root: ParsedNode | null, edit: TextEdit): readonly (readonly Splice[])[] {
  switch (edit.kind) {
    case 'set':
      return edit.text.trim() === ''
        ? onPart(text, root, edit.path, (parts, at, holders) => [removal(text, parts, at, holders)])
        : setting(text, root, edit);
    case 'rename':
      return onPart(text, root, edit.path, (parts, at) => {
        const { key } = parts[at]!;
        return key === undefined
          ? []
          : nameSources(edit.name).map((name) => [{ from: key.range[0], to: key.range[1], text: name }]);
      });
    case 'copy':
      return onPart(text, root, edit.path, (parts, at) =>
        nameSources(edit.name).map((name) => copying(text, parts[at]!, name)),
      );
    case 'move':
      return onPart(text, root, edit.path, (parts, at) => [moving(text, parts, at, edit.by)]);
  }
}

type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

interface Holder {
  readonly parts: readonly Part[];
  readonly at: number;
}

/** The parts of the collection that holds what is at `path`, its place there, and the same of all around it. */
function onPart(
  text: string,
  root: ParsedNode | null,
  path: Path,
  act: (parts: readonly Part[], at: number, holders: readonly Holder[]) => readonly (readonly Splice[])[],
): readonly (readonly Splice[])[] {
  const holders: Holder[] = [];
  let node = root;
  for (const part of path) {
    if (!isMap(node) && !isSeq(node)) return [];
    const parts = partsOf(node, text);
    const at = placeOf(node, part);
    if (at < 0) return [];
    holders.push({ parts, at });
    node = parts[at]!.value;
  }
  const last = holders.at(-1);
  return last === undefined ? [] : act(last.parts, last.at, holders.slice(0, -1));
}

function placeOf(node: Collection, part: string | number): number {
  if (isSeq(node)) return typeof part === 'number' && part < node.items.length ? part : -1;
  return node.items.findIndex(({ key }) => keyText(key) === String(part));
}

/** Takes out a part; the only one of a collection goes with what holds it. */
function removal(text: string, parts: readonly Part[], at: number, holders: readonly Holder[]): readonly Splice[] {
  const outer = holders.at(-1);
  if (parts.length === 1 && outer !== undefined) {
    return removal(text, outer.parts, outer.at, holders.slice(0, -1));
  }
  const part = parts[at]!;
  if (part.flow) {
    const [before, after] = [parts[at - 1], parts[at + 1]];
    if (after !== undefined) return [{ from: part.from, to: after.from, text: '' }];
    return [{ from: before?.to ?? part.from, to: part.to, text: '' }];
  }
  const next = parts[at + 1]?.key;
  if (!isLine(text, part) && next !== undefined) return [{ from: part.from, to: next.range[0], text: '' }];
  // Of the empty lines around it one stays.
  const isLoose = text.slice(0, part.from).endsWith('\n\n') && /^(?:\n|$)/.test(text.slice(part.to));
  return [{ from: part.from - (isLoose ? 1 : 0), to: part.to, text: '' }];
}

function copying(text: string, part: Part, name: string): readonly Splice[] {
  const { from, to, key, flow } = part;
  const whole = text.slice(from, to);
  const copy =
    key === undefined ? whole : whole.slice(0, key.range[0] - from) + name + whole.slice(key.range[1] - from);
  if (flow) return [{ from: to, to, text: `, ${copy}` }];
  const gap = text.slice(0, from).endsWith('\n\n') ? '\n' : '';
  return [{ from: to, to, text: (text.slice(0, to).endsWith('\n') ? '' : '\n') + gap + copy }];
}

function moving(text: string, parts: readonly Part[], at: number, by: number): readonly Splice[] {
  const order = parts
    .map((_, place) => place)
    .toSpliced(at, 1)
    .toSpliced(at + by, 0, at);
  // Each place takes the text of the part that now stands there; what lies between places stays.
  return parts.flatMap(({ from, to, flow }, place) => {
    const moved = parts[order[place]!]!;
    if (moved.from === from) return [];
    const content = text.slice(moved.from, moved.to);
    const line = flow || content.endsWith('\n') || !text.slice(from, to).endsWith('\n') ? content : `${content}\n`;
    return [{ from, to, text: line }];
  });
}

function setting(
  text: string,
  root: ParsedNode | null,
  { path, text: typed, order }: Extract<TextEdit, { kind: 'set' }>,
): readonly (readonly Splice[])[] {
  let node = root;
  for (const [depth, part] of path.entries()) {
    if (!isMap(node) && !isSeq(node)) return [];
    const parts = partsOf(node, text);
    const at = placeOf(node, part);
    const rest = path.slice(depth);
    if (at < 0) {
      const place =
        order === undefined || depth !== path.length - 1 ? parts.length : placeFor(String(part), parts, order);
      return sourcesOf(typed).map((source) => [
        insertion(text, node as Collection, parts, place, { rest, source, depth }),
      ]);
    }
    const { value, key } = parts[at]!;
    const isLast = depth === path.length - 1;
    if (isLast || !(isMap(value) || isSeq(value))) {
      return sourcesOf(typed).map((source) => [replacement(text, { value, key }, flowOf(rest.slice(1), source))]);
    }
    node = value;
  }
  return [];
}

/** Behind the nearest field that stands before this one in the order of the schema. */
function placeFor(name: string, parts: readonly Part[], order: readonly string[]): number {
  const rank = order.indexOf(name);
  if (rank < 0) return parts.length;
  const before = parts.findLastIndex(({ key }) => {
    const other = key === undefined ? -1 : order.indexOf(keyText(key) ?? '');
    return other >= 0 && other < rank;
  });
  return before + 1;
}

function replacement(text: string, { value, key }: Pick<Part, 'value' | 'key'>, source: string): Splice {
  const stands = value !== null && value.range[0] < value.range[1];
  const isInline = stands && (!isCollection(value) || value.flow === true);
  if (isInline || key === undefined) {
    const [from, to] = [value?.range[0] ?? 0, value?.range[1] ?? 0];
    return { from, to, text: source + (text.slice(from, to).endsWith('\n') ? '\n' : '') };
  }
  // What follows its name on further lines, or nothing.
  const colon = text.indexOf(':', key.range[1]) + 1;
  const end = stands ? endOfContent(value) : colon;
  return { from: colon, to: end, text: ` ${source}${text.slice(colon, end).endsWith('\n') ? '\n' : ''}` };
}

interface New {
  /** What is missing of the path. */
  readonly rest: Path;
  readonly source: string;
  /** How deep in the file. */
  readonly depth: number;
}

/** Parts of the file itself and of its sections start a line of their own; what is deeper stands in braces. */
const DEEPEST_LINES = 2;

function insertion(text: string, node: Collection, parts: readonly Part[], place: number, added: New): Splice {
  const { rest, source, depth } = added;
  if (node.flow === true) {
    const one = entryOf(rest, source);
    const [before, after] = [parts[place - 1], parts[place]];
    if (before !== undefined) return { from: before.to, to: before.to, text: `, ${one}` };
    if (after !== undefined) return { from: after.from, to: after.from, text: `${one}, ` };
    return { from: node.range[0], to: node.range[1], text: isSeq(node) ? `[${one}]` : `{ ${one} }` };
  }
  const indent = columnOf(text, parts[0]!);
  const lines = linesOf(rest, source, indent, depth);
  const at = place === 0 ? parts[0]!.from : parts[place - 1]!.to;
  if (place === 0 && !isLine(text, parts[0]!)) return { from: at, to: at, text: `${lines.trimStart()}\n${indent}` };
  return { from: at, to: at, text: `${text.slice(0, at).endsWith('\n') || at === 0 ? '' : '\n'}${lines}\n` };
}

function columnOf(text: string, { key, value }: Part): string {
  const first = (key ?? value)!.range[0];
  const line = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  return key === undefined ? /^ */.exec(line)![0] : ' '.repeat(line.length);
}

/** Whether a part begins with its line. */
function isLine(text: string, { from }: Part): boolean {
  return from === 0 || text[from - 1] === '\n';
}

function linesOf(rest: Path, source: string, indent: string, depth: number): string {
  const [part, ...inner] = rest;
  const mark = typeof part === 'number' ? '- ' : `${nameOf(part!)}:`;
  if (typeof part === 'number') return `${indent}${mark}${flowOf(inner, source)}`;
  if (inner.length === 0 || depth >= DEEPEST_LINES) return `${indent}${mark} ${flowOf(inner, source)}`;
  return `${indent}${mark}\n${linesOf(inner, source, `${indent}  `, depth + 1)}`;
}

/** `{ share: { max: 40% } }` for what lies below. */
function flowOf(rest: Path, source: string): string {
  const [part] = rest;
  if (part === undefined) return source;
  return typeof part === 'number' ? `[${entryOf(rest, source)}]` : `{ ${entryOf(rest, source)} }`;
}

function entryOf([part, ...inner]: Path, source: string): string {
  const value = flowOf(inner, source);
  return typeof part === 'number' ? value : `${nameOf(part!)}: ${value}`;
}

function nameOf(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) && !/^(?:true|false|null)$/i.test(name) ? name : JSON.stringify(name);
}
