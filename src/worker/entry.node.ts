/** A worker thread of Node that does the engine's jobs. */
import { parentPort } from 'node:worker_threads';
import { answer } from './answer.ts';
import { engineJobs } from './jobs.ts';
import { nodeEndpoint } from './node.ts';

if (parentPort === null) throw new Error('This file runs in a worker thread.');
answer(engineJobs(), nodeEndpoint(parentPort));
