/** Who gets which of a few things next: first come, first served, so that runs at the same time take turns. */

export interface Turns<T> {
  take(): Promise<T>;
  giveBack(item: T): void;
}

export function takeTurns<T>(items: readonly T[]): Turns<T> {
  const free = [...items];
  const waiting: ((item: T) => void)[] = [];

  return {
    take: () =>
      new Promise((resolve) => {
        if (free.length > 0) resolve(free.shift()!);
        else waiting.push(resolve);
      }),
    giveBack(item) {
      const next = waiting.shift();
      if (next === undefined)
        free.unshift(item); // the one used last is the warm one
      else next(item);
    },
  };
}
