import type { TargetedFocusEvent } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Page } from '../state/page.ts';
import type { TextEdit } from '../text/text-edit.ts';
import {
  blockIn,
  boxOf,
  cellEdit,
  cellText,
  groupsOf,
  moveBy,
  pasteEdits,
  shownColumns,
  tabFrom,
  type Place,
} from './grid-model.ts';
import type { CellContent, Column, Outline, Section } from './outline.ts';
import { blockText, readBlock, type Block } from './tsv.ts';

export interface GridProps {
  readonly page: Page;
  readonly outline: Outline;
  readonly section: Section;
  /** The text cannot be read: the table shows an older one, and takes no edits. */
  readonly isFrozen: boolean;
}

/** With `latest`, for what happens later: rows that have not changed are drawn with an earlier state. */
export type GridState = ReturnType<typeof useGrid>;

export const NO_CELL: CellContent = { text: '' };

/** Where one is in a grid, what is being typed there, and what keys and the clipboard do. */
export function useGrid({ page, outline, section, isFrozen }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const [asked, setAsked] = useState<readonly Column[]>([]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<Place>({ row: 0, column: 1 });
  const [anchor, setAnchor] = useState<Place>();
  const [editing, setShown] = useState<string>();
  // What is typed is at hand at once: a field that goes away tells that it was left before it is drawn anew.
  const draft = useRef<string>(undefined);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [pasted, setPasted] = useState<Block>();
  /** A row that has been added, until it is there. */
  const [awaited, setAwaited] = useState<string | number>();
  /** A column that has been asked for, until it is there. */
  const [awaitedColumn, setAwaitedColumn] = useState<string>();
  // What is typed meanwhile is its name; undefined where no row is on its way.
  const early = useRef<string>(undefined);

  const groups = useMemo(() => groupsOf(shownColumns(section, asked)), [section, asked]);
  const columns = useMemo(
    () => groups.flatMap((group) => (hidden.has(group.name) ? [] : group.columns)),
    [groups, hidden],
  );
  const { rows } = section;
  const width = columns.length + 1;
  const focus: Place = { row: Math.max(0, Math.min(at.row, rows.length - 1)), column: Math.min(at.column, width - 1) };
  const row = rows[focus.row];
  const column = columns[focus.column - 1];
  const content = (row && column && row.cells[column.key]) ?? NO_CELL;
  const box = boxOf(anchor ?? focus, focus);

  // At once: the next key may be on its way.
  useLayoutEffect(() => {
    if (!hasFocus.current || editing !== undefined) return;
    const cell = table.current?.querySelector<HTMLElement>(`[data-at="${placeKey(focus)}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focus.row, focus.column, editing, outline, awaitedColumn]);
  // What was typed is shown until the file is read with it.
  useEffect(() => setTyped((before) => (before.size === 0 ? before : new Map())), [outline]);

  const go = (to: Place, extend = false) => {
    hasFocus.current = true;
    setAnchor(extend ? (anchor ?? focus) : undefined);
    setAt(to);
  };
  const setEditing = (text: string | undefined) => {
    draft.current = text;
    setShown(text);
  };
  // To a new row, to be named at once where it has a name.
  useLayoutEffect(() => {
    const place = rows.findIndex(({ key }) => key === awaited);
    if (place < 0) return;
    setAwaited(undefined);
    go({ row: place, column: section.kind === 'named' ? 0 : 1 });
    if (section.kind === 'named') setEditing(early.current ?? '');
    early.current = undefined;
  }, [rows, awaited]);
  useLayoutEffect(() => {
    const place = columns.findIndex(({ key }) => key === awaitedColumn);
    if (place < 0) return;
    setAwaitedColumn(undefined);
    go({ row: focus.row, column: place + 1 });
  }, [columns, awaitedColumn]);
  const apply = (edits: readonly TextEdit[]) => {
    if (!isFrozen && edits.length > 0) void page.apply(edits);
  };
  const begin = (text: string) => {
    if (isFrozen || row === undefined || (column === undefined && section.kind !== 'named')) return;
    setAnchor(undefined);
    setEditing(text);
  };
  const commit = (to?: Place) => {
    const text = draft.current?.trim();
    if (text === undefined || row === undefined) return;
    setEditing(undefined);
    if (text !== cellText(row, column)) {
      if (column !== undefined) {
        setTyped(new Map(typed).set(placeKey(focus), text));
        apply([cellEdit(row, column, text)]);
      } else if (text !== '') {
        apply([{ kind: 'rename', path: row.path, name: text }]);
      }
    }
    if (to !== undefined) go(to);
  };
  const clear = () =>
    apply(
      rows.slice(box.from.row, box.to.row + 1).flatMap((one) =>
        columns
          .slice(Math.max(0, box.from.column - 1), box.to.column)
          .filter((field) => cellText(one, field) !== '')
          .map((field) => cellEdit(one, field, '')),
      ),
    );
  const leave = () => {
    hasFocus.current = false;
    bar.current?.focus();
  };

  const onKey = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event;
    if (event.target instanceof HTMLButtonElement) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const moved = altKey ? undefined : moveBy(key, ctrl, focus, rows.length, width);
    if (moved !== undefined) go(moved, shiftKey);
    else if (altKey && key === 'Enter' && content.fault?.fix !== undefined) apply([content.fault.fix.edit]);
    else if (key === 'Enter' || key === 'F2') begin(row === undefined ? '' : cellText(row, column));
    else if (key === 'Delete' || key === 'Backspace') clear();
    else if (key === 'Escape') leave();
    else if (key.length === 1 && !ctrl && !altKey) begin(key);
    else return;
    event.preventDefault();
  };
  const onEditorKey = (event: KeyboardEvent) => {
    const { key, shiftKey, isComposing } = event;
    if (isComposing || !['Enter', 'Tab', 'Escape'].includes(key)) return;
    event.preventDefault();
    if (key === 'Escape') return setEditing(undefined);
    if (key === 'Tab') return commit(tabFrom(focus, shiftKey, rows.length, width) ?? focus);
    commit({ row: Math.min(rows.length - 1, Math.max(0, focus.row + (shiftKey ? -1 : 1))), column: focus.column });
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing !== undefined) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', blockText(blockIn(rows, columns, box)));
    if (event.type === 'cut') clear();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing !== undefined || isFrozen || row === undefined) return;
    event.preventDefault();
    const block = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    if (block.length > 1 || block[0]!.length > 1) setPasted(block);
    else apply(pasteEdits(section, columns, focus, block).edits);
  };

  const grid = {
    table,
    bar,
    groups,
    columns,
    hidden,
    focus,
    row,
    column,
    content,
    box,
    isBlock: anchor !== undefined,
    editing,
    typed,
    pasted,
    go,
    apply,
    begin,
    commit,
    setEditing,
    setPasted,
    /** Shows one more column, and goes there. */
    add: (field: Column) => {
      setAsked([...asked, field]);
      setAwaitedColumn(field.key);
    },
    /** Adds a row once it is made. */
    addRow: async (making: Promise<{ readonly edits: readonly TextEdit[]; readonly key: string | number }>) => {
      early.current = '';
      let isOnItsWay = false;
      try {
        const { edits, key } = await making;
        setAwaited(key);
        isOnItsWay = await page.apply(edits);
      } finally {
        if (!isOnItsWay) early.current = undefined;
      }
    },
    /** A key on a button beside the table: with a row on its way it is for that. */
    onEarlyKey: (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isElsewhere = !(target instanceof HTMLButtonElement) || ctrlKey || metaKey || altKey;
      if (early.current === undefined || isElsewhere) return;
      if (key.length === 1) early.current += key;
      else if (key === 'Backspace') early.current = early.current.slice(0, -1);
      else if (key !== 'Enter') return;
      event.preventDefault();
    },
    /** The focus goes to another part of the page: what is read anew must not fetch it back. */
    onLeave: ({ relatedTarget, currentTarget }: TargetedFocusEvent<HTMLElement>) => {
      if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) hasFocus.current = false;
    },
    /** Does to the row in focus what a button beside the table says, and goes to it. */
    act: (edits: readonly TextEdit[]) => {
      hasFocus.current = true;
      apply(edits);
    },
    toggle: (group: string) => {
      const next = new Set(hidden);
      if (!next.delete(group)) next.add(group);
      setHidden(next);
    },
    /** Moves the row in focus, and the focus with it. */
    move: (by: number) => {
      if (row === undefined) return;
      grid.act([{ kind: 'move', path: row.path, by }]);
      setAt({ ...focus, row: focus.row + by });
    },
    rename: () => {
      go({ row: focus.row, column: 0 });
      setEditing(String(row?.key ?? ''));
    },
    /** A cell has the focus, by mouse or otherwise. */
    enter: (place: Place) => {
      hasFocus.current = true;
      if (place.row !== focus.row || place.column !== focus.column) setAt(place);
    },
    onKey,
    onEditorKey,
    onCopy,
    onPaste,
  };
  const latest = useRef(grid);
  latest.current = grid;
  return { ...grid, latest };
}

export function placeKey({ row, column }: Place): string {
  return `${row}-${column}`;
}
