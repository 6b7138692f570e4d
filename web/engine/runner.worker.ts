/** The worker that runs the engine. Its workers stay ready for the next run. */
import wasmUrl from 'highs/runtime?url';
import { openBrowserEngine } from '../../src/browser.ts';
import { Cancelled, ScenarioError } from '../../src/errors.ts';
import { reportJson } from '../../src/report/json.ts';
import { optimize } from '../../src/runs/run.ts';
import { readScenario } from '../../src/scenario/read.ts';
import type { RunEnd, RunMessage, RunQuestion, RunRequest } from './wire.ts';

const engine = openBrowserEngine({
  createWorker: () => new Worker(new URL('../../src/worker/entry.browser.ts', import.meta.url), { type: 'module' }),
  wasmUrl,
  // A worker that cannot start workers does all the work itself, chunk by chunk.
  ...(typeof Worker === 'undefined' ? { workers: 0 } : {}),
});

const say = (message: RunMessage) => postMessage(message);

async function run({ text, settings }: RunQuestion, { signal: stop }: AbortController): Promise<RunEnd> {
  try {
    const onProgress = (progress: Extract<RunMessage, { kind: 'progress' }>['progress']) =>
      say({ kind: 'progress', progress });
    const report = await optimize(engine, readScenario(text), { ...settings, ranges: true, onProgress, stop });
    return { status: 'done', report, json: reportJson(report) };
  } catch (thrown) {
    if (thrown instanceof ScenarioError) return { status: 'refused', issues: thrown.issues };
    if (thrown instanceof Cancelled) return { status: 'cancelled' };
    return { status: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

let stop = new AbortController();

addEventListener('message', ({ data }: MessageEvent<RunRequest>) => {
  if (data.kind === 'stop') return stop.abort();
  stop = new AbortController();
  void run(data.question, stop).then((end) => say({ kind: 'end', end }));
});
