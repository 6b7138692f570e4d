/** Jobs that do what a test needs: work for a while, fail in every way a worker can, tell who they are. */
import { parentPort, threadId } from 'node:worker_threads';
import { ScenarioError } from '../../src/errors.ts';
import type { Jobs } from '../../src/worker/wire.ts';

interface Payload {
  readonly factor: number;
}

interface State {
  readonly factor: number;
  /** One number for each call of `prepare` in this thread. */
  readonly preparation: number;
}

let preparations = 0;
let lastAnswer = new Float64Array(1);

export const testJobs = {
  prepare({ factor }: Payload): State {
    if (factor === 0) throw new Error('the factor is 0');
    preparations += 1;
    return { factor, preparation: preparations };
  },
  kinds: {
    /** A sum in floating point, after `ms` of work. */
    sums: {
      chunk({ factor }: State, { first, count, ms }: { first: number; count: number; ms: number }) {
        spin(ms);
        const sums = new Float64Array(count);
        let sum = 0;
        for (let i = 0; i < count; i += 1) sums[i] = sum += factor / (first + i + 1);
        lastAnswer = sums;
        return { sums };
      },
    },
    /** Length of the last sums as this thread sees them: 0 if they were handed over, not copied. */
    lengthLeft: { chunk: () => lastAnswer.length },
    identity: {
      chunk: ({ preparation, factor }: State, ms: number) => {
        spin(ms);
        return { thread: threadId, preparation, factor };
      },
    },
    echo: { chunk: (_: State, request: unknown) => request },
    throws: {
      chunk(_: State, message: string) {
        throw new RangeError(message);
      },
    },
    rejectsInput: {
      chunk() {
        throw new ScenarioError([{ severity: 'error', path: 'budget', message: 'must be 1 or more', line: 3 }]);
      },
    },
    throwsText: {
      chunk() {
        // eslint-disable-next-line no-throw-literal, typescript/only-throw-error
        throw 'just text';
      },
    },
    unsendable: { chunk: () => () => 0 },
    /** Never ends, unless it is given a message to fail with. */
    hangs: {
      chunk(_: State, message: string | undefined): number {
        if (message !== undefined) throw new Error(message);
        for (;;);
      },
    },
    /** Ends its thread on the first `deaths` attempts; `attempts` is shared memory. */
    exits: {
      chunk(_: State, { attempts, deaths }: { attempts: Int32Array; deaths: number }) {
        if (Atomics.add(attempts, 0, 1) < deaths) process.exit(3);
        return 'survived';
      },
    },
    throwsOutside: {
      chunk: (): Promise<number> => {
        setTimeout(() => {
          throw new Error('thrown outside');
        });
        return new Promise(() => undefined);
      },
    },
    /** As if the next question could not be read. */
    cannotRead: {
      chunk: (): Promise<number> => {
        parentPort?.emit('messageerror', new Error('bad bytes'));
        return new Promise(() => undefined);
      },
    },
    fillsMemory: {
      chunk() {
        const rows: number[][] = [];
        for (;;) rows.push([rows.length, rows.length]);
      },
    },
  },
} satisfies Jobs<Payload, State>;

function spin(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
