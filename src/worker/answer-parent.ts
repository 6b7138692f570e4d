import { parentPort } from 'node:worker_threads';
import { answer } from './answer.ts';
import { engineJobs } from './jobs.ts';
import { nodeEndpoint } from './node.ts';

/** Does the engine's jobs for the thread that started this one. To be called in a worker thread of Node. */
export function answerParent(): void {
  if (parentPort === null) throw new Error('This is for a worker thread.');
  answer(engineJobs(), nodeEndpoint(parentPort));
}
