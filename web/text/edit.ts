/**
 * Changes of single fields in the text of a scenario: only what is meant changes, and all else, comments and the way
 * it is written included, stays as it is.
 */
import { isMap as isFields } from '../../src/scenario/path.ts';
import { compose } from '../../src/scenario/text/compose.ts';
import type { Path } from '../../src/scenario/text/finding.ts';
import { mistakeOfWhole } from '../../src/scenario/text/limits.ts';
import { valueOfTree } from '../../src/scenario/text/values.ts';
import { jsonStyle } from './json-text.ts';
import { mentionEdits } from './mentions.ts';
import { splice, type Splice } from './splice.ts';
import { valueOfCell } from './cell-value.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The text after one edit after the other; undefined when the text cannot be read, or one of them cannot be made:
 * a name that is taken, a place that does not exist.
 */
export function editText(text: string, edits: readonly TextEdit[]): string | undefined {
  return edits.reduce<string | undefined>((before, edit) => before && withMentions(editOnce(before, edit), edit), text);
}

/** What cannot follow a new name is left for the reader of the file to find. */
function withMentions(text: string | undefined, edit: TextEdit): string | undefined {
  if (text === undefined || edit.kind !== 'rename' || edit.path.length !== 2) return text;
  const [section, name] = edit.path.map(String) as [string, string];
  const mentions = mentionEdits(contentOf(text)?.value, section, name, edit.name);
  return mentions.reduce((before, mention) => editOnce(before, mention) ?? before, text);
}

function editOnce(text: string, edit: TextEdit): string | undefined {
  const before = contentOf(text);
  if (before === undefined) return undefined;
  const wanted = valueAfter(before.value, edit);
  if (wanted === undefined) return undefined;
  const json = jsonStyle(text);
  if (json !== undefined) return JSON.stringify(wanted, null, json.indent) + json.end;
  for (const way of splice(text, before.root, edit)) {
    const after = applied(text, way);
    const content = contentOf(after);
    if (content !== undefined && textOf(content.value, edit) === textOf(wanted, edit)) return after;
  }
  return undefined;
}

function contentOf(text: string) {
  if (mistakeOfWhole(text) !== undefined) return undefined;
  const composed = compose(text);
  if (!composed.ok || composed.document.errors.length > 0) return undefined;
  const root = composed.document.contents;
  return { root, value: valueOfTree(root, text, () => 1).value };
}

function applied(text: string, splices: readonly Splice[]): string {
  return splices
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, { from, to, text }) => whole.slice(0, from) + text + whole.slice(to), text);
}

/** What the file holds after the edit, as plain values; undefined when the edit cannot be made. */
function valueAfter(value: unknown, edit: TextEdit): unknown {
  const copy = structuredClone(value) ?? {};
  switch (edit.kind) {
    case 'set': {
      const set =
        edit.text.trim() === '' ? removed(copy, edit.path) : assigned(copy, edit.path, valueOfCell(edit.text));
      return set.ok ? set.value : undefined;
    }
    case 'rename':
      return onEntries(copy, edit.path, (entries, at) =>
        entries.some(([name]) => name === edit.name) ? undefined : entries.with(at, [edit.name, entries[at]![1]]),
      );
    case 'copy':
      return onEntries(copy, edit.path, (entries, at) =>
        typeof edit.path.at(-1) === 'string' && entries.some(([name]) => name === edit.name)
          ? undefined
          : entries.toSpliced(at + 1, 0, [edit.name, entries[at]![1]]),
      );
    case 'move':
      return onEntries(copy, edit.path, (entries, at) => {
        const to = at + edit.by;
        return to < 0 || to >= entries.length ? undefined : entries.toSpliced(at, 1).toSpliced(to, 0, entries[at]!);
      });
  }
}

type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function assigned(value: unknown, [part, ...rest]: Path, leaf: unknown): Outcome {
  if (part === undefined) return { ok: true, value: leaf };
  if (typeof part === 'number') {
    const list = value === undefined || value === null ? [] : value;
    if (!Array.isArray(list) || part > list.length) return { ok: false };
    const inner = assigned(list[part], rest, leaf);
    return inner.ok
      ? { ok: true, value: part === list.length ? [...list, inner.value] : list.with(part, inner.value) }
      : inner;
  }
  const fields = value === undefined || value === null ? {} : value;
  if (!isFields(fields)) return { ok: false };
  const inner = assigned(fields[part], rest, leaf);
  return inner.ok ? { ok: true, value: { ...fields, [part]: inner.value } } : inner;
}

/** Without what stands at a path, and without what then holds nothing; the whole stays. */
function removed(value: unknown, [part, ...rest]: Path): Outcome {
  if (part === undefined || typeof value !== 'object' || value === null) return { ok: false };
  const held: unknown = (value as Readonly<Record<string | number, unknown>>)[part];
  if (held === undefined) return { ok: false };
  const inner: Outcome = rest.length === 0 ? { ok: true, value: undefined } : removed(held, rest);
  if (!inner.ok) return inner;
  const left = inner.value;
  const isGone = left === undefined || (typeof left === 'object' && left !== null && Object.keys(left).length === 0);
  if (Array.isArray(value)) {
    return { ok: true, value: isGone ? value.toSpliced(Number(part), 1) : value.with(Number(part), left) };
  }
  const entries = Object.entries(value).flatMap(([name, one]): [string, unknown][] =>
    name === String(part) ? (isGone ? [] : [[name, left]]) : [[name, one]],
  );
  return { ok: true, value: Object.fromEntries(entries) };
}

type Entries = readonly (readonly [string, unknown])[];

function onEntries(value: unknown, path: Path, act: (entries: Entries, at: number) => Entries | undefined): unknown {
  const [part, ...rest] = path;
  if (part === undefined || typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value) as [string, unknown][];
  const at = entries.findIndex(([name]) => name === String(part));
  if (at < 0) return undefined;
  const inner = rest.length === 0 ? undefined : onEntries(entries[at]![1], rest, act);
  if (rest.length > 0 && inner === undefined) return undefined;
  const after = rest.length === 0 ? act(entries, at) : entries.with(at, [entries[at]![0], inner]);
  if (after === undefined) return undefined;
  return Array.isArray(value) ? after.map(([, one]) => one) : Object.fromEntries(after);
}

/** For comparing values: what is set may stand at any place among its siblings, what is moved may not. */
function textOf(value: unknown, { kind }: TextEdit): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    kind === 'set' && isFields(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
