/** The engine in a web page, or better in a worker of one: a search solves linear programs in the thread it is called in. */
import { openEngine, type Engine } from './runs/engine.ts';
import { browserSpawn, defaultSize } from './worker/browser.ts';

export interface BrowserEngineOptions {
  /**
   * Starts a worker that runs `worker/entry.browser.js`. Written out by the page, so that its bundler sees the entry:
   * `() => new Worker(new URL('apportion/worker', import.meta.url), { type: 'module' })`.
   */
  readonly createWorker: () => Worker;
  /** Where the solver's WebAssembly file is: `import wasmUrl from 'highs/runtime?url'`. Fetched at the first search. */
  readonly wasmUrl: string;
  /** Workers; when left out one less than processors, 0 for none: the work is then done in the calling thread. */
  readonly workers?: number;
}

/** Opens an engine on workers of the browser. */
export function openBrowserEngine({ createWorker, wasmUrl, workers }: BrowserEngineOptions): Engine {
  return openEngine({
    workers: workers ?? defaultSize(),
    spawn: browserSpawn(createWorker),
    loadSolver: async () => (await import('./linear/highs.ts')).loadHighs({ wasmUrl }),
  });
}
