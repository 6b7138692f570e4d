import { parentPort } from 'node:worker_threads';
import { answer } from './answer.ts';
import { lateCode } from './late-code.ts';
import { nodeEndpoint } from './node.ts';

/** Does the engine's jobs for the thread that started this one. To be called in a worker thread of Node. */
export async function answerParent(): Promise<void> {
  if (parentPort === null) throw new Error('This is for a worker thread.');
  // Only here: this function is in one bundle with commands that simulate nothing.
  const { engineJobs } = await import('./jobs.ts');
  answer(engineJobs(lateCode), nodeEndpoint(parentPort));
}
