import { answer } from '../../src/worker/answer.ts';
import { browserEndpoint } from '../../src/worker/browser.ts';
import { browserJobs } from './browser-jobs.ts';

answer(browserJobs, browserEndpoint());
