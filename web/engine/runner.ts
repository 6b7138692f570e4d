/** Runs the engine in a worker that has its own workers, so that the page never waits for either. */
import type { RunProgress } from '../../src/runs/progress.ts';
import { openThread } from './thread.ts';
import type { RunEnd, RunMessage, RunQuestion, RunRequest } from './wire.ts';

export interface Runner {
  /** Starts a run; the one before must be over. */
  run(question: RunQuestion): void;
  /** Ends the search of the run in progress, which goes on with the best plan so far. */
  stop(): void;
  /** Ends the run in progress at once and frees its threads; `onEnd` is not called. */
  cancel(): void;
}

export interface RunListener {
  readonly onProgress: (progress: RunProgress) => void;
  readonly onEnd: (end: RunEnd) => void;
}

export function openRunner(create: () => Worker, { onProgress, onEnd }: RunListener): Runner {
  const thread = openThread<RunRequest, RunMessage>(create, {
    onMessage: (message) => (message.kind === 'progress' ? onProgress(message.progress) : onEnd(message.end)),
    onDeath: (message) => onEnd({ status: 'failed', message }),
  });
  return {
    run: (question) => thread.post({ kind: 'run', question }),
    stop: () => thread.post({ kind: 'stop' }),
    // The solver does not look up while it works, so the worker is ended, and with it its own.
    cancel: () => thread.stop(),
  };
}
