/** Workers of Node. */
import { availableParallelism } from 'node:os';
import { Worker, type MessagePort, type ResourceLimits, type TransferListItem } from 'node:worker_threads';
import type { Endpoint } from 'comlink';
import type { Spawn } from './line.ts';
import { MOST_WORKERS } from './pool.ts';

/** Threads worth starting on this machine, at least 1. */
export function defaultSize(): number {
  return Math.min(availableParallelism(), MOST_WORKERS);
}

/**
 * Of the heap of a thread. Its numbers live in arrays outside, which are freed when what holds them is swept: a small
 * space for young objects is swept often, which saves some 30 MB a thread.
 */
const LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 12 };

/**
 * How to start a worker thread.
 *
 * @param entry           the compiled entry file: a thread does not read TypeScript
 * @param resourceLimits  of the JavaScript heap; a thread that exceeds it dies alone. Typed arrays are not counted.
 */
export function nodeSpawn(entry: URL, resourceLimits: ResourceLimits = LIMITS): Spawn {
  return (died) => {
    const worker = new Worker(entry, { resourceLimits });
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`exit code ${code}`)));
    // An idle pool keeps no process alive; a question does, by the timer of its patience. Not before it is online:
    // to listen for messages, as the pool does next, would undo it.
    const rest = () => worker.unref();
    worker.once('online', rest);
    return {
      endpoint: nodeEndpoint(worker),
      terminate() {
        // Who waits for its end is to live to see it, also where it comes online only now that this thread is free.
        worker.off('online', rest);
        worker.ref();
        return worker.terminate();
      },
    };
  };
}

/** A port of Node as comlink wants it. */
export function nodeEndpoint(port: Worker | MessagePort): Endpoint {
  const handlers = new Map<EventListenerOrEventListenerObject, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer as TransferListItem[] | undefined),
    addEventListener(type, listener) {
      const handler = (data: unknown) => {
        const event = { type, data } as MessageEvent;
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      };
      handlers.set(listener, handler);
      port.on(type, handler);
    },
    removeEventListener(type, listener) {
      port.off(type, handlers.get(listener) ?? (() => undefined));
      handlers.delete(listener);
    },
  };
}
