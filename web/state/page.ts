/** All that the page knows, and all that one can do with it. Components show it; nothing here touches the document. */
import type { Report } from '../../src/domain.ts';
import type { Issue } from '../../src/errors.ts';
import { USUAL_DRAWS, USUAL_SEED } from '../../src/draws.ts';
import type { RunProgress } from '../../src/run.ts';
import { openReader, type Reader } from '../engine/reader.ts';
import { openRunner, type Runner } from '../engine/runner.ts';
import type { RunEnd, RunSettings } from '../engine/wire.ts';
import { cell, type Cell } from './cell.ts';

/** A text and what it is called: an example or a file of the planner's. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

export interface Findings {
  readonly issues: readonly Issue[];
  /** The text has changed since, and is being checked. */
  readonly pending: boolean;
}

export type RunState =
  | { readonly status: 'idle' }
  /** `stopping`: the search was asked to end with its best plan so far. */
  | { readonly status: 'running'; readonly progress?: RunProgress; readonly stopping?: true }
  /** Not started, or stopped at once: the text has errors. */
  | { readonly status: 'refused' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

export interface Result {
  readonly report: Report;
  readonly json: string;
  /** What was run. */
  readonly text: string;
}

export interface Page {
  readonly text: Cell<string>;
  /** As it was opened, before edits. */
  readonly opened: Cell<Document>;
  /** Edits that opening another document has pushed aside. */
  readonly setAside: Cell<Document | undefined>;
  /** Name of a file that was not opened, being far too large for a scenario. */
  readonly tooLarge: Cell<string | undefined>;
  readonly findings: Cell<Findings>;
  readonly settings: Cell<RunSettings>;
  readonly run: Cell<RunState>;
  readonly result: Cell<Result | undefined>;
  edit(text: string): void;
  open(document: Document): void;
  openFile(file: File): Promise<void>;
  /** Opens what was set aside, and forgets it. */
  bringBack(): void;
  start(): void;
  /** Ends a search with its best plan so far; what is not searching, or was asked already, it ends at once. */
  cancel(): void;
}

export interface PageWorkers {
  readonly reader: () => Worker;
  readonly runner: () => Worker;
}

/** Milliseconds of rest in typing after which a text is checked. */
const REST = 250;

/** Bytes; a scenario may have a million characters. */
const LARGEST_FILE = 4_000_000;

export function createPage(first: Document, workers: PageWorkers): Page {
  const text = cell(first.text);
  const opened = cell(first);
  const setAside = cell<Document | undefined>(undefined);
  const tooLarge = cell<string | undefined>(undefined);
  const findings = cell<Findings>({ issues: [], pending: true });
  const settings = cell<RunSettings>({ seed: USUAL_SEED, draws: USUAL_DRAWS });
  const run = cell<RunState>({ status: 'idle' });
  const result = cell<Result | undefined>(undefined);
  let rest: ReturnType<typeof setTimeout> | undefined;
  let started = '';

  const reader: Reader = openReader(workers.reader, (read, { issues }) => {
    findings.set({ issues, pending: read !== text.get() });
    if (run.get().status === 'refused' && !issues.some(isError)) run.set({ status: 'idle' });
  });
  const runner: Runner = openRunner(workers.runner, {
    onProgress: (progress) => {
      const before = run.get();
      run.set({ ...(before.status === 'running' ? before : { status: 'running' }), progress });
    },
    onEnd: (end) => finish(end),
  });

  const finish = (end: RunEnd) => {
    if (end.status === 'done') result.set({ report: end.report, json: end.json, text: started });
    if (end.status === 'refused' && started === text.get()) findings.set({ issues: end.issues, pending: false });
    if (end.status === 'failed' || end.status === 'cancelled') run.set(end);
    else run.set({ status: end.status === 'refused' ? 'refused' : 'idle' });
  };
  const check = (delay: number) => {
    clearTimeout(rest);
    findings.set({ ...findings.get(), pending: true });
    rest = setTimeout(() => reader.read(text.get()), delay);
  };

  const open = (document: Document) => {
    const edited = text.get() !== opened.get().text;
    setAside.set(edited ? { name: opened.get().name, text: text.get() } : undefined);
    tooLarge.set(undefined);
    opened.set(document);
    text.set(document.text);
    findings.set({ issues: [], pending: true });
    check(0);
  };

  check(0);
  return {
    text,
    opened,
    setAside,
    tooLarge,
    findings,
    settings,
    run,
    result,
    edit(next) {
      text.set(next);
      check(REST);
    },
    open,
    async openFile(file) {
      if (file.size > LARGEST_FILE) return tooLarge.set(file.name);
      open({ name: file.name, text: await file.text() });
    },
    bringBack() {
      const document = setAside.get();
      if (document === undefined) return;
      text.set(document.text);
      opened.set({ ...document, text: '' });
      setAside.set(undefined);
      check(0);
    },
    start() {
      const { issues, pending } = findings.get();
      if (!pending && issues.some(isError)) return run.set({ status: 'refused' });
      started = text.get();
      run.set({ status: 'running' });
      runner.run({ text: started, settings: settings.get() });
    },
    cancel() {
      const state = run.get();
      if (canStop(state)) {
        runner.stop();
        return run.set({ ...state, stopping: true });
      }
      runner.cancel();
      run.set({ status: 'cancelled' });
    },
  };
}

/** Whether there is a search that can be asked for its best plan so far. */
export function canStop(run: RunState): run is Extract<RunState, { readonly status: 'running' }> {
  return run.status === 'running' && run.stopping === undefined && isSearching(run.progress);
}

function isSearching(progress: RunProgress | undefined): boolean {
  return progress !== undefined && progress.phase !== 'judge';
}

export function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
