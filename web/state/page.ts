/** All that the page knows, and all that one can do with it. Components show it; nothing here touches the document. */
import type { Lags } from '../../src/finance/cash.ts';
import { USUAL_CHANCE, USUAL_DRAWS, USUAL_SEED } from '../../src/runs/usual.ts';
import type { Issue } from '../../src/errors.ts';
import { openReader, type Reader } from '../engine/reader.ts';
import type { RunSettings } from '../engine/wire.ts';
import type { Outline } from '../table/outline.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { openTextEditor } from '../text/editor.ts';
import { openDocument } from '../files/open.ts';
import { createHistory, type Steps } from '../history/history.ts';
import { cell, type Cell } from './cell.ts';
import { createRuns, type Result, type RunState } from './runs.ts';
import {
  isEdited,
  MOST_SCENARIOS,
  change,
  moved,
  selectedOf,
  setOf,
  withMore,
  without,
  withText,
  type Document,
  type ScenarioSet,
} from './scenario-set.ts';

export { canStop, type Result, type RunState } from './runs.ts';
export type { Document } from './scenario-set.ts';

export interface Findings {
  readonly issues: readonly Issue[];
  /** The text has changed since, and is being checked. */
  readonly pending: boolean;
  /** It cannot be read at all, so that the outline is of a text before it. */
  readonly isUnreadable?: true;
}

/** What came of something that was asked for, where that is not to be seen. */
export type Notice =
  /** A file far too large for a scenario. */
  | { readonly kind: 'too large'; readonly name: string }
  /** A file that is no scenario, and that none can be made of; `why` where an importer says so. */
  | { readonly kind: 'not opened'; readonly name: string; readonly why?: string }
  /** A scenario was made of a file of another program. */
  | { readonly kind: 'imported'; readonly name: string }
  /** No further scenario can be opened. */
  | { readonly kind: 'full' }
  /** An edit that does not fit the text: a name that is taken, a field that others stand in the place of. */
  | { readonly kind: 'not edited' }
  /** The set was opened from a link, and has to be copied before it is edited. */
  | { readonly kind: 'view only' };

/** The chance with which profit is to be reached and financing to be enough, and when money moves, in periods. */
export interface FinanceTerms {
  readonly chance: number;
  readonly lags: Lags;
}

export interface Page {
  /** All open scenarios; components that compare them watch this. */
  readonly set: Cell<ScenarioSet>;
  readonly steps: Cell<Steps>;
  /** The set is looked at, not edited: it came with a link. */
  readonly viewOnly: Cell<boolean>;
  /** Text of the selected scenario. */
  readonly text: Cell<string>;
  readonly notice: Cell<Notice | undefined>;
  /** Exports that are being imported together, as far as they were dropped on the page; undefined while none are. */
  readonly imports: Cell<readonly File[] | undefined>;
  /** About the text of the selected scenario. */
  readonly findings: Cell<Findings>;
  /** The selected scenario as tables and forms, as it was when it could last be read. */
  readonly outline: Cell<Outline | undefined>;
  readonly settings: Cell<RunSettings>;
  readonly run: Cell<RunState>;
  /** Of the selected scenario. */
  readonly result: Cell<Result | undefined>;
  /** On what finance counts, in its view and in reports. */
  readonly terms: Cell<FinanceTerms>;
  /** A record of a decision that is to be checked; without text where there is none. */
  readonly record: Cell<{ readonly text: string }>;
  /** Of every scenario that was run, by id. */
  readonly results: Cell<ReadonlyMap<string, Result>>;
  /**
   * Gives the selected scenario another text.
   *
   * @param kind  edits of one kind shortly after one another are undone together; none: a step of its own
   */
  edit(text: string, kind?: string): void;
  /**
   * Changes fields of a scenario, as one step; resolves with whether it could be done.
   *
   * @param id  of which one: the one that is selected now, unless said otherwise
   */
  apply(edits: readonly TextEdit[], id?: string): Promise<boolean>;
  select(id: string): void;
  /** Opens a document in the place of the selected scenario if that has no edits, else beside it. */
  open(document: Document): void;
  /** @param beside  files to be imported with it where it is data */
  openFile(file: File, beside?: readonly File[]): Promise<void>;
  /** Imports files where there are tables among them or the first is data, else opens the first. */
  drop(files: readonly File[]): void;
  /** Opens a document beside the selected scenario. */
  add(document: Document): void;
  /** Opens a copy of the selected scenario beside it, which gives itself another name. */
  duplicate(name: string): Promise<void>;
  remove(id: string): void;
  move(id: string, by: number): void;
  /** The selected scenario is now in a file of this name. */
  saved(name: string): void;
  /** Opens another set in the place of this one; can be undone. */
  replace(set: ScenarioSet): void;
  undo(): void;
  redo(): void;
  start(): void;
  /** Ends a search with its best plan so far; what is not searching, or was asked already, it ends at once. */
  cancel(): void;
}

