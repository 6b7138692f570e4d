/** A value that others may watch. */
export interface Cell<T> {
  get(): T;
  /** Sets the value, and tells those who watch when it is another one. */
  set(value: T): void;
  /** Calls `watcher` after every change; returns how to stop that. */
  watch(watcher: () => void): () => void;
}

export function cell<T>(initial: T): Cell<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const watcher of watchers) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
