/** The engine in Node: `import { openNodeEngine } from 'apportion/node'`. */
import { openEngine, type Engine } from './runs/engine.ts';
import { loadHighs } from './linear/highs.ts';
import { defaultSize, nodeSpawn } from './worker/node.ts';

export interface NodeEngineOptions {
  /** Threads; when left out as many as processors once there is work that is worth them, 0 for none. */
  readonly workers?: number;
  /** The compiled entry of the threads, for hosts that bundle it elsewhere. */
  readonly entry?: URL;
}

/**
 * Cells of channel, period and draw that take this thread some 6 milliseconds: threads that are asked for them answer hardly sooner, and
 * have to compile all code anew, each for itself. Nobody waits for this thread, as for that of a page.
 */
const SMALL = 1_000_000;

/**
 * Cells that take this thread some 0.1 seconds, where channels do nothing to each other: half of what two threads save of it is less than
 * they take to start, and for each of them code is compiled anew.
 */
const FEW = 16_000_000;

/** Opens an engine on worker threads of Node. Close it when done; an idle one does not keep the process alive. */
export function openNodeEngine(options: NodeEngineOptions = {}): Engine {
  return openEngine({
    workers: options.workers ?? defaultSize(),
    spawn: nodeSpawn(options.entry ?? new URL('./worker/entry.node.js', import.meta.url)),
    small: SMALL,
    ...(options.workers === undefined && { few: FEW }),
    loadSolver: () => loadHighs(),
  });
}
