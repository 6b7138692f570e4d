/** The worker of the tests. */
import { parentPort } from 'node:worker_threads';
import { answer } from '../../src/worker/answer.ts';
import { nodeEndpoint } from '../../src/worker/node.ts';
import { testJobs } from './jobs.ts';

answer(testJobs, nodeEndpoint(parentPort!));
