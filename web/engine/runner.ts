/** Runs the engine in a worker that has its own workers, so that the page never waits for either. */
import type { RunProgress } from '../../src/run.ts';
import { openThread } from './thread.ts';
import type { RunEnd, RunMessage, RunQuestion } from './wire.ts';

export interface Runner {
  /** Starts a run; the one before must be over. */
  run(question: RunQuestion): void;
  /** Ends the run in progress at once and frees its threads; `onEnd` is not called. */
  cancel(): void;
}

export interface RunListener {
  readonly onProgress: (progress: RunProgress) => void;
  readonly onEnd: (end: RunEnd) => void;
}

export function openRunner(create: () => Worker, { onProgress, onEnd }: RunListener): Runner {
  const thread = openThread<RunQuestion, RunMessage>(create, {
    onMessage: (message) => (message.kind === 'progress' ? onProgress(message.progress) : onEnd(message.end)),
    onDeath: (message) => onEnd({ status: 'failed', message }),
  });
  // The solver does not look up while it works, so a run is not asked to stop: its worker is ended, and with it its own.
  return { run: (question) => thread.post(question), cancel: () => thread.stop() };
}
