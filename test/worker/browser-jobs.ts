/** Jobs of the browser test. */
import type { Jobs } from '../../src/worker/wire.ts';

export const browserJobs = {
  prepare: (payload: { readonly factor: number }) => payload.factor,
  kinds: {
    scaled: {
      chunk: (factor: number, value: number) => new Float64Array([factor * value]),
    },
    throws: {
      chunk(_: number, message: string) {
        throw new RangeError(message);
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
    hangs: {
      chunk(): number {
        for (;;);
      },
    },
    /** Waits without yielding to the events of its thread. */
    spins: {
      chunk(_: number, ms: number) {
        const end = performance.now() + ms;
        while (performance.now() < end);
      },
    },
  },
} satisfies Jobs<{ readonly factor: number }, number>;