export interface PageWorkers {
  readonly reader: () => Worker;
  readonly editor: () => Worker;
  readonly importer: () => Worker;
  readonly runner: () => Worker;
}

/** Milliseconds of rest in typing after which a text is checked. */
const REST = 250;

/** Scenarios and reports of other programs have other endings. */
const TABLE = /\.(?:csv|tsv|xlsx)$/i;
/** Of a scenario or of data; data may be larger. */
const JSON_FILE = /\.json$/i;

/** Bytes; a scenario may have a million characters, the report of another program twenty times as many. */
const LARGEST_FILE = 20_000_000;

export function createPage(first: Document | ScenarioSet, workers: PageWorkers): Page {
  const history = createHistory('scenarios' in first ? first : setOf([first]));
  const set = history.present;
  const text = cell(selectedOf(set.get()).text);
  const viewOnly = cell(false);
  const record = cell({ text: '' });
  const terms = cell<FinanceTerms>({ chance: USUAL_CHANCE, lags: { collect: 0, pay: 0 } });
  const notice = cell<Notice | undefined>(undefined);
  const imports = cell<readonly File[] | undefined>(undefined);
  const findings = cell<Findings>({ issues: [], pending: true });
  const settings = cell<RunSettings>({ seed: USUAL_SEED, draws: USUAL_DRAWS });
  const result = cell<Result | undefined>(undefined);
  const outline = cell<Outline | undefined>(undefined);
  const editor = openTextEditor(workers.editor);
  let rest: ReturnType<typeof setTimeout> | undefined;

  const runs = createRuns(workers.runner, (refused, issues) => {
    if (refused === text.get()) findings.set({ issues, pending: false });
  });
  const reader: Reader = openReader(workers.reader, (read, { issues, outline: found }) => {
    const pending = read !== text.get();
    if (found !== undefined && !pending) outline.set(found);
    findings.set({ issues, pending, ...(found === undefined && { isUnreadable: true }) });
    if (runs.state.get().status === 'refused' && !issues.some(isError)) runs.state.set({ status: 'idle' });
  });
  const check = (delay: number) => {
    clearTimeout(rest);
    rest = setTimeout(() => reader.read(text.get()), delay);
  };

  let shown = set.get().selected;
  let isTyping = false;
  const showResult = () => result.set(runs.results.get().get(set.get().selected));
  runs.results.watch(showResult);
  set.watch(() => {
    const { id, text: next } = selectedOf(set.get());
    const isOther = id !== shown;
    shown = id;
    showResult();
    if (!isOther && next === text.get()) return;
    text.set(next);
    // Issues of a text that was edited are nearly right; those of another scenario are not.
    findings.set({ issues: isOther ? [] : findings.get().issues, pending: true });
    if (isOther) outline.set(undefined);
    check(isTyping ? REST : 0);
  });

  const step = (next: ScenarioSet, kind?: string) => {
    if (viewOnly.get()) notice.set({ kind: 'view only' });
    else history.change(next, kind);
  };
  const put = (document: Document) => {
    const isFull = set.get().scenarios.length >= MOST_SCENARIOS;
    notice.set(isFull ? { kind: 'full' } : undefined);
    step(withMore(set.get(), document));
  };
  const open = (document: Document) => {
    const selected = selectedOf(set.get());
    if (isEdited(selected)) return put(document);
    notice.set(undefined);
    step(change(set.get(), selected.id, ({ id }) => ({ id, ...document, opened: document.text })));
  };

  let applying: Promise<boolean> = Promise.resolve(true);
  const apply = async (edits: readonly TextEdit[], id: string): Promise<boolean> => {
    const textNow = () => set.get().scenarios.find((scenario) => scenario.id === id)?.text;
    const before = textNow();
    const after = before === undefined ? undefined : await editor.edit(before, edits);
    if (textNow() === undefined) return false; // closed meanwhile
    if (textNow() !== before) return apply(edits, id); // typed meanwhile
    notice.set(after === undefined ? { kind: 'not edited' } : undefined);
    if (after !== undefined) step(withText(set.get(), id, after));
    return after !== undefined;
  };

  const importFiles = (files: readonly File[]) => {
    notice.set(undefined);
    imports.set(files);
  };
  const openFile = async (file: File, beside: readonly File[] = []) => {
    const { name } = file;
    if (file.size > LARGEST_FILE) {
      return JSON_FILE.test(name) ? importFiles([file, ...beside]) : notice.set({ kind: 'too large', name });
    }
    const content = await file.text();
    const opened = await openDocument({ name, text: content }, workers.importer);
    if (opened.status === 'record') return record.set({ text: content });
    if (opened.status === 'data') return importFiles([file, ...beside]);
    if (opened.status === 'unknown') return notice.set({ kind: 'not opened', name });
    if (opened.status === 'refused') return notice.set({ kind: 'not opened', name, why: opened.message });
    open(opened.document);
    if (opened.status === 'imported' && notice.get() === undefined) notice.set({ kind: 'imported', name });
  };

  check(0);
  return {
    set,
    viewOnly,
    steps: history.steps,
    text,
    notice,
    imports,
    findings,
    outline,
    record,
    terms,
    settings,
    run: runs.state,
    result,
    results: runs.results,
    edit(next, kind) {
      const { selected } = set.get();
      isTyping = kind !== undefined;
      step(withText(set.get(), selected, next), kind === undefined ? undefined : `${kind} ${selected}`);
      isTyping = false;
    },
    apply(edits, id = set.get().selected) {
      applying = applying.then(() => apply(edits, id));
      return applying;
    },
    select: (id) => history.look({ ...set.get(), selected: id }),
    open,
    openFile,
    drop(files) {
      const [first, ...others] = files;
      if (files.some(({ name }) => TABLE.test(name))) importFiles(files);
      else if (first !== undefined) void openFile(first, others);
    },
    add: put,
    async duplicate(name) {
      const { text: original, name: file } = selectedOf(set.get());
      const renamed = await editor.edit(original, [{ kind: 'set', path: ['name'], text: name }]);
      put({ name: file, text: renamed ?? original });
    },
    remove: (id) => step(without(set.get(), id)),
    move: (id, by) => step(moved(set.get(), id, by)),
    saved: (name) =>
      history.look(change(set.get(), set.get().selected, (scenario) => ({ ...scenario, name, opened: scenario.text }))),
    replace: (next) => step(next),
    undo: () => history.undo(),
    redo: () => history.redo(),
    start() {
      const { issues, pending } = findings.get();
      if (!pending && issues.some(isError)) return runs.state.set({ status: 'refused' });
      runs.start(selectedOf(set.get()), settings.get());
    },
    cancel: () => runs.cancel(),
  };
}

export function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
