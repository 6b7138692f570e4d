/** Workers of a web page. */
import type { Endpoint } from 'comlink';
import type { Spawn } from './line.ts';
import { MOST_WORKERS } from './pool.ts';

/** Workers worth starting in this browser, at least 1: one processor is left to the page. */
export function defaultSize(): number {
  return Math.max(1, Math.min(navigator.hardwareConcurrency - 1, MOST_WORKERS));
}

/**
 * How to start a worker.
 *
 * @param create  written out by the page, so that its bundler sees the entry:
 *                `() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })`
 */
export function browserSpawn(create: () => Worker): Spawn {
  return (died) => {
    const worker = create();
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // reported by the pool
      died(new Error(event.message || 'its script could not be loaded, or is not allowed here'));
    });
    return {
      endpoint: worker,
      async terminate() {
        worker.terminate();
      },
    };
  };
}

/** Where a worker listens: its own global scope. To be called in a worker. */
export function browserEndpoint(): Endpoint {
  return globalThis; // TypeScript takes every file for one of a page
}
