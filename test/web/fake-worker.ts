/** A worker that does nothing: a test answers in its place. */
export interface FakeWorker extends EventTarget {
  readonly asked: readonly unknown[];
  readonly terminated: boolean;
  answer(data: unknown): void;
  die(message: string): void;
}

/** How to make workers, and those that were made. */
export function fakeWorkers(): { create: () => Worker; made: readonly FakeWorker[] } {
  const made: FakeWorker[] = [];
  return {
    made,
    create() {
      const target = new EventTarget();
      const asked: unknown[] = [];
      let terminated = false;
      const worker = Object.assign(target, {
        asked,
        postMessage: (question: unknown) => void asked.push(question),
        terminate: () => void (terminated = true),
        answer: (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data })),
        die: (message: string) => target.dispatchEvent(Object.assign(new Event('error'), { message })),
      });
      Object.defineProperty(worker, 'terminated', { get: () => terminated });
      made.push(worker as unknown as FakeWorker);
      return worker as unknown as Worker;
    },
  };
}
