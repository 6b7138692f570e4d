/** Undo and redo by snapshots: what is kept is small, immutable and shared between steps. */
import { cell, type Cell } from '../state/cell.ts';

export interface History<T> {
  readonly present: Cell<T>;
  readonly steps: Cell<Steps>;
  /**
   * Makes `next` the present, as a step that can be undone.
   *
   * @param kind  changes of the same kind shortly after one another are one step, such as letters typed into one text
   */
  change(next: T, kind?: string): void;
  /** Makes `next` the present without a step: what is looked at, not what is there. */
  look(next: T): void;
  undo(): void;
  redo(): void;
  /** A new beginning: nothing before it can be undone. */
  begin(present: T): void;
}

export interface Steps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const MOST_STEPS = 500;

/** Milliseconds between two changes of a kind that are one step. */
const PAUSE = 1000;

/** @param now  the time in milliseconds */
export function createHistory<T>(first: T, now: () => number = () => performance.now()): History<T> {
  const present = cell(first);
  const steps = cell<Steps>({ canUndo: false, canRedo: false });
  let past: readonly T[] = [];
  let future: readonly T[] = [];
  let last: { readonly kind: string; readonly at: number } | undefined;

  const show = (next: T) => {
    present.set(next);
    const { canUndo, canRedo } = steps.get();
    if (canUndo !== past.length > 0 || canRedo !== future.length > 0) {
      steps.set({ canUndo: past.length > 0, canRedo: future.length > 0 });
    }
  };

  return {
    present,
    steps,
    change(next, kind) {
      if (Object.is(next, present.get())) return;
      const at = now();
      const goesOn = kind !== undefined && last?.kind === kind && at - last.at < PAUSE && past.length > 0;
      if (!goesOn) past = [...past, present.get()].slice(-MOST_STEPS);
      last = kind === undefined ? undefined : { kind, at };
      future = [];
      show(next);
    },
    look(next) {
      last = undefined;
      show(next);
    },
    undo() {
      if (past.length === 0) return;
      const before = past.at(-1)!;
      past = past.slice(0, -1);
      future = [present.get(), ...future];
      last = undefined;
      show(before);
    },
    redo() {
      if (future.length === 0) return;
      const [after, ...further] = future as readonly [T, ...T[]];
      past = [...past, present.get()];
      future = further;
      last = undefined;
      show(after);
    },
    begin(next) {
      past = [];
      future = [];
      last = undefined;
      show(next);
    },
  };
}
