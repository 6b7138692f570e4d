/** Files that are imported together, and what comes of them. Components show it; the work is done by a worker. */
import type { Issue } from '../../src/errors.ts';
import type { ImportLanguage } from '../../src/importers/exports/languages/languages.ts';
import { openThread } from '../engine/thread.ts';
import { cell, type Cell } from '../state/cell.ts';
import type { FoundExport, ImportAnswer, ImportQuestion, Joined, Wishes } from './wire.ts';

/** A file that was chosen. */
export interface ChosenFile {
  readonly id: number;
  readonly name: string;
  readonly reading:
    | { readonly status: 'reading' }
    | { readonly status: 'read'; readonly found: readonly FoundExport[] }
    | { readonly status: 'refused'; readonly issues: readonly Issue[] }
    /** The worker stopped, and with it went what it had read. */
    | { readonly status: 'lost'; readonly reason: string };
}

export interface ImportOutcome {
  /** Of what was asked last, or before it. */
  readonly joined?: Joined;
  /** Why what was asked last cannot be done. */
  readonly issues: readonly Issue[];
  /** An answer is awaited. */
  readonly isPending: boolean;
}

export interface ImportState {
  readonly files: Cell<readonly ChosenFile[]>;
  readonly wishes: Cell<Wishes>;
  readonly outcome: Cell<ImportOutcome>;
  add(files: readonly File[]): void;
  remove(id: number): void;
  wish(part: Partial<Wishes>): void;
  speak(language: ImportLanguage): void;
  /** Forgets files and wishes, and ends the worker with all that it has read. */
  clear(): void;
}

const NO_WISHES: Wishes = { start: '', periods: '', budget: '', currency: '', map: {}, stages: {} };
const NOTHING: ImportOutcome = { issues: [], isPending: false };

export function createImport(create: () => Worker, first: ImportLanguage): ImportState {
  const files = cell<readonly ChosenFile[]>([]);
  const wishes = cell(NO_WISHES);
  const outcome = cell(NOTHING);
  let language = first;
  let lastId = 0;
  let lastNumber = 0;

  const thread = openThread<ImportQuestion, ImportAnswer>(create, {
    onMessage(answer) {
      if (answer.kind === 'read') settle(answer.id, { status: 'read', found: answer.found });
      else if (answer.kind === 'not read') settle(answer.id, { status: 'refused', issues: answer.issues });
      else if (answer.number !== lastNumber) return;
      else if (answer.kind === 'joined') outcome.set({ joined: answer.joined, issues: [], isPending: false });
      else outcome.set({ ...outcome.get(), issues: answer.issues, isPending: false });
    },
    onDeath(reason) {
      files.set(files.get().map((file) => ({ ...file, reading: { status: 'lost', reason } })));
      outcome.set(NOTHING);
    },
  });

  function settle(id: number, reading: ChosenFile['reading']): void {
    files.set(files.get().map((file) => (file.id === id ? { ...file, reading } : file)));
    join();
  }

  /** Once all files are read, so that nothing is joined by halves. */
  function join(): void {
    const all = files.get();
    if (all.some(({ reading }) => reading.status === 'reading')) return;
    const ids = all.filter(({ reading }) => reading.status === 'read').map(({ id }) => id);
    lastNumber += 1;
    if (ids.length === 0) return outcome.set(NOTHING);
    outcome.set({ ...outcome.get(), isPending: true });
    thread.post({ kind: 'join', number: lastNumber, ids, wishes: wishes.get(), language });
  }

  return {
    files,
    wishes,
    outcome,
    add(chosen) {
      const added = chosen.map((file) => ({ id: (lastId += 1), file }));
      files.set([
        ...files.get(),
        ...added.map(({ id, file: { name } }): ChosenFile => ({ id, name, reading: { status: 'reading' } })),
      ]);
      for (const { id, file } of added) thread.post({ kind: 'read', id, file });
    },
    remove(id) {
      const removed = files.get().find((file) => file.id === id)?.reading.status;
      files.set(files.get().filter((file) => file.id !== id));
      if (files.get().length === 0) thread.stop();
      else if (removed === 'read' || removed === 'reading') thread.post({ kind: 'forget', id });
      join();
    },
    wish(part) {
      wishes.set({ ...wishes.get(), ...part });
      join();
    },
    speak(next) {
      if (next === language) return;
      language = next;
      join();
    },
    clear() {
      thread.stop();
      files.set([]);
      wishes.set(NO_WISHES);
      outcome.set(NOTHING);
    },
  };
}
